"""Published cards for machines: one address a service that leads to the page or to the data, as the asker prefers."""

from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag

from khedmat.cards.identifiers import bare
from khedmat.cards.models import Service
from khedmat.linked_data.codes import LISTS, code_list
from khedmat.linked_data.formats import BY_MEDIA, FORMATS, Format, written
from khedmat.linked_data.graph import Node
from khedmat.linked_data.published import facts_of, with_names
from khedmat.linked_data.service import document
from khedmat.web.public.access import in_force_or_404, public_page

SEE_OTHER, HTML, LONGEST_KEY = 303, "text/html", 15


@public_page
def thing(request: HttpRequest, number: str) -> HttpResponse:
    """Of the service itself nothing can be sent: the page about it, or the data."""
    service, form = _service(number), preferred(request)
    answer = redirect("web:service-data", service, form.ending) if form else redirect("web:service", service)
    answer.status_code = SEE_OTHER
    patch_vary_headers(answer, ["Accept"])
    return answer


def preferred(request: HttpRequest) -> Format | None:
    """The writing that the asker would rather have than a page."""
    return BY_MEDIA.get(request.get_preferred_type([HTML, *BY_MEDIA]) or HTML)


def _service(number: str) -> int:
    """By ID, or by «n» and the key of a service without one."""
    key = number.removeprefix("n")
    if number != key and key.isascii() and key.isdigit() and len(key) < LONGEST_KEY:
        found = Service.objects.shown().filter(pk=int(key))
    else:
        found = Service.objects.shown().filter(code=bare(number))
    service = found.values_list("pk", flat=True).first()
    if service is None:
        raise Http404
    return service


@public_page
def service(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    return sent(request, document(facts_of(with_names(in_force_or_404(pk)))), format_or_404(kind))


@public_page
def codes(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    if name not in LISTS:
        raise Http404
    return sent(request, code_list(settings.SITE_URL, name), format_or_404(kind))


def format_or_404(kind: str) -> Format:
    if kind not in FORMATS:
        raise Http404
    return FORMATS[kind]


def sent(request: HttpRequest, found: Node, form: Format) -> HttpResponse:
    """Kept by the bytes themselves: names of people and of agencies change without a new version of the card."""
    body = written(found, form, base=settings.SITE_URL)
    etag = quote_etag(sha256(body).hexdigest()[:32])
    if kept := get_conditional_response(request, etag=etag):
        return kept
    answer = HttpResponse(body, content_type=f"{form.media_type}; charset=utf-8")
    answer["ETag"] = etag
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
