"""The lists of the registers, of everybody and of the desk: narrowed and ordered by the address, and to take away."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms
from django.db.models import Field
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from khedmat.cards.laws.where import cited_by
from khedmat.cards.lines.where import counted
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.persian import fold_line
from khedmat.registers.books import BOOKS, Book
from khedmat.registers.enums import LawKind, LawState, PersonalData, Register, SystemState
from khedmat.web.tables import table_answer

ASKED, TITLE, EDITED = "asked", "title", "edited"
SORTS = {ASKED: _("پرخواسته‌ترین"), TITLE: _("الفبای عنوان"), EDITED: _("پرویرایش‌ترین")}
HEADS = (_("نام در نشانی"), _("عنوان"), _("نام‌های دیگر"))
SERVICES = _("شمار خدمت‌های منتشرشده")
AUDIENCES = [(value, label.fa) for value, label in VOCABULARY["service_type"].items()]


class Narrow(NamedTuple):
    """A column whose words narrow the list."""

    column: str
    label: Any
    choices: Any


NARROWED: dict[str, tuple[Narrow, ...]] = {
    Register.DOCUMENTS: (Narrow("personal_data", _("دادهٔ شخصی"), PersonalData.choices),),
    Register.LAWS: (Narrow("kind", _("نوع"), LawKind.choices), Narrow("state", _("وضع"), LawState.choices)),
    Register.SYSTEMS: (Narrow("state", _("وضع"), SystemState.choices),),
    Register.AUDIENCES: (Narrow("service_type", _("نوع خدمت"), AUDIENCES),),
}


class RegisterFilter(forms.Form):
    """What narrows and orders a register; it lives in the address. An unknown value narrows nothing.

    `first`: in which order the list stands when nobody asks for one.
    """

    q = forms.CharField(label=_("نام یا نام دیگر"), required=False, max_length=200)

    def __init__(self, data: Any, register: str, *, first: str = ASKED) -> None:
        super().__init__(data, label_suffix="")
        self.book, self.first, self.narrowed = BOOKS[register], first, NARROWED.get(register, ())
        for one in self.narrowed:
            choices = [("", _("همه")), *one.choices]
            self.fields[one.column] = forms.ChoiceField(label=one.label, required=False, choices=choices)
        sorts = sorted(SORTS.items(), key=lambda pair: pair[0] != first)
        self.fields["sort"] = forms.ChoiceField(label=_("به ترتیب"), required=False, choices=sorts)
        self.is_valid()

    def rows(self) -> list[Any]:
        """All that fit, each with `published`; a register has some thousands at most. Two questions."""
        said, found = self.cleaned_data, self.book.model._default_manager.standing()
        named = found.named(fold_line(said.get("q", ""))).filter(**self._asked()).select_related(*self.book.pointers)
        rows, counts = list(named.for_list()), services_of(self.book.register)
        for one in rows:
            one.published = counts.get(one.pk, 0)
        return self._sorted(rows)

    def _asked(self) -> dict[str, str]:
        said = self.cleaned_data
        return {one.column: said[one.column] for one in self.narrowed if said.get(one.column)}

    def _sorted(self, rows: list[Any]) -> list[Any]:
        """As they stand, by title, those that are alike in what is asked for."""
        sort = self.cleaned_data.get("sort") or self.first
        by = {ASKED: lambda one: -one.published, EDITED: lambda one: -one.revision}
        return sorted(rows, key=by[sort]) if sort in by else rows


def services_of(register: str) -> dict[int, int]:
    """Entry → how many published cards name it, or rest on it."""
    return cited_by() if register == Register.LAWS else counted(Register(register))


def taken_away(request: HttpRequest, register: str, kind: str, *, first: str = ASKED) -> HttpResponse:
    """What the list shows, in its order, all pages of it."""
    book = BOOKS[register]
    rows = RegisterFilter(request.GET, register, first=first).rows()
    return table_answer(register, kind, headings=_headings(book), rows=(_cells(book, one) for one in rows))


def _headings(book: Book) -> Iterable[Any]:
    return [*HEADS, *(_field(book, name).verbose_name for name in book.columns), SERVICES]


def _cells(book: Book, entry: Any) -> list[Any]:
    said = [_said(entry, name) for name in book.columns]
    return [entry.code, entry.title, "، ".join(entry.aliases) or None, *said, entry.published]


def _said(entry: Any, column: str) -> str | None:
    """In the words of the register; a day as programs read it."""
    name = column.removesuffix("_id")
    display = getattr(entry, f"get_{name}_display", None)
    value = display() if display else getattr(entry, name)
    return str(value) if value else None


def _field(book: Book, column: str) -> Field:
    return book.model._meta.get_field(column.removesuffix("_id"))
