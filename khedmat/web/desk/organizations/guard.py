"""The register of agencies is the centre's: for anybody else its pages are not there, and the attempt is logged."""

import logging
from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from khedmat.organizations.perms import can_keep_register
from khedmat.web.kept import signed_in

log = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


def at_the_centre(view: View) -> View:
    """Reviewers and publishers of the centre, on the day of the request."""

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not can_keep_register(request.user, timezone.localdate()):
            log.warning("user %s asked for the register of agencies", request.user.pk)
            raise Http404
        return view(request, *args, **kwargs)

    return never_cache(signed_in(page))
