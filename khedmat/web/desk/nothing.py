"""What an empty list of cards says: why it is empty, what to do next, and where. By role."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.organizations.enums import Role
from khedmat.web.desk.my_cards import Desk


class Nothing(NamedTuple):
    """An empty list: why, what to do next, and where."""

    title: Promise
    text: Promise
    href: str = ""
    link: Promise | str = ""


NOT_FOUND = Nothing(
    _("با این صافی چیزی نیست"), _("واژهٔ دیگری بنویسید یا همهٔ شناسنامه‌ها را ببینید."), "/desk/", _("همهٔ شناسنامه‌ها")
)
NO_OFFICE = Nothing(
    _("هنوز عضو دستگاهی نیستید"),
    _("مدیر کاربران دستگاه شما را با نقشتان دعوت می‌کند؛ پیوند دعوت را باز کنید و بپذیرید."),
    "/services/",
    _("خدمت‌های منتشرشده"),
)
EMPTY: dict[str, Nothing] = {  # the first role that somebody has
    Role.AUTHOR: Nothing(
        _("هنوز شناسنامه‌ای ندارید"),
        _("شناسنامه را از صفر پر کنید، یا فرمی را که پیش‌تر پر شده از فایل بیاورید و کامل کنید."),
        "/desk/new/",
        _("شناسنامهٔ تازه"),
    ),
    Role.APPROVER: Nothing(
        _("چیزی در انتظار تأیید شما نیست"),
        _("هرگاه نویسندگان دستگاه شناسنامه‌ای بفرستند همین‌جا دیده می‌شود."),
        "/guide/",
        _("راهنمای فرم"),
    ),
    Role.PUBLISHER: Nothing(
        _("چیزی در انتظار انتشار نیست"),
        _("هرگاه دستگاهی شناسنامه‌ای را تأیید کند همین‌جا دیده می‌شود."),
        "/services/",
        _("خدمت‌های منتشرشده"),
    ),
    Role.REVIEWER: Nothing(
        _("چیزی برای بررسی نرسیده است"),
        _("هرگاه دستگاهی شناسنامه‌ای بفرستد همین‌جا دیده می‌شود."),
        "/services/",
        _("خدمت‌های منتشرشده"),
    ),
    Role.STEWARD: Nothing(
        _("شناسنامه‌ای در انتظار شما نیست"),
        _("کار شما در فهرست‌های پایه است: مدارک، سامانه‌ها، اقلام داده، مخاطبان و نام‌های رایج."),
        "/desk/registers/",
        _("فهرست‌های پایه"),
    ),
    Role.LEGAL_STEWARD: Nothing(
        _("شناسنامه‌ای در انتظار شما نیست"),
        _("کار شما در فهرست قوانین و مقررات است؛ قانونی که جایگزین یا نسخ شود شناسنامه‌هایش را به بازبینی می‌برد."),
        "/desk/registers/laws/",
        _("قوانین و مقررات"),
    ),
    Role.READER: Nothing(
        _("دستگاه شما هنوز شناسنامه‌ای ندارد"),
        _("نویسندگان دستگاه که شناسنامه‌ای آغاز کنند همین‌جا دیده می‌شود."),
        "/services/",
        _("خدمت‌های منتشرشده"),
    ),
    Role.MANAGER: Nothing(
        _("دستگاه شما هنوز شناسنامه‌ای ندارد"),
        _("نویسندگان و تأییدکنندگان دستگاه را دعوت کنید تا شناسنامه‌ها را آغاز کنند."),
        "/desk/people/",
        _("همکاران دفتر"),
    ),
}


def nothing(me: Desk, *, is_narrowed: bool) -> Nothing:
    """What an empty list says to this person."""
    if is_narrowed:
        return NOT_FOUND
    return next((words for role, words in EMPTY.items() if role in me.roles), NO_OFFICE)
