"""Life and business events: the services of each as journeys, then all of them as a list."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from khedmat.cards.figures import figure
from khedmat.cards.models import ServiceVersion
from khedmat.cards.statistics import counts_of
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.permits.needed import links_to, stops_of
from khedmat.web.facts import published
from khedmat.web.public.access import public_page
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged
from khedmat.web.public.ways.life import Journey, by_age, walked
from khedmat.web.public.ways.thread import Drawing, drawn


@public_page
def event_list(request: HttpRequest) -> HttpResponse:
    return render(request, "public/ways/events.html", {"ages": by_age(counts_of("life_events"))})


@public_page
def event(request: HttpRequest, slug: str) -> HttpResponse:
    name = VOCABULARY["life_event"].get(slug)
    if not name:
        raise Http404
    context = {
        "name": name.fa,
        "journeys": figure(("journeys", slug), lambda: _journeys(slug)),
        "page": paged(request, published().for_event(slug)),
        "query": rest_of(request.GET),
    }
    return render(request, "public/ways/event.html", context)


def _journeys(slug: str) -> list[tuple[Journey, Drawing]]:
    links = links_to(ServiceVersion.objects.published().for_event(slug))
    return [(one, drawn(one)) for one in walked(links, stops_of)]
