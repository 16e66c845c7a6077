"""A journey as a drawing: a numbered circle a service, right to left, a thread from what gives to what asks."""

from typing import NamedTuple

from khedmat.web.public.ways.life import Journey, Step

ACROSS, DOWN, MARGIN = 120, 62, 34


class Knot(NamedTuple):
    number: int
    x: int
    y: int


class Thread(NamedTuple):
    """The path of a curve between two circles."""

    path: str


class Drawing(NamedTuple):
    knots: list[Knot]
    threads: list[Thread]
    width: int
    height: int


def drawn(journey: Journey) -> Drawing:
    columns = _columns(journey)
    width = MARGIN * 2 + ACROSS * (len(columns) - 1)
    height = MARGIN * 2 + DOWN * (max(map(len, columns.values())) - 1)
    knots = {
        step.number: Knot(step.number, width - MARGIN - ACROSS * across, _down(height, len(steps), row))
        for across, steps in enumerate(columns.values())
        for row, step in enumerate(steps)
    }
    threads = [_thread(knots[source], knots[step.number]) for step in journey.steps for _, source in step.asks]
    return Drawing(list(knots.values()), threads, width, height)


def _columns(journey: Journey) -> dict[int, list[Step]]:
    found: dict[int, list[Step]] = {}
    for step in journey.steps:
        found.setdefault(step.place, []).append(step)
    return found


def _down(height: int, count: int, row: int) -> int:
    return height // 2 + DOWN * (2 * row - count + 1) // 2


def _thread(source: Knot, target: Knot) -> Thread:
    middle = (source.x + target.x) // 2
    return Thread(f"M{source.x} {source.y}C{middle} {source.y} {middle} {target.y} {target.x} {target.y}")
