"""The page while it is read: finished blocks and the line that is being put together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from khedmat.importing.readers.blocks import Block
from khedmat.importing.readers.containers import columns
from khedmat.importing.readers.containers.html.grid import Grids
from khedmat.importing.readers.containers.size import Size
from khedmat.importing.readers.unreadable import Unreadable

MOST_BLOCKS = 20_000


@dataclass
class Page:
    """`gap`: an empty line stands before the next block; `heading`: level of the open heading; `links` of the line;
    `depth`: how many cells this one stands in; `spaced`: spaces and line ends count."""

    blocks: list[Block] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    heading: int = 0
    gap: bool = False
    spaced: bool = False
    grids: Grids = field(default_factory=Grids)
    depth: int = 0
    items: Counter[int] = field(default_factory=Counter)
    size: Size = field(default_factory=Size)

    def end_line(self) -> None:
        """What was gathered becomes a block, spaced as a browser shows it."""
        if not (self.line or self.links):
            return
        text = "".join(self.line)
        text = text.strip() if self.spaced else " ".join(text.split())
        links = tuple((0, address) for address in self.links)
        self.line.clear()
        self.links.clear()
        if text:
            cells = self._cells(text)
            self.add(Block(cells, self.gap, self.heading, links, spaced=len(cells) > 1))
            self.gap = False

    def _cells(self, text: str) -> tuple[str, ...]:
        """Wide spaces part a line that was set beforehand, but no cell of a table."""
        parts = self.spaced and not self.depth and "\n" not in text
        return tuple(columns.cells_of(text, 0)) if parts else (text,)

    def add_row(self, cells: Iterable["Cell"]) -> None:
        """A row of a table, or a term with its values."""
        row = list(cells)
        links = tuple((place, address) for place, cell in enumerate(row) for address in cell.links)
        self.add(Block(tuple(cell.text for cell in row), self.gap, links=links))
        self.gap = False

    def add(self, block: Block) -> None:
        """Refuses a page without end before it fills the memory."""
        if len(self.blocks) >= MOST_BLOCKS:
            raise Unreadable("صفحه برای یک فرم بسیار بلند است (بیش از ۲۰٬۰۰۰ سطر)؛ هر شناسنامه را جدا بدهید.")
        self.size.add(block)
        self.blocks.append(block)

    def link(self, address: str) -> None:
        """The address behind a link: «ورود به سامانه» does not say it."""
        if address.strip().lower().startswith(("http://", "https://")):
            self.links.append(address.strip())

    def bullet(self, item: LexborNode) -> str:
        """The number that a browser prints before an item of <ol>, else a point.

        Counted as they come: to look back from each of twenty thousand items takes minutes.
        """
        if item.parent is None or item.parent.tag != "ol":
            return "• "
        self.items[item.parent.mem_id] += 1
        return f"{self.items[item.parent.mem_id]}- "

    def as_cell(self) -> "Cell":
        """All blocks as the lines of one cell."""
        links = [address for block in self.blocks for _, address in block.links]
        return Cell("\n".join(block.text for block in self.blocks), links)


class Cell(NamedTuple):
    """A cell while its row is put together."""

    text: str
    links: list[str]
