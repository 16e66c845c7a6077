"""Rounds of article 2."""

from datetime import date
from typing import Any

from khedmat.cards.duty.actions import Terms, open_round
from khedmat.cards.enums import Owing
from khedmat.cards.models import DutyRound
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


def a_round(**changes: Any) -> DutyRound:
    return open_round(terms(**changes), by=publisher(), at=NOW)
