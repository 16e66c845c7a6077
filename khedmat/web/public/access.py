"""What every public page promises: only reading, no cookie, and any cache in front may keep it."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from http import HTTPStatus

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from khedmat.cards.in_force import Retired, version_in_force
from khedmat.cards.models import ServiceVersion, StageChange
from khedmat.core.keeping import HAD, MADE_OF, may_be_kept

View = Callable[..., HttpResponse]


def in_force_or_404(service: int) -> ServiceVersion:
    """The version that speaks for a service; of one that has ended `public_page` answers that it is gone."""
    try:
        return version_in_force(service)
    except ServiceVersion.DoesNotExist as error:
        raise Http404 from error


def _answer(view: View, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    try:
        return view(request, *args, **kwargs)
    except Retired as end:
        return render(request, "public/retired.html", _ended(end.change), status=HTTPStatus.GONE)


def _ended(change: StageChange) -> dict[str, object]:
    versions = ServiceVersion.objects.public().filter(service=change.version.service_id).order_by("-number")
    successor = change.successor and change.successor.versions.in_force().select_related("service").first()
    light = versions.select_related("service").only("number", "published_at", "service")
    return {"change": change, "version": change.version, "successor": successor, "versions": light}


def answered_when_ended(view: View) -> View:
    """A service that has ended answers so, whatever is asked of it."""

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return _answer(view, request, *args, **kwargs)

    return page


def public_page(view: View) -> View:
    """Open to anybody. A page that read the session would set a cookie and could not be cached: none does."""

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = _answer(view, request, *args, **kwargs)
        may_be_kept(response)
        patch_vary_headers(response, ["HX-Request", "Accept-Encoding"])
        return response

    guarded = require_safe(page)
    guarded.is_public = True
    return guarded


def unless_same(request: HttpRequest, make: Callable[[], HttpResponse], *made_of: object) -> HttpResponse:
    """The page, or the mere word that it is as the one that is kept: most pages are the same after a publication.

    `made_of`: all that the page says that may change while a process lives, as it was fetched; what is left out would
    stay old for ever.
    """
    digest = sha256(repr([*map(_said, made_of)]).encode(errors="surrogatepass")).hexdigest()
    request.META[MADE_OF] = digest
    return HttpResponse(status=HTTPStatus.NOT_MODIFIED) if request.META.get(HAD) == digest else make()


def _said(one: object) -> object:
    """A row as its columns, with the rows that were joined to it."""
    if isinstance(one, list):
        return [*map(_said, one)]
    if not isinstance(one, Model):
        return one
    columns = {name: value for name, value in vars(one).items() if name != "_state"}
    return type(one).__name__, columns, [*map(_said, one._state.fields_cache.values())]
