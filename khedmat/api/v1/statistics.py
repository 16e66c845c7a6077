"""Numbers of the whole registry."""

from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from khedmat.cards.counts.summing import registry_years
from khedmat.cards.figures import figure
from khedmat.cards.models import ServiceVersion

router = Router(tags=["statistics"])
COLUMNS = {"types": "service_type", "levels": "level", "events": "life_events", "natures": "nature"}


class ReportedYear(Schema):
    """A Jalali year, added up over the services of which something was reported. Null: not known of any."""

    year: int
    services: int
    received: int | None
    done: int | None
    refused: int | None


class Statistics(Schema):
    """Of published cards. A card with several answers in a box counts under each."""

    services: int
    agencies: int
    identified: int = Field(description="With an 11-digit ID.")
    electronic: int = Field(description="Some stage is electronic, as the form says.")
    not_electronic: int = Field(
        description="The form says of no stage that it is; forms that say nothing are in neither."
    )
    types: dict[str, int]
    levels: dict[str, int]
    events: dict[str, int]
    natures: dict[str, int]
    reported: list[ReportedYear] = Field(description="What agencies report of their services, the newest year first.")


@router.get("/statistics", response=Statistics, url_name="statistics")
def statistics(request: HttpRequest) -> dict[str, Any]:
    """Counted once after each decision."""
    return figure("api statistics", _counted)


def _counted() -> dict[str, Any]:
    rows = ServiceVersion.objects.published().order_by()
    return {
        "services": rows.count(),
        "agencies": rows.values("owner").distinct().count(),
        "identified": rows.exclude(service__code=None).count(),
        "electronic": rows.electronic(True).count(),
        "not_electronic": rows.electronic(False).count(),
        **{name: rows.counts_of(column) for name, column in COLUMNS.items()},
        "reported": [year._asdict() for year in registry_years()],
    }
