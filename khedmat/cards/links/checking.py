"""What is written down of a try, and what is held of the address from then on."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.enums import LinkOutcome, LinkState
from khedmat.cards.links.trying import Seen
from khedmat.cards.models import LinkCheck, ServiceVersion, WebAddress
from khedmat.cards.records import store
from khedmat.cards.tasks import recheck_soon

DAYS_OF_ERROR = 3  # different ones, before an error stands
A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)


class Held(NamedTuple):
    state: LinkState
    due_on: date


@transaction.atomic
def record(address: WebAddress, seen: Seen, *, by: User | None = None, at: datetime) -> WebAddress:
    """The try as a row; the state of the address after it. Cards that lead to a new or mended break are found anew."""
    address = WebAddress.objects.select_for_update(of=("self",)).get(pk=address.pk)
    day, before = localdate(at), address.state
    said = {"outcome": seen.outcome, "why": seen.why, "status": seen.status, "ms": seen.ms}
    LinkCheck.objects.create(address=address, day=day, at=at, by=by, **said)
    held = _held(address, seen.outcome, day)
    known = {"why": seen.why, "status": seen.status, "checked_at": at}
    store(address, {**held._asdict(), **known})
    if LinkState.BROKEN in (before, held.state) and before != held.state:
        _find_anew(address, at)
    return address


def _held(address: WebAddress, outcome: LinkOutcome, day: date) -> Held:
    """A warning neither ends a row of errors nor adds to it; what is broken stays so until it is fine."""
    if outcome == LinkOutcome.FINE:
        return Held(LinkState.FINE, day + A_WEEK)
    days = _days_of_error(address)
    if days >= DAYS_OF_ERROR:
        return Held(LinkState.BROKEN, day + A_WEEK)
    state = LinkState.SUSPECT if outcome == LinkOutcome.BROKEN else LinkState.DOUBTFUL
    return Held(state, day + (A_DAY if days else A_WEEK))


def _days_of_error(address: WebAddress) -> int:
    """Different days on which it was broken, since it was last fine."""
    fine = address.checks.filter(outcome=LinkOutcome.FINE).aggregate(last=Max("at"))["last"]
    broken = address.checks.filter(outcome=LinkOutcome.BROKEN)
    since = broken.filter(at__gt=fine) if fine else broken
    return since.values("day").distinct().count()


def _find_anew(address: WebAddress, at: datetime) -> None:
    ServiceVersion.objects.published().filter(links__address=address).update(checked_with="")
    recheck_soon(at=at)
