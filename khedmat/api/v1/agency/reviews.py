"""What the review asks of an agency's cards, and the agency's answers."""

from datetime import datetime
from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from khedmat.api.bearer import AgencyBearer
from khedmat.api.once import OnceKey, once
from khedmat.api.paging import Order, Paged, page_of
from khedmat.api.schemas import Row
from khedmat.api.v1.agency.schemas import REFUSALS
from khedmat.cards.enums import UNDER_REVIEW, Say
from khedmat.cards.models import Remark, ServiceVersion
from khedmat.cards.reviewing import Words, remark
from khedmat.cards.threads import Thread, by_box
from khedmat.core.persian import fold
from khedmat.organizations.enums import TokenScope
from khedmat.organizations.models import Organization

router = Router(tags=["agency"])
BY_KEY = Order("id")
PLAIN = r"^[^\x00]*$"


class Spoken(Schema):
    """One remark on one box. `proposed`: the text or lines that would stand there."""

    kind: str = Field(description="ask, suggest, accept, answer")
    text: str
    proposed: Any = None
    of_centre: bool
    at: datetime


class AskedBox(Schema):
    path: str = Field(description="The box as rules name it: card.cost")
    is_open: bool = Field(description="Waits until whoever asked finds it fine.")
    remarks: list[Spoken]


class Review(Schema):
    """A version under review with what was said of its boxes."""

    version: int
    service: int
    code: str | None
    title: str
    number: int
    stage: str
    boxes: list[AskedBox]


class Reviews(Schema):
    items: list[Review]
    next: str | None


class Reply(Schema):
    """What the agency says of a box that was asked about."""

    path: Annotated[str, Field(max_length=200, pattern=PLAIN)]
    text: Annotated[str, Field(max_length=5000, pattern=PLAIN)]


@router.get(
    "/agency/reviews",
    auth=AgencyBearer(TokenScope.REVIEWS),
    response={200: Reviews} | REFUSALS,
    url_name="agency-reviews",
)
def reviews(request: HttpRequest, wanted: Query[Paged]) -> dict[str, Any]:
    """Cards of the agency that are under review, with every remark on their boxes, the oldest first."""
    versions = _under_review(request.auth.organization).select_related("service")
    shown, following = page_of(request, versions, by=BY_KEY, wanted=wanted)
    said = Remark.objects.filter(version__in=shown).order_by("pk")
    boxes = {version.pk: by_box(one for one in said if one.version_id == version.pk) for version in shown}
    return {"items": [_review(version, boxes[version.pk]) for version in shown], "next": following}


@router.post(
    "/agency/reviews/{version}/replies",
    auth=AgencyBearer(TokenScope.REVIEWS),
    response={200: AskedBox} | REFUSALS,
    url_name="agency-replies",
)
def reply(request: HttpRequest, *, version: Row, words: Reply, once_key: OnceKey = "") -> HttpResponse:
    """The agency answers what was asked of a box; the answer stands in the thread for good, in the maker's name."""
    found = ServiceVersion.objects.filter(owner=request.auth.organization, pk=version).first()
    if found is None:
        raise Http404

    def act() -> AskedBox:
        said = Words(words.path, Say.ANSWER, fold(words.text).strip())
        remark(found, said, by=request.auth.made_by, at=timezone.now())
        return AskedBox(**_box(by_box(found.remarks.filter(path=words.path).order_by("pk"))[words.path]))

    return once(request, once_key, act)


def _under_review(agency: Organization) -> QuerySet[ServiceVersion]:
    return ServiceVersion.objects.filter(owner=agency, stage__in=UNDER_REVIEW)


def _review(version: ServiceVersion, boxes: dict[str, Thread]) -> dict[str, Any]:
    return {
        "version": version.pk,
        "service": version.service_id,
        "code": version.service.code,
        "title": version.title,
        "number": version.number,
        "stage": version.stage,
        "boxes": list(map(_box, boxes.values())),
    }


def _box(thread: Thread) -> dict[str, Any]:
    """Who asked is known at the desk; a program need not hold names."""
    said = [{name: getattr(one, name) for name in Spoken.model_fields} for one in thread.remarks]
    return {"path": thread.path, "is_open": thread.is_open, "remarks": said}
