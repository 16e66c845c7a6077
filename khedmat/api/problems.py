"""Errors as application/problem+json, in the reader's two languages."""

import json
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any, NoReturn

from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.core.exceptions import ValidationError as Unmet
from django.core.signing import BadSignature
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.urls import reverse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from khedmat.api.refusals import (
    BROKEN,
    COUNTS,
    NO_FORM,
    OTHER_CURSOR,
    OUTDATED,
    ROWS_REFUSED,
    TOO_LARGE,
    UNREADABLE,
    UNSEEN,
    Refused,
    Words,
)
from khedmat.cards.counts.reporting import RowsRefused
from khedmat.cards.form.refusing import sentence
from khedmat.cards.identifiers import SHAPE
from khedmat.cards.in_force import Retired, version_in_force
from khedmat.cards.keyed import Outdated, state_of
from khedmat.cards.models import Service, ServiceVersion

PROBLEM = "application/problem+json"
BODY = "body"
READABLE: dict[str, Any] = {"ensure_ascii": False, "indent": 1}  # people read it too, and packed it is as small
UNMET = "unmet"  # several sentences at once lose their code, and only unmet conditions come so
OF_ITS_STATE = frozenset({UNMET, "stage", "conflict", "constraint", "ambiguous", "register", "ended", "version"})
TITLES = {
    400: ("درخواست درست نیست", "Bad request"),
    401: ("نشانهٔ دسترسی می‌خواهد", "A token is needed"),
    403: ("این نشانه این اجازه را ندارد", "The token lacks a scope"),
    404: ("چیزی با این نشانی نیست", "Not found"),
    410: ("این خدمت برچیده شده است", "The service has ended"),
    405: ("این کار روی این نشانی شدنی نیست", "Method not allowed"),
    409: ("شرط‌های این کار برآورده نیست", "The conditions of this do not hold"),
    412: ("آن‌چه این‌جاست تغییر کرده است", "What is here has changed"),
    413: ("متن درخواست بیش از اندازه بزرگ است", "The body is too large"),
    428: ("نخست بگویید چه دیده‌اید", "Say first what you saw"),
    429: ("پرسش‌ها بیش از اندازه است", "Too many questions"),
    503: ("پایگاه داده پاسخ نمی‌دهد؛ چند ثانیه بعد دوباره بکوشید", "The database is away; try again in seconds"),
    422: ("درخواست با قرارداد نمی‌خواند", "The request breaks the contract"),
}


class ProblemAnswer(JsonResponse):
    """A problem document in Persian, which an English reader may have in English."""

    def __init__(self, said: dict[str, Any], detail_en: str | None) -> None:
        super().__init__(said, status=said["status"], content_type=PROBLEM, json_dumps_params=READABLE)
        self.said = said
        self.detail_en = detail_en

    def turn_english(self) -> None:
        """A sentence of the rules of cards is Persian only, and the answer says so."""
        detail = self.detail_en or self.said["detail"]
        self.content = json.dumps(self.said | {"title": self.said["title_en"], "detail": detail}, **READABLE).encode()
        self["Content-Language"] = "en" if detail == self.detail_en else "en, fa"


def problem(status: int, detail: str | None = None, *, detail_en: str | None = None, **more: Any) -> ProblemAnswer:
    """One problem document."""
    fa, en = TITLES.get(status, TITLES[400])
    said = {"type": "about:blank", "title": fa, "title_en": en, "status": status, "detail": detail, **more}
    return ProblemAnswer(said, detail_en)


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
    return _said(404, OTHER_CURSOR)


def gone(request: HttpRequest, end: Retired) -> HttpResponse:
    successor = end.change.successor_id
    address = request.build_absolute_uri(reverse("api:service", args=[successor])) if successor else None
    return problem(410, end.change.reason, successor=address)


def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fa = "؛ ".join(f"{_box(one['loc'])} {sentence(one)}" for one in error.errors)
    en = "; ".join(f"{_box(one['loc'])}: {one['msg']}" for one in error.errors)
    return _said(422, Words(BROKEN % fa, en))


def _box(place: Sequence[Any]) -> str:
    """As the sender wrote it: what our function calls the whole body stands in no request."""
    skipped = 2 if place[0] == BODY else 1
    return ".".join(map(str, place[skipped:])) or BODY


def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    """400 is said by the library alone, of a body that it cannot read."""
    unread = error.status_code == HTTPStatus.BAD_REQUEST
    return _said(400, UNREADABLE) if unread else problem(error.status_code, str(error))


def no_form(request: HttpRequest, error: Exception) -> HttpResponse:
    return _said(400, NO_FORM)


def too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    """Django itself would answer a program with a page."""
    return larger_than(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)


def larger_than(most: int) -> HttpResponse:
    """`most`: bytes of a body."""
    return _said(413, TOO_LARGE.about(megabytes=most // 1024**2))


def _said(status: int, words: Words) -> ProblemAnswer:
    return problem(status, words.fa, detail_en=words.en)


def worded(request: HttpRequest, refusal: Refused) -> HttpResponse:
    answer = _said(refusal.status, refusal.words)
    for name, value in refusal.headers.items():
        answer[name] = value
    return answer


def outdated(request: HttpRequest, error: Outdated) -> HttpResponse:
    """With the ETag of what is there: whoever wants to go on need not ask."""
    words = UNSEEN if error.is_unsaid else OUTDATED
    answer = _said(428 if error.is_unsaid else 412, words)
    if error.version:
        answer["ETag"] = f'"{state_of(error.version)}"'
    return answer


def unmet(request: HttpRequest, refusal: Unmet) -> HttpResponse:
    """What an action refuses, in the sentences that the desk shows."""
    status = 409 if getattr(refusal, "code", UNMET) in OF_ITS_STATE else 422
    return problem(status, " ".join(refusal.messages), reasons=refusal.messages)


def rows_unmet(request: HttpRequest, refusal: RowsRefused) -> HttpResponse:
    """Each refused row of a list with each of its reasons; nothing of the list was written."""
    rows = [
        {"row": place + 1, "reason": name, "detail": sentence, "detail_en": COUNTS[name]}
        for place, reasons in refusal.rows.items()
        for name, sentence in reasons.items()
    ]
    words = ROWS_REFUSED.about(rows=len(refusal.rows))
    return problem(422, words.fa, detail_en=words.en, reasons=refusal.messages, rows=rows)


def unknown_address(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    """Limits count by address: whoever comes without one, past the proxy, is not counted and not served."""
    return problem(400, "نشانی شبکهٔ شما شناخته نشد.", detail_en="Your network address is not known.")


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
    api.add_exception_handler(RequestDataTooBig, too_large)
    api.add_exception_handler(MultiPartParserError, no_form)
    api.add_exception_handler(Refused, worded)
    api.add_exception_handler(Outdated, outdated)
    api.add_exception_handler(RowsRefused, rows_unmet)
    api.add_exception_handler(Unmet, unmet)
    api.add_exception_handler(PermissionDenied, unknown_address)
    api.add_exception_handler(ServiceVersion.DoesNotExist, not_found)
    api.add_exception_handler(OperationalError, away)
