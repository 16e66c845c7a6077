"""What every answer of the API keeps to: its languages are named, HEAD is GET without a body, errors are problems."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt

from khedmat.api.asking import unasked
from khedmat.api.limits import say_limits
from khedmat.api.problems import ProblemAnswer, larger_than, problem
from khedmat.core.keeping import may_be_kept
from khedmat.core.sequences import first

LANGUAGES = "fa, en"
READS = "GET, HEAD"
EXPOSED = "ETag, Location, RateLimit, RateLimit-Policy, Retry-After"
OF_AGENCIES = "/api/v1/agency/"
ASKED_BY_ANY_SITE = frozenset({"/api/v1/feedback", "/api/v1/validate"})
PREFLIGHT = {"Access-Control-Allow-Methods": "POST", "Access-Control-Allow-Headers": "Content-Type, Accept-Language"}


def spoken(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of the API; what its library answers by itself as bare text or as a page becomes a problem document."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked, request.method = request.method, "GET" if request.method == "HEAD" else request.method
        response = _answered(view, request, *args, **kwargs)
        request.method = asked  # by which the server knows to drop the body
        say_limits(request, response)
        _speak_the_language_of(request, response)
        return _unkept(response) if request.path.startswith(OF_AGENCIES) else _kept(request, response)

    return csrf_exempt(answer)


def _answered(view: Callable[..., HttpResponse], request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    if strange := unasked(request):
        return strange
    try:
        response = view(request, *args, **kwargs)
    except Http404:
        return problem(404)
    if response.status_code == 405 and _is_preflight(request):
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=PREFLIGHT)
    if response.status_code == 405:
        allowed = response["Allow"]
        response = problem(405)
        response["Allow"] = allowed.replace("GET", READS)
    return response


def _is_preflight(request: HttpRequest) -> bool:
    """A browser asks this before it lets a script of another site send JSON."""
    return request.method == "OPTIONS" and request.path in ASKED_BY_ANY_SITE


def _speak_the_language_of(request: HttpRequest, response: HttpResponse) -> None:
    """Problems are Persian; whoever asks for English before Persian gets the English words that there are."""
    response.setdefault("Content-Language", LANGUAGES)
    if isinstance(response, ProblemAnswer):
        patch_vary_headers(response, ["Accept-Language"])
        if _prefers_english(request.headers.get("Accept-Language", "")):
            response.turn_english()


def _prefers_english(header: str) -> bool:
    asked = (language.partition("-")[0] for language, _weight in parse_accept_lang_header(header.lower()))
    return first(language for language in asked if language in ("fa", "en")) == "en"


def _unkept(response: HttpResponse) -> HttpResponse:
    """What one agency is told is nobody else's."""
    patch_cache_control(response, private=True, no_store=True)
    return response


def _kept(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What is read may be kept for a while by anybody, on pages of any site too, and is not sent again unchanged."""
    if request.method not in ("GET", "HEAD") and request.path not in ASKED_BY_ANY_SITE:
        return response
    if response.status_code == HTTPStatus.OK and request.method in ("GET", "HEAD"):
        may_be_kept(response)
        response["ETag"] = f'"{sha256(response.content).hexdigest()[:32]}"'
        response = get_conditional_response(request, etag=response["ETag"], response=response) or response
        response["Content-Language"] = LANGUAGES
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = EXPOSED
    return response


@spoken
def flooded(request: HttpRequest, most: int) -> HttpResponse:
    """A body of more than `most` bytes, refused before anything asked which address it is for."""
    return larger_than(most)


@spoken
def nowhere(request: HttpRequest, rest: str) -> HttpResponse:
    """An address below the API that leads to nothing."""
    raise Http404
