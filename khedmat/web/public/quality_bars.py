"""Cards at each grade as one bar of a hundred units, drawn from the right."""

from collections.abc import Mapping
from typing import NamedTuple

from khedmat.cards.score.grades import GRADES


class Piece(NamedTuple):
    """A grade in a bar; `start` is counted from the left, as SVG does."""

    code: str
    label: str
    count: int
    start: float
    width: float


def stacked(counts: Mapping[str, int]) -> list[Piece]:
    """The best grade at the right. A bar of nothing has no pieces."""
    whole, pieces, taken = sum(counts.values()), [], 0
    for one in GRADES:
        if count := counts[one.code]:
            end = round(100 * taken / whole, 2)
            taken += count
            start = round(100 - 100 * taken / whole, 2)
            pieces.append(Piece(one.code, one.label, count, start, round(100 - end - start, 2)))
    return pieces
