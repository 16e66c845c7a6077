"""What goes from one agency to another: the row first, then the thing, whatever kind it is."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import Count, Model
from django.utils.translation import gettext_lazy as _

from khedmat.core.sequences import grouped
from khedmat.organizations.models import Move, Organization, OrganizationChange

MOVES, STAYS = _("جابه‌جا می‌شود"), _("می‌ماند")


class Moved(NamedTuple):
    """How many things of a kind a change took from one agency to another."""

    kind: str
    before: Organization
    after: Organization
    count: int


def move(pairs: Iterable[tuple[Any, Organization | None]], change: OrganizationChange, *, log: type[Move]) -> None:
    """Things with who takes each; what nobody takes, or has it already, stays where it is."""
    signed = {"change": change, "by": change.by, "at": change.at}
    of_owner = attrgetter(f"{log.OWNER}_id")
    going = [(thing, taker) for thing, taker in pairs if taker and taker.pk != of_owner(thing)]
    log.objects.bulk_create(
        log(**{log.THING: thing}, before_id=of_owner(thing), after=taker, **signed) for thing, taker in going
    )
    for taker, rows in grouped(going, by=lambda pair: pair[1].pk).items():
        things = _things(log)._default_manager.filter(pk__in=[thing.pk for thing, _taker in rows])
        things.update(**{f"{log.OWNER}_id": taker})


def moved_by(change: OrganizationChange) -> list[Moved]:
    """As the logs tell it, kind by kind; a question a kind and one for the names."""
    found = [(_things(log), *row) for log in Move.__subclasses__() for row in _counted(log, change)]
    names = Organization.objects.in_bulk({key for _kind, *pair, _count in found for key in pair})
    return [Moved(str(kind._meta.verbose_name_plural), names[old], names[new], n) for kind, old, new, n in found]


def _counted(log: type[Move], change: OrganizationChange) -> Iterable[tuple[int, int, int]]:
    rows = log.objects.filter(change=change).order_by("before", "after").values_list("before", "after")
    return rows.annotate(count=Count("pk"))


def _things(log: type[Move]) -> type[Model]:
    return log._meta.get_field(log.THING).related_model
