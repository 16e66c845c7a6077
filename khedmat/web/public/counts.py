"""How often a service was asked for and given: its years as bars and figures, its reports to take away."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse

from khedmat.cards.counts.summing import ServiceYear, years_in
from khedmat.cards.models import ServiceCount, ServiceVersion
from khedmat.cards.models.counts import NUMBERS
from khedmat.core.persian import persian_digits
from khedmat.linked_data.datasets import COUNTS
from khedmat.web.public.access import in_force_or_404, public_page
from khedmat.web.public.bars import Bar, bars
from khedmat.web.tables import csv_answer

SHOWN = 5
FROM = {"year": "گزارش سالانه", "season": "گزارش %s فصل", "month": "گزارش %s ماه"}
OWN = {"agency": "دستگاه گزارش‌دهنده", "at": "زمان گزارش"}
NAMES = (
    "report", "period", "first_day", "last_day", "channel", *NUMBERS,
    "not_offered", "source", "agency", "at", "corrects",
)  # fmt: skip
COLUMNS = tuple((COUNTS.columns | OWN)[name] for name in NAMES)


class ShownYear(NamedTuple):
    """A year with the words that say from what it is added up."""

    year: ServiceYear
    made_of: str

    @property
    def is_not_offered(self) -> bool:
        """In all of its periods that were reported."""
        return self.year.not_offered_in == self.year.periods


def counts_of(version: ServiceVersion, rows: Iterable[Any]) -> dict[str, Any] | None:
    """Of rows that came by `with_years`: the last years, those with a number of requests as bars. None: no report."""
    found = next((years_in(row) for row in rows if row.pk == version.pk), [])[:SHOWN]
    if not found:
        return None
    told: dict[str, int] = {persian_digits(year.year): year.received for year in found if year.received is not None}
    drawn: list[Bar] = bars(told)
    return {"years": list(map(_shown, found)), "bars": drawn, "at": max(year.at for year in found)}


def _shown(year: ServiceYear) -> ShownYear:
    words = FROM[year.kind]
    return ShownYear(year, words % persian_digits(year.periods) if "%s" in words else words)


@public_page
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """Every report that no later one corrects, the newest period first; an empty cell is not known."""
    service = in_force_or_404(pk).service_id
    found = ServiceCount.objects.standing().filter(service=service).select_related("as_organization")
    return csv_answer(f"service-{pk}-statistics.csv", COLUMNS, map(_cells, found.newest_first()))


def _cells(row: ServiceCount) -> list[object]:
    numbers = [getattr(row, name) for name in NUMBERS]
    none = "بله" if row.not_offered else ""
    who = [row.source, row.as_organization.name, row.at.isoformat(), row.corrects_id]
    return [row.pk, row.period.title, row.first_day, row.last_day, row.get_channel_display(), *numbers, none, *who]
