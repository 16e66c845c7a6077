"""Places on a page of a PDF → places on the page as it is read: from its upper left corner, its text upright."""

from typing import NamedTuple

from khedmat.importing.readers.containers.layout import Area


class Edges(NamedTuple):
    """A rectangle as PDF counts: upwards."""

    left: float
    bottom: float
    right: float
    top: float


class Frame(NamedTuple):
    """The visible part of a page, turned clockwise by so many quarters."""

    edges: Edges
    quarters: int

    @property
    def width(self) -> float:
        return self._sides[self.quarters % 2]

    @property
    def height(self) -> float:
        return self._sides[1 - self.quarters % 2]

    @property
    def _sides(self) -> tuple[float, float]:
        return self.edges.right - self.edges.left, self.edges.top - self.edges.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.edges.left, self.edges.top - y
        width, height = self._sides
        return ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[self.quarters % 4]

    def area(self, edges: Edges) -> Area:
        (x1, y1), (x2, y2) = self.point(edges.left, edges.bottom), self.point(edges.right, edges.top)
        return Area(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def area_of(self, area: Area, other: "Frame") -> Area:
        """Where an area of another frame of the same page stands in this one."""
        whole = Edges(0, 0, other.width, other.height)
        turn = Frame(whole, self.quarters - other.quarters)
        return turn.area(Edges(area.left, other.height - area.bottom, area.right, other.height - area.top))
