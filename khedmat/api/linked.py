"""A card as linked data, for who would rather have that than JSON."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from khedmat.cards.models import ServiceVersion
from khedmat.linked_data.formats import BY_MEDIA, JSONLD, Format, written
from khedmat.linked_data.published import facts_of, with_told
from khedmat.linked_data.service import document

JSON = "application/json"
_SHAPES = {media: {"schema": {"type": "object" if form is JSONLD else "string"}} for media, form in BY_MEDIA.items()}
# What the contract says of an answer that may be linked data.
CONTRACT: dict[str, Any] = {"responses": {200: {"description": "OK", "content": _SHAPES}}}


def as_data(request: HttpRequest, version: ServiceVersion) -> HttpResponse | None:
    """None where plain JSON is as welcome."""
    form = BY_MEDIA.get(request.get_preferred_type([JSON, *BY_MEDIA]) or JSON)
    if form is None:
        return None
    answer = data(version, form)
    patch_vary_headers(answer, ["Accept"])
    return answer


def data(version: ServiceVersion, form: Format) -> HttpResponse:
    facts = facts_of(with_told(version))
    body = written(document(facts), form, base=facts.base)
    return HttpResponse(body, content_type=f"{form.media_type}; charset=utf-8")
