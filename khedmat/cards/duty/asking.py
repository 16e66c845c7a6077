"""The centre asks those who owe: the press writes down who asked, a job sends the letters one agency after another."""

import time
from contextlib import suppress
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from khedmat.accounts.models import User
from khedmat.cards.duty.actions import CLOSED, CORRECTED, NOT_THE_CENTRE, may_rule
from khedmat.cards.duty.board import Standing
from khedmat.cards.duty.letter import Said
from khedmat.cards.duty.reminding import owing, send
from khedmat.cards.models import DutyRound, DutySending
from khedmat.core.refusals import refusing_in_words

SEND = "khedmat.cards.tasks.send_duty"
NOBODY_OWES = _("همهٔ دستگاه‌های این دوره کار را به پایان رسانده‌اند؛ نامه‌ای برای فرستادن نیست.")
SENT_TODAY = _("نامهٔ این دوره امروز فرستاده شده است؛ فرستادن دوباره از فردا.")


@refusing_in_words()
@transaction.atomic
def ask(found: DutyRound, *, by: User, at: datetime) -> DutySending:
    """The letter with the deadline, the guide and the empty form, to everybody who owes; once a day."""
    on = localdate(at)
    if not may_rule(by, on):
        raise ValidationError(NOT_THE_CENTRE)
    found = DutyRound.objects.select_for_update(of=("self",)).get(pk=found.pk)
    _refuse_over(found)
    if found.sendings.filter(day=on).exists() or found.reminders.filter(step=None, day=on).exists():
        raise ValidationError(SENT_TODAY)
    total = len(owing(found, on))
    if not total:
        raise ValidationError(NOBODY_OWES)
    sending = DutySending.objects.create(round=found, day=on, total=total, by=by, at=at)
    enqueue(sending.pk)
    return sending


def _refuse_over(found: DutyRound) -> None:
    if found.is_closed:
        raise ValidationError(CLOSED)
    if hasattr(found, "corrected_by"):
        raise ValidationError(CORRECTED)


def send_some(sending: DutySending, *, at: datetime, seconds: float) -> None:
    """Some seconds of it; after the last agency it has ended. Safe to be killed: each agency is told or not."""
    until = time.monotonic() + seconds
    for standing in _left(sending):
        if not _send_one(sending, standing) or time.monotonic() > until:
            return
    DutySending.objects.filter(pk=sending.pk, ended_at=None).update(ended_at=at)


def _left(sending: DutySending) -> list[Standing]:
    """Nobody is left of a round that was closed or corrected in the meantime."""
    found = DutyRound.objects.select_related("closing", "corrected_by").get(pk=sending.round_id)
    if found.is_closed or hasattr(found, "corrected_by"):
        return []
    told = set(sending.reminders.values_list("agency", flat=True))
    return [one for one in owing(found, sending.day) if one.agency.pk not in told]


@transaction.atomic
def _send_one(sending: DutySending, standing: Standing) -> bool:
    """Whether to go on; two workers at once tell an agency once."""
    sending = DutySending.objects.select_related("round", "by").select_for_update(of=("self",)).get(pk=sending.pk)
    if sending.is_running and not sending.reminders.filter(agency=standing.agency).exists():
        send(sending.round, [standing], Said(by=sending.by, at=sending.at))
    return sending.is_running


def enqueue(sending: int) -> None:
    """One step waits at a time, and one is taken at a time."""
    lock = f"duty-{sending}"
    with suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(SEND, queue="cards", lock=lock, queueing_lock=lock).defer(sending=sending)
