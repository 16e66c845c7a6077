"""Published forms as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from khedmat.cards.models import ServiceVersion
from khedmat.organizations.models import Organization
from khedmat.web.permit_lists import of_agency
from khedmat.web.printed import of_version, sent
from khedmat.web.public.access import in_force_or_404, public_page
from khedmat.web.public.agencies import gone


@public_page
def card(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    version = in_force_or_404(pk)
    return sent(request, of_version(request, version), kind)


@public_page
def version_card(request: HttpRequest, *, pk: int, number: int, kind: str) -> HttpResponse:
    version = get_object_or_404(ServiceVersion.objects.public().for_page(), service=pk, number=number)
    return sent(request, of_version(request, version), kind)


@public_page
def permits(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    agency = get_object_or_404(Organization, code=slug)
    if agency.has_ended(timezone.localdate()):
        return gone(request, agency)
    printed = of_agency(request, agency)
    if not printed.document.permits or kind == "html":
        raise Http404
    return sent(request, printed, kind)
