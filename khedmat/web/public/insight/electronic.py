"""The electronic index of agencies: ranked, with why people must still come."""

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from khedmat.cards.electronic_board import Electronic, board
from khedmat.cards.electronic_index import CHOICE, INDEX_VERSION, NOT, PARTLY, WEIGHTS, WHOLE
from khedmat.cards.figures import figure
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.persian import fold_line, key
from khedmat.web.public.access import public_page
from khedmat.web.public.bars import bars
from khedmat.web.public.forms import rest_of
from khedmat.web.public.insight.sparing import REASONS, REMEDIES
from khedmat.web.public.obtaining import ways_said
from khedmat.web.public.paging import paged
from khedmat.web.tables import csv_answer

LONGEST = 200
STAGES = VOCABULARY["stage"]


def _counted() -> tuple[list[Electronic], list[str]]:
    return figure("electronic", lambda: (board(), ways_said()))


def _ranked(request: HttpRequest, rows: list[Electronic]) -> list[Electronic]:
    """The highest mean first; agencies that cannot be measured last."""
    words = key(fold_line(request.GET.get("q", ""))[:LONGEST]).split()
    found = (row for row in rows if all(word in key(row.agency.name) for word in words))
    return sorted(found, key=lambda row: (row.mean is None, -(row.mean or 0)))


@public_page
def ranking(request: HttpRequest) -> HttpResponse:
    counted, obtained = _counted()
    rows = _ranked(request, counted)
    reasons = sum((row.reasons for row in rows), Counter[str]())
    context = {
        "page": paged(request, rows, size=50),
        "bars": bars({f"{REASONS[code]}": count for code, count in reasons.most_common()}),
        "obtained": obtained,
        "remedies": [(REASONS[code], remedy) for code, remedy in REMEDIES.items()],
        "words": fold_line(request.GET.get("q", ""))[:LONGEST],
        "query": rest_of(request.GET),
        "today": timezone.localdate(),
        "version": INDEX_VERSION,
        "weights": [(STAGES[name].fa, weight) for name, weight in WEIGHTS.items()],
        "points": {"whole": WHOLE, "choice": CHOICE, "partly": PARTLY, "none": NOT},
    }
    return render(request, "public/insight/electronic.html", context)


@public_page
def table(request: HttpRequest) -> HttpResponse:
    headings = ["شناسه", "دستگاه", "میانگین شاخص", "سنجیده", "تمام‌الکترونیکی", "نگفته", *REASONS.values()]
    return csv_answer("electronic.csv", headings, map(_cells, _ranked(request, _counted()[0])))


def _cells(row: Electronic) -> list[Any]:
    counts = [row.reasons[code] for code in REASONS]
    return [row.agency.code, row.agency.name, row.mean, row.measured, row.whole, row.unsaid, *counts]
