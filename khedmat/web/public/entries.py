"""What the public pages of all registers share: how a list is narrowed, and what a merged entry answers."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import fold_line
from khedmat.registers.models.entry import Entry, EntryQuerySet


class RegisterFilter(forms.Form):
    """What narrows and orders a register; it lives in the address. An unknown value narrows nothing."""

    q = forms.CharField(label=_("نام یا نام دیگر"), required=False, max_length=200)
    sort = forms.ChoiceField(
        label=_("به ترتیب"), required=False, choices=[("asked", _("پرخواسته‌ترین")), ("title", _("الفبای عنوان"))]
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.is_valid()

    def apply(self, entries: EntryQuerySet, counts: dict[int, int]) -> list[Any]:
        """All that fit, each with `published`; a register has some thousands at most."""
        found = list(entries.named(fold_line(self.cleaned_data.get("q", ""))).order_by("sort_key", "pk"))
        for one in found:
            one.published = counts.get(one.pk, 0)
        is_by_title = self.cleaned_data.get("sort") == "title"
        return found if is_by_title else sorted(found, key=lambda one: -one.published)


def merged(request: HttpRequest, entry: Entry, page: str) -> HttpResponse:
    """That it is gone, and what stands in its place; `page` names the public page of an entry."""
    return render(request, "public/merged.html", {"entry": entry, "page": page}, status=410)
