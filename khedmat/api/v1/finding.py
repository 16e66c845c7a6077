"""Finding a service by words, by the beginning of words, and by an ID that may be damaged."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Path, Query, Router, Schema

from khedmat.api import answers
from khedmat.api.schemas import Problem, Summary
from khedmat.cards.identifiers import bare, looks_like, slips
from khedmat.cards.models import Service, ServiceVersion
from khedmat.search.living import asked

router = Router(tags=["finding"])
Asked = Annotated[
    str, Query(max_length=200, pattern=r"^[^\x00]*$", description="Words; letters and digits are folded.")
]
MOST_SUGGESTED = 8


class Suggestion(Schema):
    id: int
    title: str
    agency: str


class Likely(Schema):
    id: int
    code: str
    title: str
    agency: str
    why: str = Field(description="The slip that would turn this ID into what was asked, in Persian.")


class Resolved(Schema):
    """Never a correction: `exact` is the service that bears the ID; `likely` are known IDs one slip away."""

    asked: str
    exact: int | None
    looks_like: str = Field(description="What a number that is no ID most likely is, in Persian; or empty.")
    likely: list[Likely]


def found(words: str, limit: int) -> list[ServiceVersion]:
    """The best first: by the index of this host, by the database where there is none."""
    rows = ServiceVersion.objects.published().for_list()
    keys = asked(lambda index: index.keys(words, limit))
    if keys is None:
        return list(rows.matching(words)[:limit])
    by_key = {row.service_id: row for row in rows.filter(service__in=keys)}
    return [by_key[key] for key in keys if key in by_key]


@router.get("/search", response={200: list[Summary], 422: Problem}, url_name="search")
def search(request: HttpRequest, q: Asked, limit: Annotated[int, Query(ge=1, le=50)] = 20) -> list[dict[str, Any]]:
    """The best first."""
    return [answers.summary(request, row) for row in found(q, limit)]


@router.get("/suggest", response={200: list[Suggestion], 422: Problem}, url_name="suggest")
def suggest(request: HttpRequest, q: Asked) -> list[dict[str, Any]]:
    """Titles while somebody types."""
    rows = found(q, MOST_SUGGESTED)
    return [{"id": row.service_id, "title": row.title, "agency": row.service.owner.name} for row in rows]


@router.get("/resolve/{number}", response={200: Resolved, 422: Problem}, url_name="resolve")
def resolve(request: HttpRequest, number: Annotated[str, Path(max_length=40)]) -> dict[str, Any]:
    """What a damaged ID probably meant, with evidence."""
    typed = bare(number)
    exact = Service.objects.shown().filter(code=typed).values_list("pk", flat=True).first()
    return {"asked": typed, "exact": exact, "looks_like": looks_like(typed), "likely": [] if exact else _likely(typed)}


def _likely(number: str) -> list[dict[str, Any]]:
    near = slips(number)
    shown = ServiceVersion.objects.public().filter(service__code__in=near).order_by("service__code", "-number")
    rows = shown.distinct("service__code").values_list("service", "service__code", "title", "service__owner__name")
    return [{"id": pk, "code": code, "title": title, "agency": of, "why": near[code]} for pk, code, title, of in rows]
