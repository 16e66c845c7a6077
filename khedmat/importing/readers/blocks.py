"""What every container becomes: blocks in reading order. A line is a block of one cell, a table row one of many."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, starmap
from operator import attrgetter
from typing import NamedTuple

TICKED, EMPTY = "☑", "☐"


class Block(NamedTuple):
    """Cells keep the columns of their table, so an empty cell is kept too; a cell may hold several lines."""

    cells: tuple[str, ...]
    gap: bool = False  # an empty line stood before it
    heading: int = 0  # level of a heading, 0 for none
    links: tuple[tuple[int, str], ...] = ()  # cell and address of the links in it, which its text does not show
    spaced: bool = False  # only wide spaces part its cells: one cell may go on in the row below

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return len(list(filter(str.strip, self.cells)))

    @property
    def last_filled(self) -> int:
        """Place of the last cell that holds something; 0 when none does."""
        return max((place for place, cell in enumerate(self.cells) if cell.strip()), default=0)

    @property
    def text(self) -> str:
        """Its cells as one text: what the characters of a trace count in."""
        return "\t".join(self.cells)


class Line(NamedTuple):
    """One line of one cell. `start` counts in the block's text."""

    text: str
    block: int
    cell: int
    start: int
    alone: bool  # the only filled cell of its block
    gap: bool
    heading: int

    @property
    def place(self) -> tuple[int, int]:
        """Its block and cell."""
        return self.block, self.cell

    @property
    def above(self) -> tuple[int, int]:
        """The place in the block before, in the same column."""
        return self.block - 1, self.cell


@dataclass(frozen=True)
class Sheet:
    """All blocks of one document."""

    blocks: tuple[Block, ...]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line that holds something, in reading order."""
        return tuple(chain.from_iterable(starmap(_lines, enumerate(self.blocks))))

    def lines_behind(self, line: Line) -> Iterator[Line]:
        """The lines that follow one of them."""
        place = bisect_right(self.lines, (line.block, line.start), key=attrgetter("block", "start"))
        return map(self.lines.__getitem__, range(place, len(self.lines)))

    def lines_of(self, block: int) -> tuple[Line, ...]:
        """Those of one block."""
        begin, end = (bisect_left(self.lines, number, key=attrgetter("block")) for number in (block, block + 1))
        return self.lines[begin:end]

    def links_at(self, place: tuple[int, int]) -> list[str]:
        """The addresses of the links in a cell."""
        return [address for cell, address in self.blocks[place[0]].links if cell == place[1]]

    @cached_property
    def text(self) -> str:
        """The whole document as text."""
        return "\n".join(line.text for line in self.lines)


def _lines(number: int, block: Block) -> Iterable[Line]:
    """Most blocks are a line."""
    if len(block.cells) != 1 or "\n" in block.cells[0]:
        return _lines_of_cells(number, block)
    text, gap, heading = block.cells[0], block.gap, block.heading
    return (Line(text, number, 0, 0, True, gap, heading),) if text.strip() else ()


def _lines_of_cells(number: int, block: Block) -> Iterator[Line]:
    alone, start = block.filled == 1, 0
    for place, cell in enumerate(block.cells):
        written = _written(cell, block.gap) if "\n" in cell else [(cell, 0, block.gap)] if cell.strip() else ()
        for text, offset, gap in written:
            yield Line(text, number, place, start + offset, alone, gap, block.heading)
        start += len(cell) + 1


def _written(cell: str, gap: bool) -> Iterator[tuple[str, int, bool]]:
    """The lines of a cell that hold something, where they begin, and whether an empty one stood before them."""
    offset = 0
    for text in cell.split("\n"):
        if text.strip():
            yield text, offset, gap
        gap = not text.strip()
        offset += len(text) + 1
