"""Where each address leads; pages and the API keep their own."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.urls import include, path
from django.views.defaults import bad_request

from khedmat.api.manners import flooded
from khedmat.web.large import MOST_BYTES

OF_PROGRAMS = "/api/v1/"
urlpatterns = [path("api/", include("khedmat.api.urls")), path("", include("khedmat.web.urls"))]
handler400 = "khedmat.site.urls.refused"


def refused(request: Any, exception: Exception) -> Any:
    """A body that no address takes is refused before it is known whose address it is: each side in its own way."""
    if isinstance(exception, RequestDataTooBig) and request.path.startswith(OF_PROGRAMS):
        return flooded(request, MOST_BYTES)
    return bad_request(request, exception)
