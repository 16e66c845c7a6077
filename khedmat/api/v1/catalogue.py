"""Published services: the list with its filters, and one card."""

from datetime import date, datetime, time
from typing import Any, Literal

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.timezone import make_aware
from ninja import Field, Query, Router

from khedmat.api import answers, problems
from khedmat.api.linked import CONTRACT, as_data, data
from khedmat.api.paging import Order, Paged, page_of
from khedmat.api.schemas import Code, Detail, Gone, Key, Listing, Problem, Words
from khedmat.cards import vocabulary as v
from khedmat.cards.models import LocalCopy, ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.linked_data.formats import FORMATS

router = Router(tags=["services"])
ORDERS = {
    "key": Order("service"),
    "title": Order("sort_key"),
    "-published": Order("published_at", is_down=True),
    "published": Order("published_at"),
}


class Filters(Paged):
    """Filters, the order and the page of the list."""

    q: Words = Field("", description="Words; letters, digits and half-spaces are folded.")
    type: v.ServiceType | None = None
    audience: Words = Field("", description="Words of the box «audience».")
    level: v.Level | None = None
    event: v.LifeEvent | None = None
    electronic: bool | None = None
    place: str = Field("", pattern=r"^(\d{2})?$", description="National code of a province, two digits.")
    cost: Literal["free", "paid"] | None = None
    permit: bool | None = Field(None, description="Leads to a permit, as the form says.")
    status: Literal["published", "suspended", "retired"] = "published"
    updated_after: date | None = Field(None, description="Published on this day (Tehran) or later.")
    sort: Literal["key", "title", "published", "-published"] = "key"


class Wanted(Filters):
    """The same with the agency."""

    agency: Code = ""


NARROW = {
    "q": lambda rows, words: rows.filter(pk__in=rows.matching(words).order_by().values("pk")),
    "agency": lambda rows, code: rows.of_agency(code),
    "type": lambda rows, kind: rows.of_type(kind),
    "audience": lambda rows, words: rows.filter(audience__icontains=words),
    "level": lambda rows, level: rows.at_level(level),
    "event": lambda rows, event: rows.for_event(event),
    "electronic": lambda rows, wanted: rows.electronic(wanted),
    "place": lambda rows, code: rows.filter(_at(code)),
    "cost": lambda rows, cost: rows.filter(COSTS[cost]),
    "permit": lambda rows, wanted: rows.filter(leads_to_permit=wanted),
    "updated_after": lambda rows, day: rows.filter(published_at__gte=make_aware(datetime.combine(day, time.min))),
}
COSTS = {"free": Q(content__cost__free=True), "paid": Q(costitem_rows__amount_rial__gt=0)}


def _at(code: str) -> Q:
    """Of an agency in the province, or with a copy of its own there."""
    copies = LocalCopy.objects.published().filter(service=OuterRef("service"), place__code=code)
    return Q(owner__place__code=code) | Q(Exists(copies))


@router.get("/services", response={200: Listing, 404: Problem, 422: Problem}, url_name="service-list")
def service_list(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Published cards."""
    return listed(request, narrowed(wanted), wanted)


def listed(request: HttpRequest, rows: QuerySet[ServiceVersion], wanted: Filters) -> dict[str, Any]:
    found, following = page_of(request, rows, by=ORDERS[wanted.sort], wanted=wanted)
    return {"items": [answers.summary(request, version) for version in found], "next": following}


@router.get(
    "/services/{id}.{kind}",
    response={404: Problem, 410: Gone, 422: Problem},
    url_name="service-data",
    openapi_extra=CONTRACT,
)
def service_data(request: HttpRequest, id: Key, kind: Literal["jsonld", "ttl", "nt"]) -> HttpResponse:
    """One card as linked data, for who can choose an address and no headers."""
    return data(problems.found_in_force(id), FORMATS[kind])


@router.get(
    "/services/{id}",
    response={200: Detail, 404: Problem, 410: Gone, 422: Problem},
    url_name="service",
    openapi_extra=CONTRACT,
)
def service(request: HttpRequest, response: HttpResponse, id: Key) -> Any:
    """One card, by its key here or by its 11-digit ID; as linked data where `Accept` prefers it."""
    found = problems.found_in_force(id)
    patch_vary_headers(response, ["Accept"])
    return as_data(request, found) or answers.detail(request, found)


def narrowed(wanted: Filters) -> QuerySet[ServiceVersion]:
    """The versions that fit all filters given."""
    versions: VersionQuerySet = ServiceVersion.objects.filter(stage=wanted.status).for_list()
    for name, narrow in NARROW.items():
        value = getattr(wanted, name, None)
        if value not in (None, ""):
            versions = narrow(versions, value)
    return versions.distinct() if wanted.cost == "paid" else versions
