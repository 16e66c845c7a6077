"""What narrows and orders the documents of a batch; it lives in the address."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import forms
from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import fold_line, key
from khedmat.importing.enums import What
from khedmat.importing.models.batches import UNSEEN, UNWRITTEN, BatchRowQuerySet

LONGEST_QUERY = 200
SHOWS: Mapping[str, tuple[Promise, Q]] = {
    "": (_("همه"), Q()),
    "add": (_("افزودن"), UNWRITTEN & Q(what=What.ADD)),
    "change": (_("تغییر"), UNWRITTEN & Q(what=What.CHANGE)),
    "leave": (_("بی‌تغییر"), UNWRITTEN & Q(what=What.LEAVE)),
    "refuse": (_("رد"), UNWRITTEN & Q(what=What.REFUSE)),
    "written": (_("نوشته‌شده"), ~UNWRITTEN),
    "doubtful": (_("نامطمئن"), Q(doubts__gt=0)),
    "blocked": (_("با مانع"), Q(blockers__gt=0)),
    "beside": (_("همانند"), ~Q(kinship="")),
}
ALONE = "alone"  # what is new and looks like nothing else: written without a look at each
ASKED = {**{code: rows for code, (_label, rows) in SHOWS.items()}, ALONE: UNWRITTEN & Q(what=What.ADD) & ~UNSEEN}
SORTS = {
    "place": ("place", "part"),
    "title": ("sort_key", "place", "part"),
    "blockers": ("-blockers", "place", "part"),
    "doubts": ("-doubts", "place", "part"),
}


class Chip(NamedTuple):
    """A kind of documents with how many of the searched ones are of it."""

    code: str
    label: Promise
    count: int


class RowFilter(forms.Form):
    """An unknown value narrows nothing."""

    q = forms.CharField(label=_("عنوان، نام پرونده یا شناسه"), required=False, max_length=LONGEST_QUERY)
    sort = forms.ChoiceField(
        label=_("به ترتیب"),
        required=False,
        choices=[
            ("place", _("جای پرونده در دسته")),
            ("title", _("عنوان")),
            ("blockers", _("بیشترین مانع")),
            ("doubts", _("بیشترین خوانش نامطمئن")),
        ],
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.is_valid()
        self.show = data.get("show", "") if data.get("show") in ASKED else ""

    def searched(self, rows: BatchRowQuerySet) -> BatchRowQuerySet:
        """By words of the title, a piece of the name, the beginning of the ID."""
        words = fold_line(self.cleaned_data.get("q", ""))
        in_title = Q(*(Q(title_key__contains=word) for word in key(words).split()))
        return rows.filter(in_title | Q(name__icontains=words) | Q(code__startswith=words)) if words else rows

    def shown(self, rows: BatchRowQuerySet) -> BatchRowQuerySet:
        return self.searched(rows).filter(ASKED[self.show])

    @property
    def order(self) -> tuple[str, ...]:
        return SORTS[self.cleaned_data.get("sort") or "place"]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.cleaned_data.get("q") or self.cleaned_data.get("sort"))

    @property
    def is_used(self) -> bool:
        return bool(self.show or self.cleaned_data.get("q"))


def chips(rows: BatchRowQuerySet) -> list[Chip]:
    """All counts in one question."""
    found = rows.aggregate(**{f"in_{code}": Count("pk", filter=holds) for code, (_label, holds) in SHOWS.items()})
    return [Chip(code, label, found[f"in_{code}"]) for code, (label, _holds) in SHOWS.items()]
