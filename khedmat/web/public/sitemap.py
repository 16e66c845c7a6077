"""What search engines are told: robots.txt, an index of maps, and maps of at most fifty thousand addresses."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db.models import F, Max, QuerySet, Value
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

from khedmat.cards.laws import where as laws
from khedmat.cards.lines.where import standing
from khedmat.cards.models import ServiceVersion
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.registers.enums import Register
from khedmat.web import agencies
from khedmat.web.public.access import public_page

MOST = 50_000  # what the protocol lets a file hold; keys of services are parted by it
LISTS = ("service-list", "agency-list", "permit-list", "document-list", "law-list", "system-list", "audience-list")
WAYS = ("event-list", "finder", "find-id", "families", "deviations")
FIGURES = ("duty", "quality", "statistics", "demand", "electronic", "rules")
FIXED = ("home", *LISTS, *WAYS, *FIGURES, "guide", "guide-form", "api", "embed", "open-data", "code-lists")
REGISTERS = {"document": Register.DOCUMENTS, "system": Register.SYSTEMS, "audience": Register.AUDIENCES}
XML = "application/xml"


class Address(NamedTuple):
    url: str
    changed: str = ""


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    closed = ["Disallow: /desk/", "Disallow: /account/", "Disallow: /invitations/"]
    lines = ["User-agent: *", *closed, f"Sitemap: {settings.SITE_URL}{reverse('web:sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@public_page
def index(request: HttpRequest) -> HttpResponse:
    """A map of the other pages, and one for each fifty thousand keys of services."""
    parts = _parted(ServiceVersion.objects.published()).values("part").annotate(last=Max("published_at"))
    maps = [_at("sitemap-services", row["part"], changed=row["last"]) for row in parts.order_by("part")]
    return _sent(request, "sitemapindex", [_at("sitemap-pages"), *maps])


@public_page
def services(request: HttpRequest, part: int) -> HttpResponse:
    keys = range(part * MOST, (part + 1) * MOST)
    found = ServiceVersion.objects.published().filter(service__gte=keys.start, service__lt=keys.stop)
    rows = found.order_by("service").values_list("service", "published_at")
    listed = [_at("service", key, changed=at) for key, at in rows]
    if not listed:
        raise Http404
    return _sent(request, "urlset", listed)


@public_page
def pages(request: HttpRequest) -> HttpResponse:
    listed = [_at(name) for name in FIXED]
    listed += [_at("event", slug) for slug in VOCABULARY["life_event"]]
    listed += [_at("agency", one.code) for one in agencies.publishing()]
    listed += [_at(name, code) for name, code in _entries()]
    return _sent(request, "urlset", listed[:MOST])


def _entries() -> Iterable[tuple[str, str]]:
    """Page and code of every entry of a register that has a page; one question."""
    rows = {name: standing(register) for name, register in REGISTERS.items()} | {"law": laws.standing()}
    told = [one.order_by().values_list(Value(name), "code") for name, one in rows.items()]
    found: Iterable[tuple[str, str]] = told[0].union(*told[1:], all=True)
    return sorted(found)


def _parted(versions: QuerySet) -> QuerySet:
    return versions.order_by().annotate(part=F("service") / MOST)


def _at(name: str, *key: object, changed: datetime | None = None) -> Address:
    day = localdate(changed).isoformat() if changed else ""
    return Address(settings.SITE_URL + reverse(f"web:{name}", args=key), day)


def _sent(request: HttpRequest, kind: str, listed: Iterable[Address]) -> HttpResponse:
    context = {"kind": kind, "entry": "sitemap" if kind == "sitemapindex" else "url", "listed": listed}
    return render(request, "public/sitemap.xml", context, content_type=XML)
