"""The page of the search, and what is suggested while somebody types."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate

from khedmat.cards.identifiers import bare
from khedmat.cards.models import Service
from khedmat.cards.popular.searched import followed, note
from khedmat.core.keeping import REPEATED
from khedmat.core.persian import fold_line
from khedmat.search import living
from khedmat.search.index import Hit, Index
from khedmat.web import browse
from khedmat.web.public.access import public_page
from khedmat.web.public.forms import rest_of
from khedmat.web.public.seeking.beside import beside
from khedmat.web.public.seeking.facets import dropped
from khedmat.web.public.seeking.results import Results, results

LONGEST_QUERY, DIGITS_OF_AN_ID = 200, 11
MOST_TITLES, MOST_WORDS = 5, 4


def typed(request: HttpRequest) -> str:
    return fold_line(request.GET.get("q", "")[: 4 * LONGEST_QUERY])[:LONGEST_QUERY]


@public_page
def search(request: HttpRequest) -> HttpResponse:
    words = typed(request)
    if service := _identified(words):
        return redirect("web:service", pk=service.pk)
    if not words:
        return render(request, "public/search.html", {"words": ""})
    found = results(request, words)
    picked = dropped(found.facets)
    _count(words, found, times=0 if picked else 1 + request.META.get(REPEATED, 0))
    context = {
        "words": words,
        "found": found,
        "page": found.page,
        "via": followed(words),
        "picked": picked,
        "others": beside(found.words),
        "shorter": browse.shorter(words),
        "query": rest_of(request.GET),
    }
    return render(request, "public/search.html", context)


def _count(words: str, found: Results, *, times: int) -> None:
    """What the database found has no rank: nothing can be said of what stood first there."""
    if times and (found.is_in_vain or found.is_ranked):
        note(words, on=localdate(), in_vain=found.is_in_vain, first=found.first, times=times)


def _identified(words: str) -> Service | None:
    """Of an ID in any digits, with or without dashes: nothing else is asked then."""
    number = bare(words)
    if len(number) != DIGITS_OF_AN_ID or not number.isdigit():
        return None
    return Service.objects.shown().filter(code=number).first()


@public_page
def suggest(request: HttpRequest) -> HttpResponse:
    """Services and words that what was typed may become. Without an index there are none."""
    words = typed(request)
    found = living.asked(lambda index: _suggested(index, words)) if words else None
    return JsonResponse({"suggestions": found or []})


def _suggested(index: Index, words: str) -> list[dict[str, str]]:
    more = list(filter(words.__ne__, index.suggest(words)))[:MOST_WORDS]
    hits = index.find(next(iter(more), words), limit=MOST_TITLES).hits
    return [*map(_query, more), *map(_service, hits)]


def _query(words: str) -> dict[str, str]:
    return {"text": words, "href": f"{reverse('web:search')}?{urlencode({'q': words})}"}


def _service(hit: Hit) -> dict[str, str]:
    return {"text": hit.title, "href": reverse("web:service", args=[hit.key])}
