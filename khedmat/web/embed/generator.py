"""The page that gives an agency the lines for its own site."""

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from khedmat.core.persian import fold_line, squeeze
from khedmat.embedding.listing import listing_of
from khedmat.organizations.models import Organization
from khedmat.web import agencies
from khedmat.web.embed.ways import ways_of
from khedmat.web.public.access import public_page
from khedmat.web.public.views import LONGEST_QUERY


@public_page
def _embed(request: HttpRequest) -> HttpResponse:
    words = fold_line(request.GET.get("q", ""))[:LONGEST_QUERY]
    code = fold_line(request.GET.get("agency", ""))[:LONGEST_QUERY]
    agency = get_object_or_404(Organization, code=code) if code else None
    context = {
        "words": words,
        "found": agencies.search(words, timezone.localdate()) if squeeze(words) else [],
        "agency": agency,
        "ways": ways_of(agency) if agency else [],
        "count": sum(1 for _entry in listing_of(agency).entries()) if agency else 0,
    }
    return render(request, "embed/generator.html", context)


embed = csp_update({"frame-src": [SELF]})(_embed)  # the preview stands in a frame, as it will
embed.is_public = True
