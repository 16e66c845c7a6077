"""The original of a version, as it looked: a page of its own, and the part that the editor lays beside the form."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.cards.models import ServiceVersion
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.web.desk.guard import office_version
from khedmat.web.importing.lit import lit, original_of, reads_of
from khedmat.web.importing.pictures import with_pictures
from khedmat.web.kept import signed_in


@require_safe
@never_cache
@signed_in
def source(request: HttpRequest, pk: int) -> HttpResponse:
    version = office_version(request, pk)
    if version.source_file is None:
        raise Http404
    template = "importing/_original.html" if "bare" in request.GET else "importing/source.html"
    return render(request, template, {"version": version, **_original(version)})


def _original(version: ServiceVersion) -> dict[str, Any]:
    """Made of nothing but text in tags of our own (`readers.original`): safe to print as it is."""
    try:
        original = original_of(version)
    except Unreadable as refusal:
        return {"problem": refusal.message, "html": "", "reads": reads_of(version)}
    assert original is not None
    html = mark_safe(with_pictures(original.html, version))  # noqa: S308
    return {"problem": "", "html": html, "reads": lit(version, original)}
