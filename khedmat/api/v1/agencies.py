"""Agencies, their services, and how many of these are declared, registered and published."""

from datetime import date
from typing import Any

from django.db.models import Count, F, Q
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Field, Query, Router, Schema

from khedmat.api.paging import Order, Paged, page_of
from khedmat.api.schemas import Listing, Problem, Slug, Words
from khedmat.api.v1.catalogue import Filters, listed, narrowed
from khedmat.cards.duty.counting import confirmed_by, counts_of
from khedmat.organizations.models import Organization

router = Router(tags=["agencies"])
BY_NAME = Order("sort_key")


class AgencyRow(Schema):
    code: str
    name: str
    aliases: list[str]
    kind: str
    scope: str
    parent: str | None = Field(None, alias="parent_code", description="Code of the agency above it.")
    place: str | None = Field(None, alias="place_code", description="National code of its province.")
    domains: list[str]
    services: int = Field(alias="services_count", description="Published cards.")
    valid_from: date | None
    valid_to: date | None


class Agencies(Schema):
    items: list[AgencyRow]
    next: str | None


class Coverage(Schema):
    """Null: no list of titles is confirmed, which is not a list of none."""

    code: str
    name: str
    declared: int | None = Field(description="Titles that the highest official confirmed.")
    registered: int = Field(description="Services with a card that the agency sent.")
    identified: int = Field(description="Services with an ID.")
    published: int


class CoverageList(Schema):
    items: list[Coverage]
    next: str | None


class Wanted(Paged):
    q: Words = Field("", description="A piece of the name.")


@router.get("/agencies", response={200: Agencies, 404: Problem, 422: Problem}, url_name="agency-list")
def agency_list(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """All agencies by name, those that ended too."""
    found, following = page_of(request, _named(_rows(), wanted), by=BY_NAME, wanted=wanted)
    return {"items": found, "next": following}


@router.get("/agencies/{code}", response={200: AgencyRow, 404: Problem, 422: Problem}, url_name="agency")
def agency(request: HttpRequest, code: Slug) -> Organization:
    """One agency."""
    return get_object_or_404(_rows(), code=code)


@router.get(
    "/agencies/{code}/services", response={200: Listing, 404: Problem, 422: Problem}, url_name="agency-services"
)
def agency_services(request: HttpRequest, code: Slug, wanted: Query[Filters]) -> dict[str, Any]:
    """Published cards of one agency."""
    owner = get_object_or_404(Organization, code=code)
    return listed(request, narrowed(wanted).filter(owner=owner), wanted)


@router.get("/coverage", response={200: CoverageList, 404: Problem, 422: Problem}, url_name="coverage")
def coverage(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Of agencies in force: services declared, registered, identified and published."""
    rows = _named(Organization.objects.in_force(localdate()), wanted)
    found, following = page_of(request, rows, by=BY_NAME, wanted=wanted)
    counts, declared = counts_of(found), confirmed_by(found)
    return {"items": [_coverage(one, counts.get(one.pk, {}), declared.get(one.pk)) for one in found], "next": following}


def _rows() -> Any:
    published = Count("services__versions", filter=Q(services__versions__stage="published"))
    return Organization.objects.annotate(
        parent_code=F("parent__code"), place_code=F("place__code"), services_count=published
    )


def _named(rows: Any, wanted: Wanted) -> Any:
    return rows.filter(name__icontains=wanted.q) if wanted.q else rows


def _coverage(one: Organization, counts: dict[str, int], declared: Any) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.name,
        "declared": declared.number if declared else None,
        "registered": counts.get("prepared", 0),
        "identified": counts.get("given", 0),
        "published": counts.get("shown", 0),
    }
