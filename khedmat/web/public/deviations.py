"""How provinces differ from the national card of a service: a map, a table, a file; and over all services."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.db.models import Count, F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from khedmat.cards.copies.deviating import MEASURES
from khedmat.cards.enums import CopyStage
from khedmat.cards.form import card_from_contract
from khedmat.cards.models import LocalCopy, ServiceVersion
from khedmat.core.sequences import grouped
from khedmat.web.public.access import in_force_or_404, public_page
from khedmat.web.public.differing import COLUMNS, SIDES, Cell, Row, row_of, said, sorted_by
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged
from khedmat.web.public.tiles import NARROW, SIGNS, tiles
from khedmat.web.tables import csv_answer

FIRST = next(iter(MEASURES))


def _rows(version: ServiceVersion) -> list[Row]:
    copies = LocalCopy.objects.published().filter(service=version.service_id).select_related("place", "keeper")
    return [row_of(version.content, copy) for copy in copies]


def _picked(request: HttpRequest, name: str) -> str:
    value = request.GET.get(name, "")
    return value if value in MEASURES else ""


@public_page
def provinces(request: HttpRequest, pk: int) -> HttpResponse:
    version, measure = in_force_or_404(pk), _picked(request, "map") or FIRST
    rows = sorted_by(_rows(version), _picked(request, "sort"))
    sides = {row.copy.place.code: row.cell(measure).found.side for row in rows}
    context = {
        "version": version,
        "rows": rows,
        "national": _national(version),
        "columns": COLUMNS.items(),
        "maps": {"wide": tiles(sides), "narrow": tiles(sides, NARROW)},
        "measure": measure,
        "measure_name": COLUMNS[measure],
        "legend": _legend(sides.values()),
        "rest": rest_of(request.GET, "sort"),
        "rest_of_map": rest_of(request.GET, "map"),
        "query": request.GET.urlencode(),
    }
    return render(request, "public/provinces.html", context)


def _legend(sides: Iterable[str]) -> list[tuple[str, str, Any, int]]:
    counts = Counter(sides)
    return [(side, SIGNS[side], label, counts[side]) for side, label in SIDES.items()]


def _national(version: ServiceVersion) -> list[str | None]:
    card = card_from_contract({name: version.content.get(name) for name in MEASURES})
    return [said(name, card) for name in COLUMNS]


@public_page
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """What the page shows; figures in hours, rials and times, empty where they cannot be measured."""
    version = in_force_or_404(pk)
    headings = ["کد", "استان", *chain.from_iterable(map(_heads, COLUMNS.values())), "نسخهٔ الگو"]
    national = ["", "الگوی ملی", *chain.from_iterable((text, "", "") for text in _national(version)), version.number]
    found = sorted_by(_rows(version), _picked(request, "sort"))
    own = ([*_place_and_parts(row), version.number] for row in found)
    return csv_answer(f"service-{pk}-provinces.csv", headings, [national, *own])


def _place_and_parts(row: Any) -> list[Any]:
    return [row.copy.place.code, row.copy.place.fa, *chain.from_iterable(map(_parts, row.cells))]


def _heads(label: object) -> tuple[str, str, str]:
    return f"{label}", f"{label}، تفاوت", f"{label}، تفاوت به عدد"


def _parts(cell: Cell) -> tuple[str | None, str, str]:
    return cell.text, cell.difference, _figure(cell.found.by)


def _figure(by: float | None) -> str:
    return "" if by is None else f"{by:.10g}"


@public_page
def overview(request: HttpRequest) -> HttpResponse:
    """Services that provinces write otherwise; those that most provinces do first."""
    published = Count("service__copies", filter=Q(service__copies__stage=CopyStage.PUBLISHED))
    pieces = {f"said_{name}": F(f"content__{name}") for name in MEASURES}
    order = ("sort_key", "pk") if request.GET.get("sort") == "title" else ("-copies_count", "sort_key", "pk")
    found = ServiceVersion.objects.published().for_list().annotate(copies_count=published).filter(copies_count__gt=0)
    page = paged(request, found.annotate(**pieces).order_by(*order))
    context = {"page": page, "rows": _counted(list(page)), "columns": COLUMNS.items(), "query": rest_of(request.GET)}
    return render(request, "public/deviations.html", context)


def _counted(versions: list[Any]) -> list[tuple[Any, list[list[tuple[str, Any, int]]]]]:
    """Of each service and measure: on which side how many provinces stand."""
    copies = LocalCopy.objects.published().filter(service__in=[version.service_id for version in versions])
    by_service = grouped(copies.order_by("service", "pk"), by=lambda copy: copy.service_id)
    return [(version, _sides(version, by_service.get(version.service_id, []))) for version in versions]


def _sides(version: Any, copies: list[LocalCopy]) -> list[list[tuple[str, Any, int]]]:
    content = {name: getattr(version, f"said_{name}") for name in MEASURES}
    rows = [row_of(content, copy) for copy in copies]
    return [_side_counts(row.cell(name).found.side for row in rows) for name in COLUMNS]


def _side_counts(sides: Iterable[str]) -> list[tuple[str, Any, int]]:
    """Sign, words and number of each side that is there."""
    counts = Counter(sides)
    return [(SIGNS[side], label, counts[side]) for side, label in SIDES.items() if side in counts]
