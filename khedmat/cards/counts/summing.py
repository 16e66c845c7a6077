"""Reported counts added up by Jalali year: of one service, and of the published registry. Nothing is counted twice."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, Max, Q, QuerySet, Sum

from khedmat.cards.models import Service, ServiceCount

SUMS: dict[str, Any] = {
    "sum_received": Sum("received"),
    "sum_done": Sum("done"),
    "sum_refused": Sum("refused"),
    "not_offered_in": Count("first_day", distinct=True, filter=Q(not_offered=True)),
    "last_at": Max("at"),
}


class ServiceYear(NamedTuple):
    """A year of a service; null is not known. `kind`, `periods`: from how many of which periods it is added up."""

    year: int
    kind: str
    periods: int
    received: int | None
    done: int | None
    refused: int | None
    not_offered_in: int
    at: datetime


class RegistryYear(NamedTuple):
    """A year of all published services of which something is reported; `services`: how many they are."""

    year: int
    services: int
    received: int | None
    done: int | None
    refused: int | None
    at: datetime


def summed(counts: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Years of one service, the newest first, as what `service_years` takes."""
    by_year = counts.decisive().order_by().values("year", "kind")  # type: ignore[attr-defined]
    return by_year.annotate(periods=Count("first_day", distinct=True), **SUMS).order_by("-year")


def service_years(rows: Iterable[dict[str, Any]]) -> list[ServiceYear]:
    return [ServiceYear(**_plain(row)) for row in rows]


def registry_years() -> list[RegistryYear]:
    """The newest first."""
    counts = ServiceCount.objects.filter(service__in=Service.objects.public().values("pk")).decisive()
    by_year = counts.order_by().values("year").annotate(services=Count("service", distinct=True), **SUMS)
    rows = [_plain(row) for row in by_year.order_by("-year")]
    return [RegistryYear(**{name: row[name] for name in RegistryYear._fields}) for row in rows]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name.removeprefix("sum_").removeprefix("last_"): value for name, value in row.items()}
