"""How good the published cards of each agency are, for everybody to see and to take away."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.figures import figure
from khedmat.cards.quality.board import Quality, quality, totals
from khedmat.cards.score import SCORE_VERSION
from khedmat.cards.score.grades import GRADES
from khedmat.core.persian import fold_line, key
from khedmat.web.public.access import public_page
from khedmat.web.public.duty import most_first
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import A_BOARD, paged
from khedmat.web.public.quality_bars import stacked
from khedmat.web.tables import csv_answer

COLUMNS: dict[str, Promise] = {
    "cards": _("شناسنامهٔ منتشرشده"),
    "good": _("درصد خوب"),
    "stale": _("تأییدنشده"),
    "broken": _("پیوند شکسته"),
    "answers": _("پاسخ لازم"),
    "notes": _("یادآوری"),
}
STATES: dict[str, Callable[[Quality], bool]] = {
    "stale": lambda row: row.stale > 0,
    "broken": lambda row: row.broken > 0,
    "blocked": lambda row: row.grades["none"] > 0,
}


class QualityFilter(forms.Form):
    """What narrows and orders the table; it lives in the address. An unknown value narrows nothing."""

    q = forms.CharField(label=_("نام دستگاه"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("کدام دستگاه‌ها"),
        required=False,
        choices=[
            ("", _("همه")),
            ("stale", _("با شناسنامهٔ تأییدنشده")),
            ("broken", _("با پیوند شکسته")),
            ("blocked", _("با شناسنامهٔ بی‌نمره")),
        ],
    )
    sort = forms.ChoiceField(label=_("به ترتیب"), required=False, choices=[("", _("الفبای نام")), *COLUMNS.items()])

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.is_valid()

    def narrow(self, rows: Sequence[Quality]) -> list[Quality]:
        wanted = STATES.get(self.cleaned_data.get("state", ""), bool)
        found = list(filter(self._is_named, filter(wanted, rows)))
        name = self.cleaned_data.get("sort")
        return sorted(found, key=most_first(name)) if name else found

    def _is_named(self, row: Quality) -> bool:
        words = key(fold_line(self.cleaned_data.get("q", ""))).split()
        return all(word in key(row.agency.name) for word in words)


def _counted(on: date) -> list[Quality]:
    return figure(("quality", on), lambda: quality(on))


@public_page
def board(request: HttpRequest) -> HttpResponse:
    today, form = timezone.localdate(), QualityFilter(request.GET)
    everything = _counted(today)
    counts = totals(everything)
    page = paged(request, form.narrow(everything), size=A_BOARD)
    context = {
        "form": form,
        "page": page,
        "rows": [(row, stacked(row.grades)) for row in page],
        "legend": [(one, counts[one.code]) for one in GRADES],
        "bar": stacked(counts),
        "all": sum(row.cards for row in everything),
        "columns": COLUMNS.items(),
        "today": today,
        "version": SCORE_VERSION,
        "query": rest_of(request.GET),
        "rest": rest_of(request.GET, "sort"),
    }
    return render(request, "public/quality.html", context)


@public_page
def table(request: HttpRequest) -> HttpResponse:
    """What the page shows, with the number of cards at each grade and the day on which it was counted."""
    today = timezone.localdate()
    headings = ["شناسه", "دستگاه", *COLUMNS.values(), *(one.label for one in GRADES), "نسخهٔ وزن‌ها", "شمرده در"]
    found = QualityFilter(request.GET).narrow(_counted(today))
    return csv_answer("quality.csv", headings, ([*_cells(row), SCORE_VERSION, today] for row in found))


def _cells(row: Quality) -> list[Any]:
    counts = [getattr(row, name) for name in COLUMNS]
    return [row.agency.code, row.agency.name, *counts, *(row.grades[one.code] for one in GRADES)]
