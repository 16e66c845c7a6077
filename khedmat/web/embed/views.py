"""The list of an agency and the short page of a card, as other sites show them."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from khedmat.cards.models import Service
from khedmat.embedding.assets import TYPES, asset
from khedmat.embedding.listing import Listing, listing_of
from khedmat.embedding.pages import card_page, list_page, list_part
from khedmat.organizations.models import Organization
from khedmat.web.embed.access import embed_page
from khedmat.web.public.access import in_force_or_404


@embed_page
def agency(request: HttpRequest, slug: str) -> HttpResponse:
    return HttpResponse(list_page(_listing(slug)))


@embed_page
def agency_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Without the frame of a page: for a script, or for whoever puts it into a page of theirs."""
    return HttpResponse(list_part(_listing(slug)))


@embed_page
def service(request: HttpRequest, number: int) -> HttpResponse:
    """By its ID, or by its number in the register while it has none."""
    found = get_object_or_404(Service, Q(code=str(number)) | Q(pk=number, code=None))
    return HttpResponse(card_page(in_force_or_404(found.pk)))


@embed_page
def script_or_style(request: HttpRequest, name: str) -> HttpResponse:
    if name not in TYPES:
        raise Http404
    return HttpResponse(asset(name), content_type=TYPES[name])


def _listing(slug: str) -> Listing:
    return listing_of(get_object_or_404(Organization, code=slug))
