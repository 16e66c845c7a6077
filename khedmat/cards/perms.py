"""What may be done to a version, by whom, on a day. Lists use the twins in `models.queries`."""

from datetime import date

from khedmat.accounts.models import User
from khedmat.cards.conditions import is_author, is_publisher, may
from khedmat.cards.enums import PUBLIC, Stage
from khedmat.cards.models import ServiceVersion
from khedmat.organizations.models import Membership


def can_see(user: User, version: ServiceVersion, on: date) -> bool:
    """Anybody what was published; the rest members of the agency and reviewers of the centre."""
    memberships = Membership.objects.of(user).in_force(on)
    if version.stage in PUBLIC or is_publisher(version, user, on):
        return True
    return memberships.filter(organization=version.service.owner_id).exists()


def can_see_inside(user: User, version: ServiceVersion, on: date) -> bool:
    """Filler, findings, trace and history: members of the agency and reviewers of the centre, whatever the stage."""
    memberships = Membership.objects.of(user).in_force(on)
    return memberships.filter(organization=version.service.owner_id).exists() or is_publisher(version, user, on)


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
