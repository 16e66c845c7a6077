"""A question that is sent twice is carried out once: its answer is kept for a day under the key that came with it."""

import hashlib
import json
from collections.abc import Callable
from typing import Annotated, Any

from django.db import connection, transaction
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from ninja import Header, Schema

from khedmat.api.problems import READABLE
from khedmat.api.refusals import OTHER_QUESTION, UNDER_WAY, Refused
from khedmat.core.sealing import seal, unseal
from khedmat.organizations.models import AgencyToken, KeptAnswer
from khedmat.organizations.models.answers import KEPT

OnceKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        max_length=200,
        description="Any text of yours: sent again with the same question within a day, the first answer comes again.",
    ),
]
REPLAYED = "Idempotent-Replayed"
SEALED, PURPOSE = "sealed", "khedmat.api.once"


def once(
    request: HttpRequest,
    key: str,
    act: Callable[[], Schema],
    *,
    status: int = 200,
    said: bytes | None = None,
    is_secret: bool = False,
) -> JsonResponse:
    """The answer of `act`, or the one that was kept. Refused 422 for a key of another question, 409 while it is under
    way. The answer is kept in the transaction of the act: neither is there without the other; refusals are not kept.
    `is_secret`: kept sealed, for it holds what nobody may read in a copy of the database.
    """
    if not key:
        return _answer(act().model_dump(mode="json"), status)
    token: AgencyToken = request.auth
    question = _question(request, request.body if said is None else said)
    with transaction.atomic():
        _lock(f"{token.pk} {key}")
        token.answers.filter(at__lte=timezone.now() - KEPT).delete()
        if kept := token.answers.filter(key=key).first():
            return _kept(kept, question)
        body = act().model_dump(mode="json")
        row = {"key": key, "question": question, "status": status, "body": _sealed(body) if is_secret else body}
        KeptAnswer.objects.create(token=token, at=timezone.now(), **row)
    return _answer(body, status)


def _question(request: HttpRequest, said: bytes) -> str:
    asked = f"{request.method} {request.get_full_path()}\n".encode("utf-8", "surrogatepass")
    return hashlib.sha256(asked + said).hexdigest()


def _lock(name: str) -> None:
    """Until the transaction ends, and without waiting for the other: a retry that comes too early is told so."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [f"once {name}"])
        if not cursor.fetchone()[0]:
            raise Refused(409, UNDER_WAY, Retry_After="2")


def _kept(kept: KeptAnswer, question: str) -> JsonResponse:
    if kept.question != question:
        raise Refused(422, OTHER_QUESTION)
    answer = _answer(_opened(kept.body), kept.status)
    answer[REPLAYED] = "true"
    return answer


def _sealed(body: Any) -> dict[str, str]:
    return {SEALED: seal(json.dumps(body), purpose=PURPOSE)}


def _opened(body: Any) -> Any:
    """Under another key of the installation nothing opens: then the question is told to be asked anew."""
    if SEALED not in body:
        return body
    if opened := unseal(body[SEALED], purpose=PURPOSE):
        return json.loads(opened)
    raise Refused(422, OTHER_QUESTION)


def _answer(body: Any, status: int) -> JsonResponse:
    return JsonResponse(body, status=status, json_dumps_params=READABLE)
