"""Whom services are for: the kinds of the form, and the words with which cards name their audience."""

from typing import Any, NamedTuple

from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.figures import figure
from khedmat.cards.models import ServiceVersion
from khedmat.cards.statistics import counts_of
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.persian import fold_line, key
from khedmat.web.facts import published
from khedmat.web.public.access import public_page
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged

MOST_WORDS, LONGEST = 24, 60


class Audience(NamedTuple):
    """A kind of recipient with its words: `type` is the box of the form."""

    slug: str
    type: str
    name: Promise
    about: Promise


AUDIENCES = {
    one.slug: one
    for one in (
        Audience("people", "G2C", _("مردم"), _("خدمت‌هایی که شهروندان می‌گیرند.")),
        Audience("businesses", "G2B", _("کسب‌وکارها"), _("خدمت‌هایی که شرکت‌ها، صنف‌ها و کارفرمایان می‌گیرند.")),
        Audience("agencies", "G2G", _("دستگاه‌های دولتی"), _("خدمت‌هایی که دستگاه‌ها به یکدیگر می‌دهند.")),
        Audience("staff", "G2E", _("کارکنان دولت"), _("خدمت‌هایی که دستگاه‌ها به کارکنان خود می‌دهند.")),
    )
}


@public_page
def audience_list(request: HttpRequest) -> HttpResponse:
    counts = counts_of("service_type")
    rows = [(one, counts.get(one.type, 0)) for one in AUDIENCES.values()]
    return render(request, "public/ways/audiences.html", {"rows": rows})


@public_page
def audience(request: HttpRequest, slug: str) -> HttpResponse:
    one = AUDIENCES.get(slug)
    if not one:
        raise Http404
    words = figure(("audience words", slug), lambda: _words(one))
    picked = fold_line(request.GET.get("named", ""))[:LONGEST]
    found = published().of_type(one.type)
    page = paged(request, found.filter(audience=picked) if picked else found)
    context = {
        "one": one,
        "label": VOCABULARY["service_type"][one.type].fa,
        "words": words,
        "picked": picked,
        "page": page,
        "query": rest_of(request.GET),
    }
    return render(request, "public/ways/audience.html", context)


def _words(one: Audience) -> list[tuple[str, int]]:
    """Names of the audience as cards write them, the most written first; a sentence is no name."""
    versions: QuerySet[Any] = ServiceVersion.objects.published().of_type(one.type).exclude(audience="").order_by()
    rows = versions.values_list("audience").annotate(count=Count("pk")).order_by("-count", "audience")
    return [(text, count) for text, count in rows[: MOST_WORDS * 2] if len(text) <= LONGEST and key(text)][:MOST_WORDS]
