"""How a province's time, cost and visits stand beside the national ones: less, more, the same, or not to be measured.

Pure: it is asked of cards.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from khedmat.cards.form import Card, Cost, Duration, Visits
from khedmat.cards.rules.durations import longest_hours

Side = Literal["same", "less", "more", "other"]
SIDES: tuple[Side, ...] = ("same", "more", "less")  # by the sign of the difference: 0, 1, -1


class Figure(NamedTuple):
    """What can be measured: the longest time in hours, all fees in rials, the most visits; `kind`: figures of two
    kinds are not compared (working days and days of the calendar)."""

    amount: float
    kind: str = ""


class Deviation(NamedTuple):
    """`by`: how much the province is above the national figure, where both are measured."""

    side: Side
    by: float | None = None


def hours(said: Duration) -> Figure | None:
    longest = longest_hours(said)
    return Figure(longest, f"{bool(said.working)} {said.basis or 'whole'}") if longest else None


def rials(said: Cost) -> Figure | None:
    """Free is nothing to pay; a fee that is only told in words is not added."""
    amounts = [item.amount_rial for item in said.items]
    is_known = bool(amounts or said.free) and None not in amounts
    return Figure(sum(filter(None, amounts))) if is_known else None


def times(said: Visits) -> Figure | None:
    if (said.max, said.count) == (None, None):
        return None
    return Figure(max(said.max or 0, said.count or 0))


MEASURES: dict[str, Callable[[Card], Figure | None]] = {
    "average_duration": lambda card: hours(card.average_duration),
    "cost": lambda card: rials(card.cost),
    "visits": lambda card: times(card.visits),
}


def deviation(measure: str, national: Card, local: Card) -> Deviation:
    """Of one measure. What is written otherwise and cannot be measured differs all the same."""
    if getattr(national, measure) == getattr(local, measure):
        return Deviation("same", 0)
    return _between(MEASURES[measure](national), MEASURES[measure](local))


def _between(there: Figure | None, here: Figure | None) -> Deviation:
    if there is None or here is None or there.kind != here.kind:
        return Deviation("other")
    return _by(here.amount - there.amount)


def _by(amount: float) -> Deviation:
    return Deviation(SIDES[(amount > 0) - (amount < 0)], amount)
