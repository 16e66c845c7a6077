"""Who may decide about the people of an agency and about the register itself, on a day. Lists use the models' twins."""

from datetime import date

from khedmat.accounts.models import User
from khedmat.organizations.enums import ANSWERING
from khedmat.organizations.models import AgencyToken, Membership, Organization


def can_manage(user: User, agency: Organization, on: date) -> bool:
    """Its own managers; to manage the people of another agency gives no right here."""
    return Membership.objects.of(user).in_force(on).managing().filter(organization=agency).exists()


def can_keep_register(user: User, on: date) -> bool:
    """Reviewers and publishers of the centre write agencies and prepare their changes."""
    return Membership.objects.of(user).in_force(on).reviewing().exists()


def can_carry_out(user: User, on: date) -> bool:
    """A change of agencies moves services and ends roles: publishers of the centre alone."""
    return Membership.objects.of(user).in_force(on).publishing().exists()


def can_make_tokens(user: User, agency: Organization, on: date) -> bool:
    """A program acts as a person who answers for the text: nobody gives it a right of another."""
    return Membership.objects.of(user).in_force(on).filter(organization=agency, role__in=ANSWERING).exists()


def can_revoke(user: User, token: AgencyToken, on: date) -> bool:
    """Who made it, as long as there is a role; managers of the agency all."""
    is_own = token.made_by_id == user.pk and can_make_tokens(user, token.organization, on)
    return is_own or can_manage(user, token.organization, on)
