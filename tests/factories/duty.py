"""Rounds of article 2."""

from datetime import date, datetime
from typing import Any

from khedmat.accounts.models import User
from khedmat.cards.duty.actions import Terms, open_round
from khedmat.cards.duty.asking import ask, send_some
from khedmat.cards.enums import Owing
from khedmat.cards.models import DutyReminder, DutyRound
from tests.factories.cards import NOW
from tests.factories.people import publisher

DEADLINE = date(2026, 11, 12)  # ten days before the clock of the factories


def terms(**changes: Any) -> Terms:
    plain = {
        "regulation": "206/93/7740",
        "article": "ماده 2",
        "text": "شناسنامه‌ها آماده و منتشر شود.",
        "owing": Owing.NATIONAL,
        "opened_on": date(2026, 9, 1),
        "deadline": DEADLINE,
    }
    return Terms(**(plain | changes))


def asked(found: DutyRound, *, by: User, at: datetime) -> list[DutyReminder]:
    """The letters of a sending, all sent."""
    sending = ask(found, by=by, at=at)
    send_some(sending, at=at, seconds=60)
    return list(sending.reminders.order_by("agency"))


def a_round(**changes: Any) -> DutyRound:
    return open_round(terms(**changes), by=publisher(), at=NOW)
