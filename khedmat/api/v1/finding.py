"""Finding a service by words, by the beginning of words, and by an ID that may be damaged."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from khedmat.api import answers
from khedmat.api.schemas import Problem, Summary
from khedmat.cards.identifiers import looks_like, slips
from khedmat.cards.models import Service, ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.core.persian import fold_line

router = Router(tags=["finding"])
Asked = Annotated[
    str, Query(max_length=200, pattern=r"^[^\x00]*$", description="Words; letters and digits are folded.")
]
MOST_SUGGESTED = 8


class Hit(Summary):
    because: str | None = Field(description="The popular name that led here, where one did.")


class Hits(Schema):
    total: int
    items: list[Hit]


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


def found(words: str) -> VersionQuerySet:
    """The search behind the API."""
    return ServiceVersion.objects.published().for_list().matching(words)


@router.get("/search", response={200: Hits, 422: Problem}, url_name="search")
def search(request: HttpRequest, q: Asked, limit: Annotated[int, Query(ge=1, le=50)] = 20) -> dict[str, Any]:
    """The best first."""
    rows = found(q)
    items = [answers.summary(request, row) | {"because": row.popular_name} for row in rows[:limit]]
    return {"total": rows.count(), "items": items}


@router.get("/suggest", response={200: list[Suggestion], 422: Problem}, url_name="suggest")
def suggest(request: HttpRequest, q: Asked) -> list[dict[str, Any]]:
    """Titles while somebody types."""
    rows = found(q).values_list("service", "title", "service__owner__name")[:MOST_SUGGESTED]
    return [{"id": pk, "title": title, "agency": agency} for pk, title, agency in rows]


@router.get("/resolve/{number}", response={200: Resolved, 422: Problem}, url_name="resolve")
def resolve(request: HttpRequest, number: str) -> dict[str, Any]:
    """What a damaged ID probably meant, with evidence."""
    bare = "".join(filter(str.isalnum, fold_line(number[:40])))
    exact = Service.objects.shown().filter(code=bare).values_list("pk", flat=True).first()
    return {"asked": bare, "exact": exact, "looks_like": looks_like(bare), "likely": [] if exact else _likely(bare)}


def _likely(bare: str) -> list[dict[str, Any]]:
    near = slips(bare)
    shown = ServiceVersion.objects.public().filter(service__code__in=near).order_by("service__code", "-number")
    rows = shown.distinct("service__code").values_list("service", "service__code", "title", "service__owner__name")
    return [{"id": pk, "code": code, "title": title, "agency": of, "why": near[code]} for pk, code, title, of in rows]
