"""What the pages of each register need beside its book."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.laws import actions as laws
from khedmat.cards.laws.where import citing
from khedmat.cards.lines import actions as lines
from khedmat.cards.lines import ending as systems
from khedmat.cards.lines.where import naming
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.registers.books import BOOKS, Book
from khedmat.registers.enums import Register
from khedmat.web.desk.registers.forms import (
    AudienceForm,
    DocumentForm,
    ElementForm,
    EndingChoice,
    EntryForm,
    LawEnding,
    LawForm,
    SystemEnding,
    SystemForm,
)


class Ending(NamedTuple):
    """How an entry ends: `preview(entry, by)` shows what that touches, `end` does it; what is said before and after.

    `back` undoes an end that was written by mistake.
    """

    form: type[EndingChoice]
    preview: Callable[..., Any]
    end: Callable[..., Any]
    back: Callable[..., Any]
    title: Promise
    lead: Promise
    done: Promise


class Kit(NamedTuple):
    """`page` names the public page of an entry; `citing` narrows versions to those that name an entry."""

    book: Book
    form: type[EntryForm]
    add: Callable[..., Any]
    change: Callable[..., Any]
    about: Promise
    citing: Callable[[VersionQuerySet, Any], VersionQuerySet] = naming
    page: str = ""
    may_merge: bool = False
    ending: Ending | None = None


KITS: dict[str, Kit] = {
    Register.DOCUMENTS: Kit(
        BOOKS[Register.DOCUMENTS],
        DocumentForm,
        lines.add,
        lines.change,
        _("مدارکی که خدمت‌ها می‌خواهند؛ نام‌های دیگر، نوشته‌های گوناگون دستگاه‌ها را به یک مدرک می‌رسانند."),
        page="web:document",
        may_merge=True,
    ),
    Register.LAWS: Kit(
        BOOKS[Register.LAWS],
        LawForm,
        laws.add,
        laws.change,
        _("آنچه خدمت‌ها بر آن استوارند؛ قانونی که جایگزین یا نسخ شود شناسنامه‌هایش را به بازبینی می‌برد."),
        citing=citing,
        page="web:law",
        ending=Ending(
            LawEnding,
            laws.preview,
            laws.end,
            laws.take_back,
            _("جایگزین یا نسخ شده"),
            _("نخست ببینید کدام شناسنامه‌های منتشرشده به آن استناد می‌کنند؛ پس از ثبت، صاحبان آنها خبردار می‌شوند."),
            _("ثبت شد؛ دستگاه‌ها خبردار شدند و شناسنامه‌ها از نو سنجیده می‌شوند."),
        ),
    ),
    Register.SYSTEMS: Kit(
        BOOKS[Register.SYSTEMS],
        SystemForm,
        lines.add,
        lines.change,
        _("سامانه‌هایی که خدمت در آنها داده می‌شود یا از آنها استعلام می‌شود؛ هر یک از آن کیست و در کار است یا نه."),
        page="web:system",
        may_merge=True,
        ending=Ending(
            SystemEnding,
            systems.preview,
            systems.end,
            systems.take_back,
            _("جایگزین یا برچیده شده"),
            _(
                "نخست ببینید کدام شناسنامه‌های منتشرشده از این سامانه نام می‌برند؛ پس از ثبت، صاحبان آنها خبردار می‌شوند "
                "و صفحهٔ سامانه به جایگزین می‌رساند."
            ),
            _("ثبت شد؛ دستگاه‌ها خبردار شدند و صفحهٔ همگانی سامانه از این پس چنین می‌گوید."),
        ),
    ),
    Register.ELEMENTS: Kit(
        BOOKS[Register.ELEMENTS],
        ElementForm,
        lines.add,
        lines.change,
        _("آنچه دستگاه‌ها از هم می‌پرسند: کدام سامانه آن را می‌دهد و کدام دستگاه دارد."),
        may_merge=True,
    ),
    Register.AUDIENCES: Kit(
        BOOKS[Register.AUDIENCES],
        AudienceForm,
        lines.add,
        lines.change,
        _("گروه‌هایی که خدمت برای آنهاست؛ هر گروه زیر گروه بزرگ‌تری می‌ایستد."),
        page="web:audience",
        may_merge=True,
    ),
}


def kit_or_404(register: str) -> Kit:
    if register not in KITS:
        raise Http404
    return KITS[register]
