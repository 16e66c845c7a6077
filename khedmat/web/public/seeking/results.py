"""What a search found: a page of services with reasons, facets, a correction. The index answers, else the database."""

from collections.abc import Container, Mapping, Sequence
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
    of more. `is_ranked`: the index answered, so that what stands first says something."""

    page: Page
    words: Sequence[str]
    facets: Sequence[Facet] = ()
    corrected: str = ""
    is_near: bool = False
    is_cut: bool = False
    is_ranked: bool = True

    @property
    def first(self) -> int | None:
        """The service that stands first on this page."""
        return next((row.service_id for row in self.page.object_list), None)

    @property
    def is_in_vain(self) -> bool:
        return self.is_near or not self.page.paginator.count


def results(request: HttpRequest, words: str) -> Results:
    asked = facets.Asked(facets.picked(request.GET), request.GET)
    found = _found(words, asked.filters)
    if found is None:
        return Results(paged(request, published().matching(words)), words.split(), is_ranked=False)
    known = _light([hit.key for hit in found.hits])
    hits = _shown(found.hits, facets.fitting(known, asked.filters))
    return Results(
        page=_page(request, hits),
        words=found.asked.words,
        facets=facets.facets(known, asked),
        corrected=" ".join(found.asked.corrected),
        is_near=bool(hits) and all(map(_is_near, hits)),
        is_cut=_is_cut(found),
    )


def _found(words: str, filters: Mapping[str, str]) -> Found | None:
    """Of all that was found, where it is all; else the index itself narrows what it looks through."""
    found = living.asked(lambda index: index.find(words))
    if found and filters and _is_cut(found):
        return living.asked(lambda index: index.find(words, filters=facets.for_index(filters)))
    return found


def _is_cut(found: Found) -> bool:
    return len(found.hits) >= MOST_HITS


def _shown(hits: Sequence[Hit], wanted: Container[int]) -> list[Hit]:
    return [hit for hit in hits if hit.key in wanted]


def _light(keys: Sequence[int]) -> dict[int, Light]:
    """Those that are published at this moment; the index may be a second behind."""
    rows = ServiceVersion.objects.published().filter(service__in=keys).order_by("pk")
    columns = ("service", "owner__code", "owner__name", *COLUMNS)
    return {row.service: facets.light(row) for row in rows.values_list(*columns, named=True)}


def _is_near(hit: Hit) -> bool:
    return {reason.place for reason in hit.reasons} == {Place.LETTERS}


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
    return [_explained(rows[hit.key], hit) for hit in _shown(hits, rows)]


def _explained(row: Any, hit: Hit) -> Any:
    row.popular_name = name_meant(row.names, hit.reasons)
    row.reasons = reasons_of(row, hit.reasons)
    return row
