"""The page of my queues, role by role."""

from datetime import date, datetime
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.accounts.models import User
from khedmat.core.sequences import grouped
from khedmat.organizations.enums import OF_THE_CENTRE, Role
from khedmat.organizations.models import Membership
from khedmat.web.desk.queues.counting import Counted, counted
from khedmat.web.desk.queues.queue import Queue
from khedmat.web.desk.queues.table import QUEUES
from khedmat.web.kept import signed_in


class Shown(NamedTuple):
    """A queue as the page shows it; `days`: how long its oldest row has waited."""

    queue: Queue
    count: Counted
    days: int | None


class Part(NamedTuple):
    """The queues of one of my roles."""

    role: Role
    queues: list[Shown]


@require_safe
@never_cache
@signed_in
def queues(request: HttpRequest) -> HttpResponse:
    parts = parts_of(request.user, timezone.now())
    waiting = sum(shown.count.number for part in parts for shown in part.queues)
    return render(request, "desk/queues/queues.html", {"parts": parts, "waiting": waiting})


def parts_of(user: User, at: datetime) -> list[Part]:
    """Each queue once, below the first of its roles that this person has."""
    roles, on = _roles_of(user, timezone.localdate(at)), timezone.localdate(at)
    mine = [queue for queue in QUEUES if roles & {*queue.roles}]
    counts = counted(mine, user, at)
    found = grouped(mine, by=lambda queue: next(filter(roles.__contains__, queue.roles)))
    return [
        Part(role, [_shown(queue, counts.get(queue.code, Counted()), on) for queue in found[role]])
        for role in filter(found.__contains__, Role)
    ]


def _roles_of(user: User, on: date) -> set[str]:
    """Those that mean something: the centre's roles at the centre only."""
    rows = Membership.objects.of(user).in_force(on).values_list("role", "organization__is_centre")
    return {role for role, is_centre in rows if is_centre or role not in OF_THE_CENTRE}


def _shown(queue: Queue, count: Counted, on: date) -> Shown:
    return Shown(queue, count, (on - timezone.localdate(count.oldest)).days if count.oldest else None)
