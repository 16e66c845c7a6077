"""Who may propose, decide on and see the popular names of a service, on a day."""

from datetime import date

from django.db.models import Q

from khedmat.accounts.models import User
from khedmat.cards.enums import NameStage
from khedmat.cards.models import PopularName, Service
from khedmat.cards.models.popular import PopularNameQuerySet
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership
from khedmat.registers.perms import has_centre_role


def is_names_steward(user: User, on: date) -> bool:
    return has_centre_role(user, Role.STEWARD, on)


def has_role(user: User, service: Service, on: date, *roles: Role) -> bool:
    """In the office that owns it."""
    mine = Membership.objects.of(user).in_force(on).filter(organization=service.owner_id)
    return (mine.filter(role__in=roles) if roles else mine).exists()


def can_propose(user: User, service: Service, on: date) -> bool:
    return has_role(user, service, on, Role.AUTHOR) or is_names_steward(user, on)


def can_decide(user: User, service: Service, on: date) -> bool:
    return has_role(user, service, on, Role.APPROVER) or is_names_steward(user, on)


def can_see_proposals(user: User, service: Service, on: date) -> bool:
    return has_role(user, service, on) or is_names_steward(user, on)


def visible_names(user: User, on: date) -> PopularNameQuerySet:
    """Those in force to everybody signed in; the rest to the office and to stewards. The twin of the above."""
    if is_names_steward(user, on):
        return PopularName.objects.all()
    offices = Membership.objects.of(user).in_force(on).values("organization")
    return PopularName.objects.filter(Q(stage=NameStage.IN_FORCE) | Q(service__owner__in=offices))
