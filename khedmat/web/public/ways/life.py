"""The events of the form in the order of a life, and each event's services as journeys."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.vocabulary import VOCABULARY
from khedmat.permits.chain import Link, journeys, places
from khedmat.permits.needed import Stop

AGES: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (_("آغاز زندگی"), ("birth", "education", "health")),
    (_("کار و درآمد"), ("business", "tax", "social_security", "insurance")),
    (_("خانه و خانواده"), ("marriage", "property_registration", "urban_utilities")),
    (_("سالمندی و پس از آن"), ("retirement", "death")),
    (_("در هر زمان"), ("certificates", "other")),
)
MOST_CHAINS, MOST_LINKS, MOST_STEPS = 4, 400, 12


class Event(NamedTuple):
    code: str
    name: str
    count: int


class Step(NamedTuple):
    """A service on the way: what it asks of the steps before it."""

    number: int
    place: int
    stop: Stop
    asks: list[tuple[str, int]]  # the name of a document, the number of the step that gives it


class Journey(NamedTuple):
    """A chain in the order in which it is walked; `more`: its steps that are not shown."""

    steps: list[Step]
    more: int


def by_age(counts: dict[str, int]) -> list[tuple[Promise, list[Event]]]:
    names = VOCABULARY["life_event"]
    return [(age, [Event(code, names[code].fa, counts.get(code, 0)) for code in codes]) for age, codes in AGES]


def walked(links: Iterable[Link], stops_of: Callable[[Iterable[int]], dict[int, Stop]]) -> list[Journey]:
    """The longest chains; `stops_of` names the services that are shown."""
    chosen = [chain[:MOST_LINKS] for chain in journeys(links)[:MOST_CHAINS]]
    orders = [_order(chain) for chain in chosen]
    stops = stops_of({service for order in orders for service in list(order)[:MOST_STEPS]})
    return [_journey(chain, order, stops) for chain, order in zip(chosen, orders, strict=True)]


def _order(chain: list[Link]) -> dict[int, int]:
    """Services with their places, as they are walked."""
    place_of = places(chain)
    return {one: place_of[one] for one in sorted(place_of, key=lambda one: (place_of[one], one))}


def _journey(chain: list[Link], place_of: dict[int, int], stops: dict[int, Stop]) -> Journey:
    number_of = {service: number for number, service in enumerate(list(place_of)[:MOST_STEPS], start=1)}
    steps = [
        Step(number, place_of[service], stops[service], _asked(chain, service, number_of))
        for service, number in number_of.items()
    ]
    return Journey(steps, len(place_of) - len(steps))


def _asked(chain: list[Link], service: int, number_of: dict[int, int]) -> list[tuple[str, int]]:
    own = (link for link in chain if link.target == service and link.source in number_of)
    return [(link.name, number_of[link.source]) for link in own]
