"""Writing down what a look at an agency's pages found, and what is known of it since."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.utils.timezone import make_aware

from khedmat.accounts.models import User
from khedmat.cards.enums import OnPortal
from khedmat.cards.models import PortalCheck
from khedmat.organizations.models import Organization

HOLDS = timedelta(days=30)  # a page that nobody could read for so long says nothing any more


class PageSeen(NamedTuple):
    """What came of asking for a page. `is_cut`: it is longer than what is read of one."""

    address: str
    why: str
    status: int | None
    is_cut: bool = False


class ServiceSeen(NamedTuple):
    """A published service as the page shows it. `why`: what its link was answered; empty where nobody asked."""

    service: int
    code: str
    title: str
    state: OnPortal
    version: int | None = None
    page: str = ""
    link: str = ""
    why: str = ""
    is_titled: bool = True
    is_sub: bool = False


class Look(NamedTuple):
    """A whole look. `strangers`: IDs on the page that are none of the agency's published services."""

    pages: list[PageSeen]
    services: list[ServiceSeen]
    strangers: list[str]
    is_read: bool


def record(agency: Organization, look: Look, *, at: datetime, by: User | None = None) -> PortalCheck:
    states = [one.state for one in look.services]
    total, missing = len(states), states.count(OnPortal.MISSING)
    return PortalCheck.objects.create(
        agency=agency,
        at=at,
        by=by,
        is_read=look.is_read,
        pages=[one._asdict() for one in look.pages],
        found=[one._asdict() for one in look.services],
        strangers=look.strangers,
        total=total,
        present=total - missing,
        current=states.count(OnPortal.CURRENT),
    )


def last_check(agency: Organization) -> PortalCheck | None:
    """Whatever came of it."""
    return PortalCheck.objects.filter(agency=agency).select_related("by").order_by("-pk").first()


def on_portal(agencies: Iterable[Organization], on: date) -> dict[int, int]:
    """Agency → how many of its services its own pages showed when they were last read; one question."""
    since = make_aware(datetime.combine(on - HOLDS, time.min))
    read = PortalCheck.objects.filter(agency__in=[agency.pk for agency in agencies], is_read=True, at__gte=since)
    return dict(read.order_by("agency", "-pk").distinct("agency").values_list("agency", "present"))
