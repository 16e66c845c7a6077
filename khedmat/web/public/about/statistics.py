"""The published registry in numbers, as bars that are tables too, and to take away."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from khedmat.cards.counts.summing import registry_years
from khedmat.cards.figures import figure
from khedmat.cards.statistics import Table, statistics
from khedmat.web.public.access import public_page
from khedmat.web.public.bars import bars
from khedmat.web.tables import csv_answer


def _counted(on: date) -> tuple[int, list[Table]]:
    return figure(("statistics", on), lambda: statistics(on))


@public_page
def page(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    total, tables = _counted(today)
    drawn = [(one, bars(dict(one.rows))) for one in tables]
    context = {"total": total, "tables": drawn, "today": today, "years": figure("years of counts", registry_years)}
    return render(request, "public/about/statistics.html", context)


@public_page
def table(request: HttpRequest) -> HttpResponse:
    """Every row of every table, with the day on which it was counted."""
    today = timezone.localdate()
    rows = ([one.title, label, count, today] for one in _counted(today)[1] for label, count in one.rows)
    return csv_answer("statistics.csv", ["جدول", "ردیف", "شناسنامهٔ منتشرشده", "شمرده در"], rows)
