"""What a search found: a page of services with reasons, facets, a correction. The index answers, else the database."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.core.paginator import Page, Paginator
from django.db.models import F, OuterRef
from django.http import HttpRequest

from khedmat.cards.models import PopularName, ServiceVersion
from khedmat.search import living
from khedmat.search.index import MOST_HITS, Found, Hit
from khedmat.search.reasons import Place
from khedmat.web.facts import published
from khedmat.web.public.paging import A_PAGE, paged
from khedmat.web.public.seeking import facets
from khedmat.web.public.seeking.facets import COLUMNS, Facet, Light
from khedmat.web.public.seeking.why import name_meant, reasons_of


class Results(NamedTuple):
    """`words`: those that say something. `is_near`: nothing holds them, these are only like them. `is_cut`: the best
    of more."""

    page: Page
    words: Sequence[str]
    facets: Sequence[Facet] = ()
    corrected: str = ""
    is_near: bool = False
    is_cut: bool = False


def results(request: HttpRequest, words: str) -> Results:
    filters = facets.picked(request.GET)
    found = _asked(words, filters)
    if found is None:
        return Results(paged(request, published().matching(words)), words.split())
    known = _light([hit.key for hit in found.hits])
    hits = [hit for hit in found.hits if hit.key in known and facets.fits(filters)(known[hit.key])]
    return Results(
        page=_page(request, hits),
        words=found.asked.words,
        facets=facets.facets(list(known.values()), filters, request.GET),
        corrected=" ".join(found.asked.corrected),
        is_near=bool(hits) and all(_is_near(hit) for hit in hits),
        is_cut=len(found.hits) >= MOST_HITS,
    )


def _asked(words: str, filters: Mapping[str, str]) -> Found | None:
    """Of all that was found, where it is all; else the index itself narrows what it looks through."""
    found = living.asked(lambda index: index.find(words))
    if found is None or not filters or len(found.hits) < MOST_HITS:
        return found
    named = {"agency_code" if name == "agency" else name: value for name, value in filters.items()}
    return living.asked(lambda index: index.find(words, filters=named))


def _light(keys: Sequence[int]) -> dict[int, Light]:
    """Those that are published at this moment, in the order of the keys; the index may be a second behind."""
    rows = ServiceVersion.objects.published().filter(service__in=keys).select_related("service__owner")
    light = rows.only(*COLUMNS, "service__owner__code", "service__owner__name").order_by("pk")
    known = {row.service_id: facets.light(row) for row in light}
    return {key: known[key] for key in keys if key in known}


def _is_near(hit: Hit) -> bool:
    return all(reason.place == Place.LETTERS for reason in hit.reasons)


def _page(request: HttpRequest, hits: Sequence[Hit]) -> Page:
    page = Paginator(hits, A_PAGE).get_page(request.GET.get("page"))
    page.object_list = _rows(list(page.object_list))
    return page


def _rows(hits: Sequence[Hit]) -> list[Any]:
    """As a list shows them, best first, each with why it was found."""
    names = PopularName.objects.in_force().filter(service=OuterRef("service")).order_by("pk")
    wide = published().annotate(
        names=ArraySubquery(names.values("term")), said_documents=F("content__documents"), said_laws=F("content__laws")
    )
    rows = {row.service_id: row for row in wide.filter(service__in=[hit.key for hit in hits])}
    return [_explained(rows[hit.key], hit) for hit in hits if hit.key in rows]


def _explained(row: Any, hit: Hit) -> Any:
    row.popular_name = name_meant(row.names, hit.reasons)
    row.reasons = reasons_of(row, hit.reasons)
    return row
