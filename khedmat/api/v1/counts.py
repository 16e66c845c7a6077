"""How often a service was asked for and given, as its agency reports it."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from khedmat.api.problems import found_in_force
from khedmat.api.schemas import Gone, Key, Problem
from khedmat.cards.counts.summing import years_of
from khedmat.cards.models import ServiceCount

router = Router(tags=["services"])


class YearRow(Schema):
    """A Jalali year, added up from the largest periods that were reported of it."""

    year: int
    kind: str = Field(description="From which periods: year, season, month.")
    periods: int = Field(description="How many of them were reported.")
    received: int | None
    done: int | None
    refused: int | None
    not_offered_in: int = Field(description="In how many of them the service was not offered.")


class CountReport(Schema):
    """A report that no later one corrects. Null: not known; channel null: all together."""

    id: int
    period: str = Field(description="Jalali: 1404, 1404-S2, 1404-05.")
    first_day: date
    last_day: date
    channel: str | None
    received: int | None
    done: int | None
    refused: int | None
    mean_days: float | None
    median_days: float | None
    not_offered: bool
    source: str
    agency: str = Field(description="Code of the agency that reported it.")
    at: datetime
    corrects: int | None


class ServiceStatistics(Schema):
    declared: dict[str, Any] = Field(description="What the card itself says of its recipients: count, per.")
    years: list[YearRow]
    reports: list[CountReport] = Field(description="The newest period first.")


@router.get(
    "/services/{id}/statistics",
    response={200: ServiceStatistics, 404: Problem, 410: Gone, 422: Problem},
    url_name="service-statistics",
)
def service_statistics(request: HttpRequest, id: Key) -> dict[str, Any]:  # noqa: A002
    """What the card declares beside what was reported."""
    version = found_in_force(id)
    counts = ServiceCount.objects.filter(service=version.service_id)
    reports = counts.standing().select_related("as_organization").newest_first()
    return {
        "declared": version.public_card.recipients.model_dump(),
        "years": [row._asdict() for row in years_of(version.service_id)],
        "reports": list(map(_report, reports)),
    }


def _report(row: ServiceCount) -> dict[str, Any]:
    same = {name: getattr(row, name, None) for name in CountReport.model_fields}
    own = {"period": row.period.code, "agency": row.as_organization.code, "corrects": row.corrects_id}
    return same | own | {"channel": row.channel or None}
