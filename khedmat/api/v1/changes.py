"""The feed of changes: what was published, suspended or ended, for copies that follow."""

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Query, Router, Schema

from khedmat.api.schemas import Problem
from khedmat.cards.models import StageChange
from khedmat.cards.public_changes import changes

router = Router(tags=["changes"])


class Change(Schema):
    id: int
    at: datetime
    kind: str = Field(description="published, suspended or retired.")
    service: int
    code: str | None
    agency: str
    number: int = Field(description="Number of the version.")
    sha256: str
    gone: bool = Field(description="A tombstone: the service has ended and leaves the copy.")
    successor: int | None
    card: str | None = Field(description="Address of the card; null of what has ended.")


class Feed(Schema):
    items: list[Change]
    since: int = Field(description="Ask from here the next time, also when nothing came.")


@router.get("/changes", response={200: Feed, 422: Problem}, url_name="changes")
def feed(
    request: HttpRequest,
    since: Annotated[int, Query(ge=0, le=2**63 - 1, description="`since` of the answer before.")] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> dict[str, Any]:
    """In the order in which they were decided; nothing comes twice and nothing is passed over."""
    found, reached = changes(since, limit)
    return {"items": [_said(request, one) for one in found], "since": reached}


def _said(request: HttpRequest, one: StageChange) -> dict[str, Any]:
    service, is_gone = one.version.service, one.target == "retired"
    address = request.build_absolute_uri(reverse("api:service", args=[service.pk]))
    return {
        "id": one.pk,
        "at": one.at,
        "kind": one.target,
        "service": service.pk,
        "code": service.code,
        "agency": service.owner.code,
        "number": one.version.number,
        "sha256": one.sha256,
        "gone": is_gone,
        "successor": one.successor_id,
        "card": None if is_gone else address,
    }
