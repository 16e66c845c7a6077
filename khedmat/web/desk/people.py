"""Who works with me, in which role and since when; for managers also who is invited."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.accounts.models import User
from khedmat.organizations.enums import InvitationState
from khedmat.organizations.models import Delegation, Invitation, Membership, Organization
from khedmat.web.kept import signed_in


class Colleague(NamedTuple):
    """A membership, whether it holds now, is coming or has ended, and the letters by which they confirm
    for the highest official, and whether I decide about it.
    """

    membership: Membership
    standing: str
    letters: list[Delegation]
    is_mine_to_decide: bool


class Asked(NamedTuple):
    """An invitation and what became of it."""

    invitation: Invitation
    state: InvitationState


class Office(NamedTuple):
    """An agency with those who work there, or will, those who once did, and those who are invited."""

    agency: Organization
    is_managed: bool
    members: list[Colleague]
    former: list[Colleague]
    invited: list[Asked]
    answered: list[Asked]


@require_safe
@never_cache
@signed_in
def people(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/people.html", {"offices": _offices(request.user, timezone.now())})


def _offices(user: User, at: datetime) -> list[Office]:
    on = timezone.localdate(at)
    mine, managed = Organization.objects.of_member(user, on), set(Organization.objects.managed_by(user, on))
    invited = _invited(Invitation.objects.managed_by(user, on).for_list(), at) if managed else {}
    in_force = Prefetch("delegations", Delegation.objects.in_force(on).order_by("starts_on", "pk"), to_attr="letters")
    memberships = Membership.objects.filter(organization__in=mine).for_list().prefetch_related(in_force)
    by_agency = groupby(memberships, key=attrgetter("organization"))
    return [_office(agency, _colleagues(rows, agency in managed, on), invited) for agency, rows in by_agency]


def _colleagues(rows: Iterable[Membership], is_managed: bool, on: date) -> list[Colleague]:
    return [Colleague(row, _standing(row, on), row.letters, is_managed) for row in rows]


def _office(agency: Organization, people: list[Colleague], invited: dict[int, list[Asked]]) -> Office:
    ended = [one for one in people if one.standing == "ended"]
    asked = invited.get(agency.pk, [])
    waiting = [one for one in asked if one.state == InvitationState.OPEN]
    return Office(
        agency=agency,
        is_managed=people[0].is_mine_to_decide,
        members=[one for one in people if one not in ended],
        former=ended,
        invited=waiting,
        answered=[one for one in asked if one not in waiting],
    )


def _invited(invitations: Iterable[Invitation], at: datetime) -> dict[int, list[Asked]]:
    by_agency = defaultdict(list)
    for invitation in invitations:
        by_agency[invitation.organization_id].append(Asked(invitation, invitation.state(at)))
    return by_agency


def _standing(membership: Membership, on: date) -> str:
    if membership.has_ended(on):
        return "ended"
    return "coming" if membership.starts_on > on else "now"
