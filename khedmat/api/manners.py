"""What every answer of the API keeps to: its languages are named, HEAD is GET without a body, errors are problems."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from khedmat.api.problems import problem
from khedmat.core.keeping import may_be_kept

LANGUAGES = "fa, en"
READS = "GET, HEAD"
EXPOSED = "ETag, Retry-After"


def spoken(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of the API; what its library answers by itself as bare text or as a page becomes a problem document."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked, request.method = request.method, "GET" if request.method == "HEAD" else request.method
        response = _answered(view, request, *args, **kwargs)
        request.method = asked  # by which the server knows to drop the body
        response.setdefault("Content-Language", LANGUAGES)
        return _kept(request, response)

    return csrf_exempt(answer)


def _answered(view: Callable[..., HttpResponse], request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    try:
        response = view(request, *args, **kwargs)
    except Http404:
        return problem(404)
    if response.status_code == 405:
        allowed = response["Allow"]
        response = problem(405)
        response["Allow"] = READS if allowed == "GET" else allowed
    return response


def _kept(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What is read may be kept for a while by anybody, on pages of any site too, and is not sent again unchanged."""
    if request.method not in ("GET", "HEAD"):
        return response
    if response.status_code == HTTPStatus.OK:
        may_be_kept(response)
        response["ETag"] = f'"{sha256(response.content).hexdigest()[:32]}"'
        response = get_conditional_response(request, etag=response["ETag"], response=response) or response
        response["Content-Language"] = LANGUAGES
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = EXPOSED
    return response


@spoken
def nowhere(request: HttpRequest, rest: str) -> HttpResponse:
    """An address below the API that leads to nothing."""
    raise Http404
