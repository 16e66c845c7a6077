"""What every public page promises: only reading, no cookie, and any cache in front may keep it."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

View = Callable[..., HttpResponse]
A_MINUTE = 60


def public_page(view: View) -> View:
    """Open to anybody. A page that read the session would set a cookie and could not be cached: none does."""

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, public=True, max_age=A_MINUTE)
        patch_vary_headers(response, ["HX-Request", "Accept-Encoding"])
        return response

    guarded = require_safe(page)
    guarded.is_public = True
    return guarded
