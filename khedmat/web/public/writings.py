"""Linked data as answers: which writing is asked for, and sending it with its mark."""

from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from khedmat.linked_data.formats import BY_MEDIA, FORMATS, Format, written
from khedmat.linked_data.graph import Node

HTML = "text/html"


def preferred(request: HttpRequest) -> Format | None:
    """The writing that the asker would rather have than a page."""
    return BY_MEDIA.get(request.get_preferred_type([HTML, *BY_MEDIA]) or HTML)


def format_or_404(kind: str) -> Format:
    if kind not in FORMATS:
        raise Http404
    return FORMATS[kind]


def sent(request: HttpRequest, found: Node, form: Format) -> HttpResponse:
    """Kept by the bytes themselves: names of people and of agencies change without a new version of the card."""
    body = written(found, form, base=settings.SITE_URL)
    etag = quote_etag(sha256(body).hexdigest()[:32])
    if kept := get_conditional_response(request, etag=etag):
        return kept
    answer = HttpResponse(body, content_type=f"{form.media_type}; charset=utf-8")
    answer["ETag"] = etag
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
