"""What every answer of the API keeps to: its languages are named, HEAD is GET without a body, errors are problems."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from khedmat.api.problems import problem

LANGUAGES = "fa, en"
READS = "GET, HEAD"


def spoken(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of the API; what its library answers by itself as bare text or as a page becomes a problem document."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked, request.method = request.method, "GET" if request.method == "HEAD" else request.method
        response = _answered(view, request, *args, **kwargs)
        request.method = asked  # by which the server knows to drop the body
        response["Content-Language"] = LANGUAGES
        return response

    return csrf_exempt(answer)


def _answered(view: Callable[..., HttpResponse], request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    try:
        response = view(request, *args, **kwargs)
    except Http404:
        return problem(404)
    if response.status_code == 405:
        response = problem(405)
        response["Allow"] = READS
    return response


@spoken
def nowhere(request: HttpRequest, rest: str) -> HttpResponse:
    """An address below the API that leads to nothing."""
    raise Http404
