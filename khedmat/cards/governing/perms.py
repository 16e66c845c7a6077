"""Who may pass over findings."""

from datetime import date

from khedmat.accounts.models import User
from khedmat.cards.conditions import had_no_hand, is_reviewer
from khedmat.cards.governing.needs import ALIVE
from khedmat.cards.models import ServiceVersion


def can_dismiss(user: User, version: ServiceVersion, on: date) -> bool:
    """Reviewers of the centre, of a text in which they had no hand, while it is examined or in force."""
    return version.stage in ALIVE and is_reviewer(version, user, on) and had_no_hand(version, user, on)
