"""Who may propose, decide on and see the popular names of a service, on a day."""

from datetime import date

from django.db.models import Exists, Q

from khedmat.accounts.models import User
from khedmat.cards.enums import NameStage
from khedmat.cards.models import NameStep, PopularName, Service
from khedmat.cards.models.popular import PopularNameQuerySet
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership
from khedmat.registers.perms import at_centre, has_centre_role


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


def decidable_by(user: User, on: date) -> PopularNameQuerySet:
    """Proposals that wait for this person: the twin of `can_decide`; nobody decides on the own."""
    mine = Membership.objects.of(user).in_force(on)
    approved = Q(service__owner__in=mine.filter(role=Role.APPROVER).values("organization"))
    own = NameStep.objects.filter(stage=NameStage.PROPOSED, by=user).values("name")
    waiting = PopularName.objects.filter(stage=NameStage.PROPOSED).exclude(pk__in=own)
    return waiting.filter(approved | Q(Exists(at_centre(user, Role.STEWARD, on))))


def can_see_proposals(user: User, service: Service, on: date) -> bool:
    return has_role(user, service, on) or is_names_steward(user, on)


def visible_names(user: User, on: date) -> PopularNameQuerySet:
    """Those in force to everybody signed in; the rest to the office and to stewards. The twin of the above."""
    if is_names_steward(user, on):
        return PopularName.objects.all()
    offices = Membership.objects.of(user).in_force(on).values("organization")
    return PopularName.objects.filter(Q(stage=NameStage.IN_FORCE) | Q(service__owner__in=offices))
