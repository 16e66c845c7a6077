"""What becomes a block: its cells, each with what stands in it on which page."""

from functools import reduce
from itertools import chain, count
from operator import attrgetter
from typing import NamedTuple

from khedmat.importing.readers.blocks import Block
from khedmat.importing.readers.containers.geometry import Box
from khedmat.importing.readers.containers.layout.areas import Area
from khedmat.importing.readers.containers.layout.lines import Line, Paragraph, joined

Placed = tuple[Block, tuple[tuple[Box, ...], ...]]


class Part(NamedTuple):
    """What of a cell stands on one page. `area`: where is written; `links`: addresses behind its words."""

    page: int
    area: Area
    paragraphs: tuple[Paragraph, ...]
    links: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def lines(self) -> list[Line]:
        return list(chain.from_iterable(map(attrgetter("lines"), self.paragraphs)))

    def holds(self, other: Area) -> bool:
        """Whether words of it stand there."""
        return any(line.area.holds(*other.middle) for line in self.lines)


Cell = tuple[Part, ...]


class Row(NamedTuple):
    """A cell has a part for each page it stands on. `table`: page and number of the drawn table that it is of."""

    cells: tuple[Cell, ...]
    gap: bool = False
    table: tuple[int, int] | None = None

    @property
    def lines(self) -> list[Line]:
        return list(chain.from_iterable(map(attrgetter("lines"), chain.from_iterable(self.cells))))

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(map(_text, self.cells))

    def placed(self) -> Placed:
        """Its block, and where its cells stand."""
        links = tuple(chain.from_iterable(map(_links, count(), self.cells)))
        return Block(self.texts, self.gap, links=links), tuple(map(_boxes, self.cells))


def _text(cell: Cell) -> str:
    """The part on the next page goes on where the one before was full."""
    return reduce(joined, map(attrgetter("text"), cell)) if cell else ""


def _links(place: int, cell: Cell) -> list[tuple[int, str]]:
    return [(place, link) for link in chain.from_iterable(map(attrgetter("links"), cell))]


def _boxes(cell: Cell) -> tuple[Box, ...]:
    return tuple(_box(part.page, line) for part in cell for line in part.lines)


def _box(page: int, line: Line) -> Box:
    return Box(page, *line.area, letters=len(line.text.replace(" ", "")))
