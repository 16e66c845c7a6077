"""What people are asked for although another agency holds it: ranked, and to take away."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from khedmat.cards.documents.demand import Demand, demand
from khedmat.cards.figures import figure
from khedmat.web.public.access import public_page
from khedmat.web.public.bars import bars
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged
from khedmat.web.tables import csv_answer

MOST_BARS = 8
HEADINGS = (
    "مدرک", "دارنده", "خدمت", "با تبادل برخط با دارنده", "یافتهٔ D04", "درخواست در سال", "خدمت‌های دارای آمار",
    "دستگاه‌های خواهنده"
)  # fmt: skip


def _ranked(request: HttpRequest) -> list[Demand]:
    rows = figure("document demand", demand)
    by_volume = request.GET.get("sort") == "yearly"
    return sorted(rows, key=lambda row: (row.yearly is None, -(row.yearly or 0))) if by_volume else rows


@public_page
def ranking(request: HttpRequest) -> HttpResponse:
    rows = _ranked(request)
    context = {
        "page": paged(request, rows, size=50),
        "bars": bars({row.document.title: row.services for row in rows[:MOST_BARS]}),
        "query": rest_of(request.GET),
        "today": timezone.localdate(),
    }
    return render(request, "public/insight/documents.html", context)


@public_page
def table(request: HttpRequest) -> HttpResponse:
    return csv_answer("document-demand.csv", HEADINGS, map(_cells, _ranked(request)))


def _cells(row: Demand) -> list[Any]:
    names = "؛ ".join(agency.name for agency in row.agencies)
    counts = [row.services, row.linked, row.found, row.yearly, row.declared]
    return [row.document.title, row.document.issuer.name, *counts, names]
