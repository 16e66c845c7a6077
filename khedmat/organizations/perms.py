"""Who may decide about the people of an agency and about the register itself, on a day. Lists use the models' twins."""

from datetime import date

from khedmat.accounts.models import User
from khedmat.organizations.models import Membership, Organization


def can_manage(user: User, agency: Organization, on: date) -> bool:
    """Its own managers; to manage the people of another agency gives no right here."""
    return Membership.objects.of(user).in_force(on).managing().filter(organization=agency).exists()


def can_keep_register(user: User, on: date) -> bool:
    """Reviewers and publishers of the centre write agencies and prepare their changes."""
    return Membership.objects.of(user).in_force(on).reviewing().exists()


def can_carry_out(user: User, on: date) -> bool:
    """A change of agencies moves services and ends roles: publishers of the centre alone."""
    return Membership.objects.of(user).in_force(on).publishing().exists()
