"""When each session was last used: noted now and then, not at every click."""

from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from khedmat.accounts import sessions

NOTED, SIGNED_IN = "last_seen_noted", "account_authentication_methods"  # the second is written by allauth
SECONDS = 300


class LastSeenMiddleware:
    """After the answer; a database that is away must not turn an answer into an error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.session.accessed and response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
            with suppress(DatabaseError):
                _note(request)
        return response


def _note(request: HttpRequest) -> None:
    if SIGNED_IN not in request.session:
        return
    now, noted = timezone.now(), request.session.get(NOTED, request.session[SIGNED_IN][-1]["at"])
    if now.timestamp() - noted >= SECONDS and request.session.session_key:
        sessions.seen(request.session.session_key, now)
        request.session[NOTED] = now.timestamp()
