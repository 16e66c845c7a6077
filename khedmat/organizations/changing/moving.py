"""What goes from one agency to another: the row first, then the thing, whatever kind it is."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from django.utils.translation import gettext_lazy as _

from khedmat.core.sequences import grouped
from khedmat.organizations.models import Move, Organization, OrganizationChange

MOVES, STAYS = _("جابه‌جا می‌شود"), _("می‌ماند")


def move(pairs: Iterable[tuple[Any, Organization | None]], change: OrganizationChange, *, log: type[Move]) -> None:
    """Things with who takes each; what nobody takes, or has it already, stays where it is."""
    signed = {"change": change, "by": change.by, "at": change.at}
    of_owner = attrgetter(f"{log.OWNER}_id")
    going = [(thing, taker) for thing, taker in pairs if taker and taker.pk != of_owner(thing)]
    log.objects.bulk_create(
        log(**{log.THING: thing}, before_id=of_owner(thing), after=taker, **signed) for thing, taker in going
    )
    things = log._meta.get_field(log.THING).related_model.objects
    for taker, rows in grouped(going, by=lambda pair: pair[1].pk).items():
        things.filter(pk__in=[thing.pk for thing, _taker in rows]).update(**{f"{log.OWNER}_id": taker})
