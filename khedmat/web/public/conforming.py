"""Whether a published card keeps to the official shapes: a badge, a page, and a SHACL report."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import F, Func, IntegerField, OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from khedmat.cards.models import ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.linked_data.conformance import EDITION, Violation
from khedmat.linked_data.formats import FORMATS, Format
from khedmat.linked_data.models import ConformanceCheck
from khedmat.linked_data.published import number_of
from khedmat.linked_data.report import report, short, words
from khedmat.web.public.access import in_force_or_404, public_page
from khedmat.web.public.writings import format_or_404, preferred, sent


class Standing(NamedTuple):
    """What the newest check of a version found."""

    conforms: bool
    count: int


class Row(NamedTuple):
    """A violation as the page says it: of what, which property, and why."""

    node: str
    path: str
    why: str


def with_conformance(versions: VersionQuerySet) -> VersionQuerySet:
    """Each with what `standing_of` takes: the page of a service may ask no further question."""
    newest = ConformanceCheck.objects.filter(version=OuterRef("pk")).order_by("-pk")
    count = Func(F("violations"), function="jsonb_array_length", output_field=IntegerField())
    said = newest.values(json=JSONObject(conforms="conforms", count=count))
    return versions.annotate(conformance=Subquery(said[:1]))


def standing_of(version: ServiceVersion, rows: Iterable[Any]) -> Standing | None:
    """None: not checked yet."""
    found = next((row.conformance for row in rows if row.pk == version.pk), None)
    return Standing(**found) if found else None


@public_page
def page(request: HttpRequest, pk: int) -> HttpResponse:
    version, form = in_force_or_404(pk), preferred(request)
    check = version.conformance_checks.order_by("-pk").first()
    answer = _report(request, check, form) if form else _page(request, version, check)
    patch_vary_headers(answer, ["Accept"])
    return answer


@public_page
def data(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    form = format_or_404(kind)
    return _report(request, in_force_or_404(pk).conformance_checks.order_by("-pk").first(), form)


def _page(request: HttpRequest, version: ServiceVersion, check: ConformanceCheck | None) -> HttpResponse:
    rows = [_row(Violation(**one)) for one in check.violations] if check else []
    context = {"version": version, "check": check, "rows": rows, "edition": EDITION, "kinds": list(FORMATS)}
    return render(request, "public/conformance.html", context)


def _row(one: Violation) -> Row:
    return Row(one.node.removeprefix(f"{settings.SITE_URL}/id/"), short(one.path), words(one))


def _report(request: HttpRequest, check: ConformanceCheck | None, form: Format) -> HttpResponse:
    """Nothing is reported of what was not judged yet."""
    if check is None:
        raise Http404
    service = check.version.service
    at = settings.SITE_URL + reverse("web:service-conformance", args=[service.pk])
    about = f"{settings.SITE_URL}/id/service/{number_of(check.version)}"
    found = [Violation(**one) for one in check.violations]
    return sent(request, report(at, about=about, created=check.at.isoformat(), found=found), form)
