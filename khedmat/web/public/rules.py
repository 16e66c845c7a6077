"""The public page of the rules: what is asked of a card, how often that happens, how often people disagree."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import Severity
from khedmat.cards.governing.weights import weights
from khedmat.cards.models import RuleCount
from khedmat.core.persian import fold_line, key
from khedmat.web.public.access import public_page
from khedmat.web.public.forms import ANY, rest_of
from khedmat.web.public.rule_rows import FAMILIES, RuleRow, by_family, rule_rows
from khedmat.web.tables import csv_answer

SORTS: dict[str, Callable[[RuleRow], int]] = {
    "fired": lambda row: -(row.count.sent if row.count else 0),
    "dismissed": lambda row: -(row.figures.percent if row.figures else 0),
}
COLUMNS = ("in_force", "sent", "services", "dismissed")
HEADINGS = ["قاعده", "خانواده", "شدت", "شرح", "چاره", "نمونه", "از نسخهٔ", "در شناسنامه‌های جاری", "در نسخه‌های فرستاده"]
HEADINGS += ["در چند خدمت", "چشم‌پوشی", "سهم چشم‌پوشی (درصد)", "بازنگری", "نسخهٔ قواعد", "شمرده در"]


class RuleFilter(forms.Form):
    """What narrows and orders the rules; it lives in the address. An unknown value narrows nothing."""

    q = forms.CharField(label=_("در شماره و متن"), required=False, max_length=200)
    family = forms.ChoiceField(label=_("خانواده"), required=False, choices=[ANY, *FAMILIES.items()])
    severity = forms.ChoiceField(label=_("شدت"), required=False, choices=[ANY, *Severity.choices])
    sort = forms.ChoiceField(
        label=_("به ترتیب"),
        required=False,
        choices=[("", _("خانواده")), ("fired", _("بیشترین یافته")), ("dismissed", _("بیشترین چشم‌پوشی"))],
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.is_valid()

    def narrow(self, rows: Sequence[RuleRow]) -> list[RuleRow]:
        said = self.cleaned_data
        words = key(fold_line(said.get("q", ""))).split()
        found = [
            row
            for row in rows
            if said.get("family", "") in ("", row.family) and said.get("severity", "") in ("", row.severity)
        ]
        found = [row for row in found if all(word in _text_of(row) for word in words)]
        by = SORTS.get(said.get("sort", ""))
        return sorted(found, key=by) if by else found


def _text_of(row: RuleRow) -> str:
    return key(" ".join((row.entry.id, row.message, row.fix, row.entry.example)))


@public_page
def rules(request: HttpRequest) -> HttpResponse:
    form = RuleFilter(request.GET)
    rows = form.narrow(rule_rows())
    is_sorted = form.cleaned_data.get("sort") in SORTS
    context = {
        "form": form,
        "rows": rows,
        "groups": [("", "", rows)] if is_sorted and rows else by_family(rows),
        "counted_at": RuleCount.objects.values_list("counted_at", flat=True).first(),
        "rules_version": weights().version,
        "query": rest_of(request.GET),
    }
    return render(request, "public/rules.html", context)


@public_page
def table(request: HttpRequest) -> HttpResponse:
    """What the page shows, with what was never counted left empty, and when it was counted."""
    counted_at = RuleCount.objects.values_list("counted_at", flat=True).first()
    as_of = [weights().version, counted_at.isoformat() if counted_at else None]
    found = RuleFilter(request.GET).narrow(rule_rows())
    return csv_answer("rules.csv", HEADINGS, ([*_cells(row), *as_of] for row in found))


def _cells(row: Any) -> list[Any]:
    entry = row.entry
    words = [entry.id, FAMILIES[row.family], row.label, row.message, row.fix, entry.example, entry.since]
    counts = [getattr(row.count, name) if row.count else None for name in COLUMNS]
    percent = row.figures.percent if row.figures else None
    return [*words, *counts, percent, "نیازمند بازنگری" if row.is_doubtful else None]
