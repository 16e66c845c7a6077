"""What a message says: who and which version, never a text of a reader; the card itself is asked for at its address."""

import json
from collections.abc import Mapping
from datetime import UTC
from typing import Any, cast

from django.conf import settings

from khedmat.cards.models import Feedback, Service, StageChange
from khedmat.webhooks.enums import EventKind
from khedmat.webhooks.models import Event


def body_of(event: Event) -> str:
    """JSON with `type`, `timestamp` and `data`, as Standard Webhooks recommends; the same bytes in each attempt."""
    at = event.at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    said = {"type": event.kind, "timestamp": at, "data": _data(event)}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _data(event: Event) -> Mapping[str, Any]:
    if event.service is None:
        return {}
    return _of_service(event.service) | (_of_step(event) if event.step else _of_feedback(event))


def _of_service(service: Service) -> dict[str, Any]:
    return {"service": service.pk, "code": service.code, "agency": service.owner.code}


def _of_step(event: Event) -> dict[str, Any]:
    """`change` is the key of the same step in the feed of changes."""
    step, is_gone = cast(StageChange, event.step), event.kind == EventKind.RETIRED
    return {
        "change": step.pk,
        "version": step.version.number,
        "sha256": step.sha256,
        "successor": step.successor_id,
        "card": None if is_gone else f"{settings.SITE_URL}/api/v1/services/{event.service_id}",
    }


def _of_feedback(event: Event) -> dict[str, Any]:
    remark = cast(Feedback, event.remark)
    return {"feedback": remark.pk, "topic": remark.topic, "stage": event.answer.stage if event.answer else "waiting"}
