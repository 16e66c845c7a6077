"""A page of two columns of prose is read column by column, the right one first."""

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from khedmat.core.sequences import count, grouped, unique
from khedmat.importing.readers.containers.layout.lines import Line

_LEAST_LINES = 6
_MOST_LINES = 400  # of a page: its columns are not looked for in more
_STEP = 4  # points from place to place where the pages may be parted
_SPACE = 1.2  # heights of a line between two columns
_PROSE = 0.75  # of its column is filled by a line of prose; labels and their answers fill less
_CROSSING = 0.1  # of the lines of a column: headings over both


class _Parted(NamedTuple):
    """Pieces of lines on both sides of a place, and those across it."""

    right: list[Line]
    left: list[Line]
    across: list[Line]

    @property
    def top(self) -> float:
        """Where both columns have begun."""
        return max(self.right[0].area.top, self.left[0].area.top)

    @property
    def least(self) -> int:
        return min(len(self.right), len(self.left))

    @property
    def are_columns(self) -> bool:
        return self.least >= _LEAST_LINES and self._is_clear and _is_prose(self.right) and _is_prose(self.left)

    @property
    def _is_clear(self) -> bool:
        """Hardly anything is written across, but above and below."""
        bottom = min(self.right[-1].area.top, self.left[-1].area.top)
        return count(lambda line: self.top <= line.area.top <= bottom, self.across) <= _CROSSING * len(self.left)

    def in_order(self) -> list[Sequence[Line]]:
        """What stands over the columns, the right one, the left one, the rest."""
        sides = grouped(self.across, lambda line: line.area.top < self.top)
        return [sides.get(True, []), self.right, self.left, sides.get(False, [])]


def in_columns(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """Lines in the order in which they are read, parted by the columns that they stand in."""
    if not _LEAST_LINES <= len(lines) <= _MOST_LINES:
        return [lines]
    pieces = list(chain.from_iterable(line.pieces(_SPACE * line.height) for line in lines))
    places = unique(int(piece.area.left // _STEP) * _STEP for piece in pieces)
    found = filter(attrgetter("are_columns"), (_parted(pieces, place) for place in places))
    best = max(found, key=attrgetter("least"), default=None)
    return best.in_order() if best else [lines]


def _parted(pieces: Iterable[Line], place: float) -> _Parted:
    """A piece is to the right of a place, to its left, or over it."""
    sides = grouped(pieces, lambda piece: (piece.area.left >= place, piece.area.right <= place))
    return _Parted(sides.get((True, False), []), sides.get((False, True), []), sides.get((False, False), []))


def _is_prose(lines: Sequence[Line]) -> bool:
    widths = [line.area.right - line.area.left for line in lines]
    return median(widths) > _PROSE * max(widths)
