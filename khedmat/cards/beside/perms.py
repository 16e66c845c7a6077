"""Who may say something beside a version, on a day."""

from datetime import date

from khedmat.accounts.models import User
from khedmat.cards import perms
from khedmat.cards.conditions import is_approver, is_author
from khedmat.cards.enums import IN_FORCE, OPEN, Stage
from khedmat.cards.models import ServiceVersion
from khedmat.registers.books import BOOKS
from khedmat.registers.enums import Register
from khedmat.registers.perms import can_keep

HOLDING = frozenset({*OPEN, *IN_FORCE}) - {Stage.DRAFT}  # a draft is its authors' own: an approver has no hand in it


def can_see_beside(user: User, version: ServiceVersion, on: date) -> bool:
    """Those who see it from inside, and the steward where everybody sees the card."""
    return perms.can_see_inside(user, version, on) or _is_steward_of(version, user, on)


def can_say_ways(user: User, version: ServiceVersion, on: date) -> bool:
    """Authors while they draft; of a card in force the steward of the register of documents."""
    return perms.can_edit(user, version, on) or _is_steward_of(version, user, on)


def can_say_terms(user: User, version: ServiceVersion, on: date) -> bool:
    """The office of the card: authors while they draft, later those who answer for it, until it is replaced."""
    answers = is_author(version, user, on) or is_approver(version, user, on)
    return perms.can_edit(user, version, on) or (version.stage in HOLDING and answers)


def _is_steward_of(version: ServiceVersion, user: User, on: date) -> bool:
    return version.stage in IN_FORCE and can_keep(user, BOOKS[Register.DOCUMENTS], on)
