"""Who works with me, in which role and since when."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.organizations.models import Membership, Organization


class Colleague(NamedTuple):
    """A membership, and whether it holds now, is coming or has ended."""

    membership: Membership
    standing: str


class Office(NamedTuple):
    """An agency with those who work there, or will, and those who once did."""

    agency: Organization
    members: list[Colleague]
    former: list[Colleague]


@require_safe
@never_cache
@login_required
def people(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    mine = Organization.objects.of_member(request.user, today)
    offices = _offices(Membership.objects.filter(organization__in=mine).for_list(), today)
    return render(request, "desk/people.html", {"offices": offices})


def _offices(memberships: Iterable[Membership], on: date) -> list[Office]:
    by_agency = groupby(memberships, key=attrgetter("organization"))
    return [_office(agency, [Colleague(row, _standing(row, on)) for row in rows]) for agency, rows in by_agency]


def _office(agency: Organization, people: list[Colleague]) -> Office:
    ended = [one for one in people if one.standing == "ended"]
    return Office(agency, [one for one in people if one not in ended], ended)


def _standing(membership: Membership, on: date) -> str:
    if membership.has_ended(on):
        return "ended"
    return "coming" if membership.starts_on > on else "now"
