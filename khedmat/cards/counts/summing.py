"""Reported counts added up by Jalali year: of one service, and of the published registry. Nothing is counted twice."""

from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Max, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import JSONObject

from khedmat.cards.models import Service, ServiceCount

SUMS: dict[str, Any] = {
    "sum_received": Sum("received"),
    "sum_done": Sum("done"),
    "sum_refused": Sum("refused"),
    "not_offered_in": Count("first_day", distinct=True, filter=Q(not_offered=True)),
    "last_at": Max("at"),
}


class ServiceYear(NamedTuple):
    """A year of a service; null is not known. `kind`, `periods`: from how many of which periods it is added up;
    `sources`: from which letters and reports; `at`: when the last of them came.
    """

    year: int
    kind: str
    periods: int
    received: int | None
    done: int | None
    refused: int | None
    not_offered_in: int
    sources: list[str]
    at: datetime


class RegistryYear(NamedTuple):
    """A year of all published services of which something is reported; `services`: how many they are."""

    year: int
    services: int
    received: int | None
    done: int | None
    refused: int | None
    at: datetime


def years_of(service: Service | int) -> list[ServiceYear]:
    """The newest first."""
    return [ServiceYear(**_plain(row)) for row in _by_year(ServiceCount.objects.filter(service=service))]


def with_years(versions: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Versions, each with what `years_in` reads of its service: no question of its own."""
    rows = _by_year(ServiceCount.objects.filter(service=OuterRef("service")))
    names = {name: name for name in ("year", "kind", "periods", "sources", *SUMS)}
    return versions.annotate(years=ArraySubquery(rows.values(json=JSONObject(**names))))


def years_in(version: Any) -> list[ServiceYear]:
    rows = map(_plain, version.years)
    return [ServiceYear(**row | {"at": datetime.fromisoformat(row["at"])}) for row in rows]


def _by_year(counts: Any) -> QuerySet[Any, Any]:
    rows = counts.decisive().order_by().values("year", "kind")
    sources = ArrayAgg("source", distinct=True)
    return rows.annotate(periods=Count("first_day", distinct=True), sources=sources, **SUMS).order_by("-year")


def registry_years() -> list[RegistryYear]:
    """The newest first."""
    counts = ServiceCount.objects.filter(service__in=Service.objects.public().values("pk")).decisive()
    by_year = counts.order_by().values("year").annotate(services=Count("service", distinct=True), **SUMS)
    rows = [_plain(row) for row in by_year.order_by("-year")]
    return [RegistryYear(**{name: row[name] for name in RegistryYear._fields}) for row in rows]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name.removeprefix("sum_").removeprefix("last_"): value for name, value in row.items()}
