"""Rectangles of a page, and the one that holds a place."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from khedmat.core.sequences import first_where

_BANDS = 64


class Area(NamedTuple):
    """A rectangle of a page, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def mirrored(self, width: float) -> "Area":
        """Where it stands on a page of such a width that is seen in a mirror."""
        return self._replace(left=width - self.right, right=width - self.left)

    def is_within(self, other: "Area") -> bool:
        return self != other and other.holds(self.left, self.top) and other.holds(self.right, self.bottom)


def around(areas: Iterable[Area]) -> Area:
    """What all of them take."""
    lefts, tops, rights, bottoms = zip(*areas, strict=True)
    return Area(min(lefts), min(tops), max(rights), max(bottoms))


class Places:
    """Areas to be asked by place: in bands, or each of a thousand words would ask a thousand cells."""

    def __init__(self, areas: Sequence[Area]) -> None:
        whole = around([Area(0.0, 0.0, 0.0, 0.0), *areas])
        self.height = max(whole.bottom, 1.0) / _BANDS
        self.bands: list[list[Area]] = [[] for _ in range(_BANDS)]
        for area in sorted(areas, key=attrgetter("top")):
            for band in self.bands[self._band(area.top) : self._band(area.bottom) + 1]:
                band.append(area)

    def at(self, x: float, y: float) -> Area | None:
        """The first that holds a place."""
        return first_where(lambda area: area.holds(x, y), self.bands[self._band(y)])

    def _band(self, y: float) -> int:
        return min(max(int(y / self.height), 0), _BANDS - 1)
