"""Bytes → the original as HTML of our own making, and the blocks that the traces of one of its documents count in."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from khedmat.importing.readers.blocks import Block, Sheet
from khedmat.importing.readers.original import lines, page
from khedmat.importing.readers.outline import outline
from khedmat.importing.readers.parts import parts_of
from khedmat.importing.readers.reading import HTML, opened


class Original(NamedTuple):
    """`html` marks each block as `data-block`, counted through the file; the document's blocks begin at `first`."""

    html: str
    first: int
    blocks: tuple[Block, ...]


def as_it_looked(data: bytes, name: str, *, part: int | None = None) -> Original:
    """The file around one of its documents. Unreadable when it cannot be read."""
    text, container = opened(data, name)
    show: Callable[[str], Iterable[str]] = page.shown if container is HTML else lines.shown
    first, blocks = _part(container.sheet(text), part)
    return Original("".join(show(text)), first, blocks)


def _part(sheet: Sheet, part: int | None) -> tuple[int, tuple[Block, ...]]:
    """Cards of one file lie one behind the other, and each counts its own blocks."""
    cards = parts_of(outline(sheet)) if part else []
    if not part or part > len(cards):
        return 0, sheet.blocks
    return sum(len(card.blocks) for card in cards[: part - 1]), cards[part - 1].blocks
