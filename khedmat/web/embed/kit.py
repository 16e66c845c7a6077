"""The signed ZIP of an agency, and the key by which anybody tries it."""

import hashlib

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from khedmat.cards.printing.formats import EDITION
from khedmat.embedding.assets import asset
from khedmat.embedding.kit.packing import pack
from khedmat.embedding.kit.signing import own_key_id, public_pem
from khedmat.embedding.listing import Listing, listing_of
from khedmat.embedding.pages import CSS
from khedmat.organizations.models import Organization
from khedmat.web.embed.access import embed_page


@embed_page
def kit(request: HttpRequest, slug: str) -> HttpResponse:
    """Nothing is packed for whoever holds the newest one."""
    listing = listing_of(get_object_or_404(Organization, code=slug))
    etag = _etag(listing)
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    response = HttpResponse(pack(listing), content_type="application/zip")
    response["ETag"] = etag
    response["Content-Disposition"] = f'attachment; filename="khedmat-{slug}.zip"'
    return response


@embed_page
def key(request: HttpRequest) -> HttpResponse:
    return HttpResponse(public_pem(), content_type="application/x-pem-file")


def _etag(listing: Listing) -> str:
    """Of all that the ZIP is made of."""
    said = (listing.sha256, listing.agency.name, settings.SITE_URL, own_key_id(), asset(CSS), str(EDITION))
    return quote_etag(hashlib.sha256("\n".join(said).encode()).hexdigest())
