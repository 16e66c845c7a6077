"""What may be done to a version, by whom, on a day. Lists use the twins in `models.queries`."""

from datetime import date

from khedmat.accounts.models import User
from khedmat.cards.conditions import is_author, is_of_office, is_reviewer, may
from khedmat.cards.enums import PUBLIC, Stage
from khedmat.cards.models import ServiceVersion


def can_see(user: User, version: ServiceVersion, on: date) -> bool:
    """Anybody what was published; the rest those who may see it from inside."""
    return version.stage in PUBLIC or can_see_inside(user, version, on)


def can_see_inside(user: User, version: ServiceVersion, on: date) -> bool:
    """Filler, findings, trace and history: members of the agency; from submission on also reviewers of the centre."""
    return is_of_office(version, user, on) or is_reviewer(version, user, on)


def can_edit(user: User, version: ServiceVersion, on: date) -> bool:
    return is_author(version, user, on) and version.stage == Stage.DRAFT


def can_submit(user: User, version: ServiceVersion, on: date) -> bool:
    return may(version, Stage.SUBMITTED, by=user, on=on)


def can_approve(user: User, version: ServiceVersion, on: date) -> bool:
    """Three people: whoever wrote, edited or sent it never approves it."""
    return may(version, Stage.APPROVED, by=user, on=on)


def can_publish(user: User, version: ServiceVersion, on: date) -> bool:
    """The centre's part; whoever had a hand in the version never publishes it."""
    return may(version, Stage.PUBLISHED, by=user, on=on)


def can_redraft(user: User, version: ServiceVersion, on: date) -> bool:
    """Authors of the agency begin a new draft of a service, or go on with the one it has."""
    return is_author(version, user, on)
