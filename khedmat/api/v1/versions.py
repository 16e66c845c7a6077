"""What hangs on a service: versions and how they differ, the form as a file, findings, score, provinces."""

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Query, Router, Schema

from khedmat.api import answers, problems
from khedmat.api.schemas import Detail, Gone, Key, Number, Problem
from khedmat.api.v1.version_schemas import Box, Copy, Difference, FoundInIt, Scored, VersionRow
from khedmat.cards.copies.effective import effective
from khedmat.cards.editing import boxes_of
from khedmat.cards.models import CardScore, LocalCopy, ServiceVersion
from khedmat.cards.printing.formats import FORMATS
from khedmat.cards.printing.paper import About, for_public, is_private
from khedmat.cards.score.parts import TENTHS

router = Router(tags=["services"])
ONE = {404: Problem, 410: Gone, 422: Problem}
AS_A_FILE: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
FILES = {"responses": {200: {"content": {one.media_type: AS_A_FILE for one in FORMATS.values()}}}}


class Pair(Schema):
    """Numbers of two public versions."""

    a: int = Query(ge=1, le=2**31 - 1)
    b: int = Query(ge=1, le=2**31 - 1)


def _public(number: str) -> Any:
    return ServiceVersion.objects.public().for_page().filter(service=problems.key_of(number))


@router.get("/services/{id}/versions", response={200: list[VersionRow], **ONE}, url_name="version-list")
def version_list(request: HttpRequest, id: Key) -> list[Any]:
    """Every version that was ever public, the newest first."""
    found = list(_public(id).defer("content", "paper", "search_text").order_by("-number"))
    return found or problems.nothing()


@router.get("/services/{id}/versions/{number}", response={200: Detail, **ONE}, url_name="version")
def version(request: HttpRequest, id: Key, number: Number) -> dict[str, Any]:
    """One version as it was published."""
    return answers.detail(request, get_object_or_404(_public(id), number=number))


@router.get("/services/{id}/diff", response={200: Difference, **ONE}, url_name="version-diff")
def diff(request: HttpRequest, id: Key, pair: Query[Pair]) -> dict[str, Any]:
    """What version b says otherwise than version a, box by box in the order of the form."""
    before, after = (
        boxes_of(for_public(get_object_or_404(_public(id), number=number).document)) for number in (pair.a, pair.b)
    )
    paths = [path for path in before | after if before.get(path) != after.get(path)]
    return {
        "a": pair.a,
        "b": pair.b,
        "boxes": [Box(path=path, before=before.get(path), after=after.get(path)) for path in paths],
    }


@router.get("/services/{id}/form", response={200: dict[str, Any], **ONE}, url_name="form", openapi_extra=FILES)
def form(request: HttpRequest, id: Key, format: Literal["json", "html", "pdf", "docx", "xlsx"] = "json") -> Any:
    """The card exactly as the annex prints it, or as the contract's JSON."""
    found = problems.found_in_force(id)
    if format == "json":
        return answers.public_form(found)
    page = request.build_absolute_uri(reverse("web:service-card", args=[found.service_id]))
    written = FORMATS[format]
    about = About(found.service.code or None, (found.service.owner.name,), page)
    return HttpResponse(written.write(found.document, about, False), content_type=written.media_type)


@router.get("/services/{id}/findings", response={200: list[FoundInIt], **ONE}, url_name="findings")
def findings(request: HttpRequest, id: Key) -> list[Any]:
    """What the rules say of the card in force; nothing of its filler or its accounts."""
    rows = problems.found_in_force(id).findings.unsettled().order_by("order")
    return [row for row in rows if not is_private(row.field)]


@router.get("/services/{id}/score", response={200: Scored, **ONE}, url_name="score")
def score(request: HttpRequest, id: Key) -> dict[str, Any]:
    """0 to 100 in five parts, as last worked out; total null: something blocks the card."""
    kept = get_object_or_404(CardScore, version=problems.found_in_force(id))
    parts = {name: points / TENTHS for name, points in kept.parts.items()}
    return {
        "total": kept.total,
        "parts": parts,
        "weights": kept.score_version,
        "rules": kept.rules_version,
        "on": kept.worked_out_on,
    }


@router.get("/services/{id}/provinces", response={200: list[Copy], **ONE}, url_name="copies")
def copies(request: HttpRequest, id: Key) -> list[dict[str, Any]]:
    """What provinces write otherwise than the national card."""
    found = problems.found_in_force(id)
    rows = LocalCopy.objects.published().filter(service=found.service_id).select_related("place")
    return [_copy(found, row) for row in rows.order_by("place__code")]


def _copy(found: ServiceVersion, row: LocalCopy) -> dict[str, Any]:
    """Only what anybody may read: what the province says, without fillers and accounts."""
    said = boxes_of(for_public(effective(found.document, row.overrides)))
    own = tuple(f"card.{box}" for box in row.overrides)
    boxes = {path: value for path, value in said.items() if path.startswith(own) and not is_private(path)}
    return {"place": row.place.code, "name": row.place.fa, "published_at": row.published_at, "boxes": boxes}
