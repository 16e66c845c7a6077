"""Saying and answering: each step a row, deadlines in working days."""

import hashlib
import secrets
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.editing import boxes_of
from khedmat.cards.enums import FeedbackStage, FeedbackTopic
from khedmat.cards.feedback import refusals
from khedmat.cards.feedback.masking import masked
from khedmat.cards.feedback.perms import can_answer
from khedmat.cards.feedback.telling import settle_if_none_waits, tell_office
from khedmat.cards.feedback.topics import differs
from khedmat.cards.models import Feedback, FeedbackStep, Service, ServiceVersion
from khedmat.cards.models.feedback import LONGEST_FEEDBACK
from khedmat.core.calendar import add_working_days
from khedmat.core.persian import fold, squeeze
from khedmat.core.refusals import refusing_in_words

SHORTEST, MOST_A_DAY = 8, 20
TERMS: dict[str, int] = {  # working days for the next step
    FeedbackStage.WAITING: 10,
    FeedbackStage.ACCEPTED: 30,
}
MOVES: dict[str, tuple[str, ...]] = {
    FeedbackStage.WAITING: (
        FeedbackStage.ACCEPTED,
        FeedbackStage.ANSWERED,
        FeedbackStage.MENDED,
        FeedbackStage.SET_ASIDE,
    ),
    FeedbackStage.ACCEPTED: (FeedbackStage.ANSWERED, FeedbackStage.MENDED),
}


@refusing_in_words()
@transaction.atomic
def say(version: ServiceVersion, topic: FeedbackTopic, text: str, *, at: datetime) -> Feedback:
    """A remark of somebody unknown on a card in force. Long numbers are not kept. Those who come at once are counted
    one after the other: the day of a service would be fuller than it may be else."""
    service = (
        Service.objects.select_related("owner").select_for_update(no_key=True, of=("self",)).get(pk=version.service_id)
    )
    text = masked(fold(text).strip(), keep=service.code or "")
    _demand_sound(text)
    if service.feedback.filter(at__gt=at - timedelta(days=1)).count() >= MOST_A_DAY:
        raise ValidationError(refusals.TOO_MANY, code="many")
    feedback = Feedback(
        service=service,
        version=version,
        topic=topic,
        text=text,
        letters=hashlib.sha256(squeeze(text).encode()).hexdigest(),
        code=secrets.token_urlsafe(16),
        at=at,
        due_on=_due(FeedbackStage.WAITING, localdate(at)),
    )
    feedback.validate_constraints()
    feedback.save(force_insert=True)
    tell_office(feedback, at=at)
    return feedback


def _demand_sound(text: str) -> None:
    if len(squeeze(text)) < SHORTEST:
        raise ValidationError(refusals.TOO_SHORT)
    if len(text) > LONGEST_FEEDBACK:
        raise ValidationError(refusals.TOO_LONG)


@refusing_in_words()
@transaction.atomic
def answer(feedback: Feedback, to: FeedbackStage, text: str, *, by: User, at: datetime) -> Feedback:
    """Accepted, answered, mended or set aside, in words that everybody reads (but for what is set aside)."""
    feedback = Feedback.objects.select_for_update(of=("self",)).select_related("service__owner").get(pk=feedback.pk)
    if not can_answer(by, feedback.service, localdate(at)):
        raise ValidationError(refusals.NOT_ANSWERING, params={"owner": feedback.service.owner.name})
    if to not in MOVES.get(feedback.stage, ()):
        raise ValidationError(refusals.NO_WAY, code="conflict", params={"now": feedback.get_stage_display()})
    text = fold(text).strip()
    if not text:
        raise ValidationError(refusals.NO_WORDS, code="words")
    if len(text) > LONGEST_FEEDBACK:
        raise ValidationError(refusals.TOO_LONG)
    version = _later(feedback) if to == FeedbackStage.MENDED else None
    return _step(feedback, FeedbackStep(stage=to, text=text, version=version, by=by, at=at))


def _later(feedback: Feedback) -> ServiceVersion:
    found = feedback.service.versions.in_force().filter(number__gt=feedback.version.number).first()
    if found is None:
        raise ValidationError(refusals.NO_VERSION, code="version")
    return found


def mend(version: ServiceVersion, *, by: User, at: datetime) -> None:
    """A version is published: what was promised of the boxes that it wrote anew is kept."""
    promised = version.service.feedback.filter(stage=FeedbackStage.ACCEPTED).exclude(version=version)
    waiting = list(promised.select_for_update(of=("self",)).select_related("version", "service").order_by("pk"))
    boxes = boxes_of(version.document) if waiting else {}
    for feedback in waiting:
        if differs(feedback.topic, boxes_of(feedback.version.document), boxes):
            _step(feedback, FeedbackStep(stage=FeedbackStage.MENDED, version=version, by=by, at=at))


def _step(feedback: Feedback, step: FeedbackStep) -> Feedback:
    step.feedback = feedback
    step.save(force_insert=True)
    feedback.stage = step.stage
    feedback.due_on = _due(step.stage, localdate(step.at)) or feedback.due_on
    feedback.save(update_fields=["stage", "due_on"])
    settle_if_none_waits(feedback, at=step.at)
    return feedback


def _due(stage: str, on: date) -> date | None:
    return add_working_days(on, TERMS[stage]) if stage in TERMS else None
