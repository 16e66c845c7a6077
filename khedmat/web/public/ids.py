"""Finding a service by its ID: the right one leads to it, a damaged one to what it may be a slip of."""

from collections.abc import Mapping
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch

from khedmat.cards.functions import functions
from khedmat.cards.identifiers import bare, looks_like, slips
from khedmat.cards.models import GivenId, Service, ServiceVersion
from khedmat.core.persian import latin_digits
from khedmat.web.public.access import in_force_or_404, public_page
from khedmat.web.public.families import relatives, titles


class Near(NamedTuple):
    """A service whose ID may have been meant, and why."""

    code: str
    title: str
    agency: str
    what: str


class Part(NamedTuple):
    """What of a service is meant: a province by its code, a version by its number; nothing: all of it, today."""

    place: str = ""
    version: int = 0


WHOLE = Part()
ADDRESSES = {  # by whether a province and a version are named
    (False, False): "web:service",
    (True, False): "web:service-in",
    (False, True): "web:service-version",
    (True, True): "web:service-in-version",
}


@public_page
def find_id(request: HttpRequest) -> HttpResponse:
    number = bare(request.GET.get("q", ""))
    return _answered(request, number) if number else render(request, "public/find_id.html", {"number": ""})


@public_page
def by_id(request: HttpRequest, number: str, version: int = 0) -> HttpResponse:
    """«ID», «ID@23» for what holds in a province, and the given version of either under «/v/12»."""
    number, _at, place = number.partition("@")
    return _answered(request, bare(number), Part(latin_digits(place), version))


@public_page
def service_id(request: HttpRequest, pk: int) -> HttpResponse:
    version = in_force_or_404(pk)
    shown = ServiceVersion.objects.public().filter(service=pk).order_by("number")
    given = GivenId.objects.filter(service=pk).first()
    context = {
        "version": version,
        "given": given,
        "function": functions().get(given.function) if given else None,
        "titles": titles(shown.only("title", "published_at", "replaced_at")),
        "family": relatives(version),
    }
    return render(request, "public/service_id.html", context)


def _answered(request: HttpRequest, number: str, part: Part = WHOLE) -> HttpResponse:
    """Never a correction: what is not exactly an ID that is known is said not to be one."""
    if found := Service.objects.shown().filter(code=number).first():
        return _led(found.pk, part)
    context = {"number": number, "looks_like": looks_like(number), "near": _near(slips(number))}
    return render(request, "public/find_id.html", context, status=404)


def _led(service: int, part: Part) -> HttpResponse:
    """There; a code that no province can have leads nowhere."""
    try:
        return redirect(ADDRESSES[bool(part.place), bool(part.version)], service, *filter(None, part))
    except NoReverseMatch as error:
        raise Http404 from error


def _near(known_as: Mapping[str, str]) -> list[Near]:
    """The services that bear one of these IDs, as their newest public card calls them."""
    shown = ServiceVersion.objects.public().filter(service__code__in=known_as).order_by("service__code", "-number")
    newest = shown.distinct("service__code").values_list("service__code", "title", "service__owner__name")
    return [Near(code, title, agency, known_as[code]) for code, title, agency in newest]
