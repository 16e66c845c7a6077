"""What the pages of each register need beside its book."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.laws import actions as laws
from khedmat.cards.lines import actions as lines
from khedmat.registers.books import BOOKS, Book
from khedmat.registers.enums import Register
from khedmat.web.desk.registers.forms import AudienceForm, DocumentForm, ElementForm, EntryForm, LawForm, SystemForm


class Kit(NamedTuple):
    """`page` names the public page of an entry; `merge` previews a merge where the register has one."""

    book: Book
    form: type[EntryForm]
    add: Callable[..., Any]
    change: Callable[..., Any]
    about: Promise
    page: str = ""
    may_merge: bool = False
    may_end: bool = False


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
        page="web:law",
        may_end=True,
    ),
    Register.SYSTEMS: Kit(
        BOOKS[Register.SYSTEMS],
        SystemForm,
        lines.add,
        lines.change,
        _("سامانه‌هایی که خدمت در آنها داده می‌شود یا از آنها استعلام می‌شود؛ هر یک از آن کیست و در کار است یا نه."),
        page="web:system",
        may_merge=True,
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
