"""How often services were asked for and given, reported by their agency's program for whole periods."""

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Router, Schema

from khedmat.api.bearer import AgencyBearer
from khedmat.api.once import OnceKey, once
from khedmat.api.v1.agency.schemas import REFUSALS, Refusal
from khedmat.cards import vocabulary as v
from khedmat.cards.counts.reporting import MOST_ROWS, Kept, Told, report
from khedmat.cards.models.counts import MOST, MOST_DAYS
from khedmat.core.periods import parse
from khedmat.core.persian import fold_line
from khedmat.organizations.enums import TokenScope

router = Router(tags=["agency"])
PERIOD = r"^1[34][0-9]{2}(-(0[1-9]|1[0-2]|S[1-4]))?$"
Number = Annotated[int | None, Field(ge=0, le=MOST)]
Days = Annotated[float | None, Field(ge=0, le=MOST_DAYS)]


class CountRow(Schema):
    """A service in a period. Null: not known; 0: none; `not_offered`: there was no such service then."""

    service: Annotated[str, Field(pattern=r"^[1-9][0-9]{0,17}$", description="Key of the service, or its ID.")]
    period: Annotated[str, Field(pattern=PERIOD, description="Jalali year, season or month: 1404, 1404-S2, 1404-05.")]
    channel: Annotated[v.Channel | Literal["in_person"] | None, Field(description="Null: all together.")] = None
    received: Number = None
    done: Number = None
    refused: Number = None
    mean_days: Days = None
    median_days: Days = None
    not_offered: bool = False
    source: Annotated[
        str, Field(max_length=300, pattern=r"^\s*[^\s\x00][^\x00]*$", description="Letter or address of the report.")
    ]
    corrects: Annotated[int | None, Field(ge=1, le=2**63 - 1, description="The report that this one corrects.")] = None


class Counts(Schema):
    rows: Annotated[list[CountRow], Field(min_length=1, max_length=MOST_ROWS)]


class Reported(Schema):
    """The report that stands for a row now."""

    id: int = Field(description="Names it in `corrects`.")
    what: str = Field(description="added, corrected, left")
    service: int
    period: str
    first_day: date
    last_day: date


class Receipt(Schema):
    rows: list[Reported] = Field(description="In the order of the question.")


class RowProblem(Schema):
    row: int = Field(description="Place in the list, from 1.")
    reason: str = Field(description="unknown, not_over, twice, nothing, both, told, outdated")
    detail: str
    detail_en: str


class RowsProblem(Refusal):
    rows: list[RowProblem] = []


@router.post(
    "/agency/statistics",
    auth=AgencyBearer(TokenScope.COUNTS),
    response={200: Receipt} | REFUSALS | {422: RowsProblem},
    url_name="agency-statistics",
)
def report_counts(request: HttpRequest, *, counts: Counts, once_key: OnceKey = "") -> HttpResponse:
    """All rows are taken or none, and each refused row is told with its reasons. The same row again changes nothing;
    another one for the same service, period and channel names in `corrects` the report that it takes the place of:
    without numbers it takes it back.
    """
    told = list(map(_told, counts.rows))

    def act() -> Receipt:
        kept = report(request.auth.organization, told, by=request.auth.made_by, at=timezone.now())
        return Receipt(rows=list(map(_reported, kept)))

    return once(request, once_key, act)


def _told(row: CountRow) -> Told:
    said = row.dict() | {"channel": row.channel or "", "source": fold_line(row.source)}
    return Told(**said | {"period": parse(row.period)})


def _reported(kept: Kept) -> dict[str, Any]:
    row = kept.row
    what = "left" if not kept.is_new else "corrected" if row.corrects_id else "added"
    days = {"first_day": row.first_day, "last_day": row.last_day}
    return {"id": row.pk, "what": what, "service": row.service_id, "period": row.period.code, **days}
