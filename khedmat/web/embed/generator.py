"""The page that gives an agency the lines for its own site."""

from typing import Any

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
    words, code = (fold_line(request.GET.get(name, ""))[:LONGEST_QUERY] for name in ("q", "agency"))
    found = agencies.search(words, timezone.localdate()) if squeeze(words) else []
    chosen = _chosen(code) if code else {"agency": None}
    return render(request, "embed/generator.html", {"words": words, "found": found} | chosen)


def _chosen(code: str) -> dict[str, Any]:
    agency = get_object_or_404(Organization, code=code)
    return {"agency": agency, "ways": ways_of(agency), "count": listing_of(agency).count}


embed = csp_update({"frame-src": [SELF]})(_embed)  # the preview stands in a frame, as it will
embed.is_public = True
