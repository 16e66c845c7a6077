"""A card that nobody confirmed for long, an address that was dead on three days, a round that was sent out."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from khedmat.cards.duty.asking import ask, send_some
from khedmat.cards.enums import LinkWhy
from khedmat.cards.freshness.ageing import age
from khedmat.cards.links.checking import record
from khedmat.cards.links.gathering import gather
from khedmat.cards.links.trying import Seen
from khedmat.cards.models import DutyReminder, DutyRound, LinkCheck, Service, WebAddress
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Organization
from khedmat.site.samples.enrolment import person


def let_time_pass(dead: Service, at: datetime) -> None:
    """May be run again after a stop. The checks of the address are written down, nobody is asked."""
    gather(localdate(at))
    address = WebAddress.objects.filter(links__version__service=dead).order_by("pk").first()
    if address and not LinkCheck.objects.filter(address=address).exists():
        for days in (3, 2, 1):
            address = record(address, Seen(LinkWhy.NOT_FOUND, 404, 120), at=at - timedelta(days=days))
    age(at=at)
    if not DutyReminder.objects.exists():
        centre = Organization.objects.get(is_centre=True)
        sending = ask(DutyRound.objects.standing().latest("pk"), by=person(Role.PUBLISHER, centre), at=at)
        send_some(sending, at=at, seconds=60)
