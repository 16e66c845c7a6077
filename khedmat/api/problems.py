"""Errors as application/problem+json, in the reader's two languages."""

from typing import Any, NoReturn

from django.core.signing import BadSignature
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from khedmat.cards.identifiers import SHAPE
from khedmat.cards.in_force import Retired, version_in_force
from khedmat.cards.models import Service, ServiceVersion

PROBLEM = "application/problem+json"
READABLE: dict[str, Any] = {"ensure_ascii": False, "indent": 1}  # people read it too, and packed it is as small
TITLES = {
    400: ("درخواست درست نیست", "Bad request"),
    404: ("چیزی با این نشانی نیست", "Not found"),
    410: ("این خدمت برچیده شده است", "The service has ended"),
    405: ("این کار روی این نشانی شدنی نیست", "Method not allowed"),
    503: ("پایگاه داده پاسخ نمی‌دهد؛ چند ثانیه بعد دوباره بکوشید", "The database is away; try again in seconds"),
    422: ("درخواست با قرارداد نمی‌خواند", "The request breaks the contract"),
}


def problem(status: int, detail: str | None = None, **more: Any) -> JsonResponse:
    """One problem document."""
    fa, en = TITLES.get(status, TITLES[400])
    body = {"type": "about:blank", "title": fa, "title_en": en, "status": status, "detail": detail, **more}
    return JsonResponse(body, status=status, content_type=PROBLEM, json_dumps_params=READABLE)


def not_found(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(404)


def found_in_force(number: str) -> ServiceVersion:
    """By key or by ID: an ID has eleven digits, and no key here will ever have as many."""
    try:
        return version_in_force(key_of(number))
    except ServiceVersion.DoesNotExist as error:
        raise Http404 from error


def key_of(number: str) -> int:
    """The key of the service that bears this key or ID."""
    if not SHAPE.fullmatch(number):
        return int(number)
    return Service.objects.values_list("pk", flat=True).filter(code=number).first() or 0


def nothing() -> NoReturn:
    raise Http404


def unknown_cursor(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(404, "cursor")


def gone(request: HttpRequest, end: Retired) -> HttpResponse:
    successor = end.change.successor_id
    address = request.build_absolute_uri(reverse("api:service", args=[successor])) if successor else None
    return problem(410, end.change.reason, successor=address)


def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    said = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors)
    return problem(422, said)


def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, str(error))


def away(request: HttpRequest, error: OperationalError) -> HttpResponse:
    answer = problem(503)
    answer["Retry-After"] = "5"
    return answer


def declare(responses: dict[int, dict[str, Any]]) -> None:
    """The media type of the errors of one operation, in the contract."""
    for status, response in responses.items():
        if int(status) >= 400 and "content" in response:
            response["content"] = {PROBLEM: response["content"].pop("application/json")}


def register(api: NinjaAPI) -> None:
    api.add_exception_handler(Http404, not_found)
    api.add_exception_handler(BadSignature, unknown_cursor)
    api.add_exception_handler(Retired, gone)
    api.add_exception_handler(ValidationError, invalid)
    api.add_exception_handler(HttpError, refused)
    api.add_exception_handler(OperationalError, away)
