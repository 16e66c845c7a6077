"""What was found, in sentences that say how to mend it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import LinkOutcome, LinkWhy, OnPortal
from khedmat.cards.links.trying import Seen
from khedmat.core.persian import persian_digits
from khedmat.embedding.portal.checking import NO_TEXT

OF_STATE: dict[str, Promise] = {
    OnPortal.OLD: _("نسخهٔ %(version)s در صفحه است و نسخهٔ دیگری منتشر شده؛ فهرست تازه را از صفحهٔ «جاسازی» بگیرید."),
    OnPortal.NUMBERED: _(
        "فهرست دست‌نویس است و روشن نیست کدام نسخه؛ با یکی از راه‌های صفحهٔ «جاسازی» خودبه‌خود روزآمد می‌ماند."
    ),
    OnPortal.NAMED: _("شناسهٔ یازده‌رقمی خدمت در صفحه نوشته نشده است؛ آن را کنار عنوان بنویسید."),
    OnPortal.MISSING: _("در صفحه نیست؛ عنوان و شناسهٔ آن را با پیوند به شناسنامه بیفزایید."),
}
OF_CASE: dict[tuple[str, str], Promise] = {
    (OnPortal.MISSING, "sub"): _("این زیرخدمت در صفحه نیست؛ آن را زیر خدمت اصلی و با نشانهٔ «+» بیاورید."),
    (OnPortal.NAMED, "nameless"): _("در صفحه هست؛ تا شناسه بگیرد همان عنوان بس است."),
}
UNTITLED = _("کنار شناسه عنوان تأییدشدهٔ خدمت نیست؛ عنوان را همان‌گونه که در شناسنامه است بنویسید.")
UNLINKED = _("کنار آن پیوندی به شناسنامه نیست؛ «جزئیات خدمت (شناسنامه خدمت)» را پیوند کنید.")
UNASKED = _("پیوند آن سنجیده نشد.")
OF_OUTCOME: dict[str, Promise] = {
    LinkOutcome.BROKEN: _("پیوند آن پاسخ نداد: %(why)s؛ نشانی را درست کنید."),
    LinkOutcome.DOUBTFUL: _("پیوند آن هنگام وارسی باز نشد: %(why)s؛ شاید گذرا باشد."),
}
PAGE_READ, PAGE_NO_TEXT = _("خوانده شد"), _("صفحه متن وب نیست یا خالی است")
PAGE_CUT = _("صفحه بسیار بلند است و تنها دو مگابایت نخست آن خوانده شد")


def reasons(row: Mapping[str, Any]) -> list[str]:
    """Of a service in a check; empty when all is well."""
    return [*_of_state(row), *_of_title(row), *_of_link(row)]


def of_page(page: Mapping[str, Any]) -> str:
    """What came of asking for a page."""
    if page["why"] == NO_TEXT:
        return str(PAGE_NO_TEXT)
    if page["why"] != LinkWhy.ANSWERED:
        return str(LinkWhy(page["why"]).label)
    return str(PAGE_CUT if page["is_cut"] else PAGE_READ)


def _of_state(row: Mapping[str, Any]) -> Iterator[str]:
    if sentence := OF_CASE.get((row["state"], _case(row)), OF_STATE.get(row["state"])):
        yield str(sentence) % {"version": persian_digits(row["version"])}


def _case(row: Mapping[str, Any]) -> str:
    return "sub" if row["is_sub"] else "main" if row["code"] else "nameless"


def _of_title(row: Mapping[str, Any]) -> Iterator[str]:
    """Beside one of our marks the title is ours."""
    if row["state"] == OnPortal.NUMBERED and not row["is_titled"]:
        yield str(UNTITLED)


def _of_link(row: Mapping[str, Any]) -> Iterator[str]:
    """None of what is missing; in our own frame the links are ours."""
    if not row["link"]:
        yield from [] if row["state"] in (OnPortal.MISSING, OnPortal.CURRENT) else [str(UNLINKED)]
    elif not row["why"]:
        yield str(UNASKED)
    elif sentence := OF_OUTCOME.get(Seen(LinkWhy(row["why"]), None, 0).outcome):
        yield str(sentence) % {"why": LinkWhy(row["why"]).label}
