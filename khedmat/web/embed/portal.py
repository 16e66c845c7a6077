"""What was found on an agency's own pages, for everybody."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from khedmat.cards.portal.pages import page_of
from khedmat.cards.portal.recording import last_check
from khedmat.organizations.models import Organization
from khedmat.organizations.standing import successors_of
from khedmat.web.embed.portal_rows import page_rows, service_rows
from khedmat.web.public.access import public_page
from khedmat.web.public.paging import paged


@public_page
def portal(request: HttpRequest, slug: str) -> HttpResponse:
    agency = get_object_or_404(Organization, code=slug)
    if agency.has_ended(timezone.localdate()):
        ended = {"agency": agency, "names": [], "changes": [], "successors": successors_of(agency)}
        return render(request, "public/agency_ended.html", ended, status=HTTPStatus.GONE)
    return render(request, "embed/portal.html", told(request, agency))


def told(request: HttpRequest, agency: Organization) -> dict[str, Any]:
    """Two questions, whatever the list holds."""
    check = last_check(agency)
    return {
        "agency": agency,
        "kept": page_of(agency),
        "check": check,
        "pages": page_rows(check) if check else [],
        "page": paged(request, service_rows(check) if check else [], size=40),
    }
