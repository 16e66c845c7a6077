"""What every embedded page promises beside what every public page does: any site may frame it and read it."""

from collections.abc import Callable
from functools import wraps

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import conditional_page

from khedmat.web.public.access import public_page

View = Callable[..., HttpResponse]


def embed_page(view: View) -> View:
    """There is nothing to click in it that does anything: a frame around it steals nothing."""

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    framed = csp_replace({"frame-ancestors": ["*"]})(xframe_options_exempt(public_page(conditional_page(page))))
    framed.is_public = True
    return framed
