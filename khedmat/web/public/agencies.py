"""Agencies for readers: the tree, a search by any name, the page of one, and the page of one that has ended."""

from http import HTTPStatus
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from khedmat.core.persian import fold_line, squeeze
from khedmat.organizations.models import FormerName, Organization, Succession
from khedmat.organizations.standing import successors_of
from khedmat.web import agencies, geography
from khedmat.web.desk.organizations.showing import changes_of
from khedmat.web.facts import published
from khedmat.web.public.access import public_page
from khedmat.web.public.paging import paged
from khedmat.web.public.views import LONGEST_QUERY


@public_page
def agency_list(request: HttpRequest) -> HttpResponse:
    today, words = timezone.localdate(), fold_line(request.GET.get("q", ""))[:LONGEST_QUERY]
    tree, is_whole = agencies.tree_on(today), request.GET.get("all") == "1"
    grown = agencies.branches(tree, is_whole=is_whole)
    context = {
        "words": words,
        "found": agencies.search(words, today) if squeeze(words) else [],
        "branches": grown,
        "is_whole": is_whole,
        "known": len(tree.known),
        "map": geography.MAP,
        "places": {one.place.code for one in agencies.publishing() if one.place},
    }
    return render(request, "public/agency_list.html", context)


@public_page
def agency(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(_with_history(), code=slug)
    today = timezone.localdate()
    if found.has_ended(today):
        return gone(request, found)
    tree, counts = agencies.tree_on(today), agencies.published_by_agency()
    told = _told(found) if found.has_history else {"agency": found, "names": [], "changes": []}
    context = told | {
        "page": paged(request, published().of_agency(found), count=counts.get(found.pk, 0)),
        "query": "",
        "line": tree.line(found),
        "branches": tree.branches(counts, found.pk),
    }
    return render(request, "public/agency.html", context)


def _with_history() -> QuerySet[Any]:
    """`has_history`: whether there are former names or changes to ask for; most agencies have none."""
    named = FormerName.objects.filter(organization=OuterRef("pk"))
    changed = Succession.objects.filter(Q(before=OuterRef("pk")) | Q(after=OuterRef("pk")))
    found = Organization.objects.select_related("parent", "place")
    return found.annotate(has_history=Exists(named) | Exists(changed))


def gone(request: HttpRequest, agency: Organization) -> HttpResponse:
    """Whatever was asked of an agency that has ended: that it has, and who came in its place."""
    ended = _told(agency) | {"successors": successors_of(agency)}
    return render(request, "public/agency_ended.html", ended, status=HTTPStatus.GONE)


def _told(agency: Organization) -> dict[str, object]:
    return {"agency": agency, "names": agency.former_names.for_list(), "changes": changes_of(agency)}
