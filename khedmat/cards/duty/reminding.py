"""Those who owe are reminded before the deadline and after it, each time a row that stays."""

from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate

from khedmat.cards.duty.board import Standing, board
from khedmat.cards.duty.letter import Said, tell
from khedmat.cards.models import DutyReminder, DutyRound
from khedmat.core.calendar import working_days_between


def owing(found: DutyRound, on: date) -> list[Standing]:
    """Those who have not sent as many cards as they confirmed titles."""
    return [standing for standing in board(found, on=on) if not standing.is_done]


def remind(*, at: datetime) -> int:
    """What is due on this day of every open round. Safe to run twice: each step of a round is taken once an agency."""
    rounds = DutyRound.objects.standing().filter(closing=None)
    return sum(_remind(found.pk, at=at) for found in rounds)


@transaction.atomic
def _remind(pk: int, *, at: datetime) -> int:
    found, on = DutyRound.objects.select_for_update(of=("self",)).get(pk=pk), localdate(at)
    step = step_on(found.deadline, on)
    if step is None or on < found.opened_on:
        return 0
    told = set(found.reminders.filter(step=step).values_list("agency", flat=True))
    standings = [one for one in owing(found, on) if one.agency.pk not in told]
    return len(send(found, standings, Said(step=step, at=at)))


def step_on(deadline: date, on: date) -> int | None:
    """Working days: the step before the deadline (positive), or after it (negative), in which a day stands."""
    if on <= deadline:
        return _nearest(working_days_between(on, deadline), settings.DUTY_BEFORE)
    return _nearest(working_days_between(on, deadline), [-step for step in settings.DUTY_AFTER])


def _nearest(left: int, steps: Iterable[int]) -> int | None:
    """The step that was reached last: as many working days as are left, or the next more."""
    return min(filter(left.__le__, steps), default=None)


def send(found: DutyRound, standings: Iterable[Standing], said: Said) -> list[DutyReminder]:
    """An agency without anybody here is in the log too, with nobody told: its letter is printed."""
    rows = [
        DutyReminder(
            round=found,
            agency=one.agency,
            step=said.step,
            day=localdate(said.at),
            told=tell(found, one, said),
            by=said.by,
            at=said.at,
        )
        for one in standings
    ]
    return DutyReminder.objects.bulk_create(rows)
