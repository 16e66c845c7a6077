"""When the database is away for a moment: a page that says so and when to come back, never a bare error."""

from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from khedmat.web.kept import can_keep, kept

SECONDS = "5"
AWAY = _("پایگاه داده دارد از نو آغاز می‌شود. هر چه نوشته‌اید این‌جا نگه داشته شده است؛ چند ثانیه بعد دوباره بفرستید.")


class OutageMiddleware:
    """OperationalError of any page → 503 with Retry-After, and with what was typed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, OperationalError | InterfaceError):
            return None
        is_kept = can_keep(request)
        page = kept(request, sentences=[AWAY], status=503) if is_kept else render(request, "503.html", status=503)
        page["Retry-After"], page["Cache-Control"] = SECONDS, "no-store"
        return page
