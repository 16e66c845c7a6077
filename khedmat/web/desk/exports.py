"""A version as files for its own office: with the accounts and the filler, and kept by nobody on the way."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.web.desk.guard import office_version
from khedmat.web.kept import signed_in
from khedmat.web.printed import of_version, sent


@require_safe
@never_cache
@signed_in
def card(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    found = office_version(request, pk)
    return sent(request, of_version(request, found), kind, is_whole=True)
