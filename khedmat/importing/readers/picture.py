"""Bytes → the original as HTML of our own making, and the blocks that the traces of one of its documents count in."""

from collections.abc import Iterator
from typing import NamedTuple

from khedmat.importing.readers.blocks import Block, Sheet
from khedmat.importing.readers.containers.leaf import Leaf, Opened
from khedmat.importing.readers.opening import opened
from khedmat.importing.readers.outline import outline
from khedmat.importing.readers.parts import parts_of


class Original(NamedTuple):
    """`html` marks each block as `data-block`, counted through its leaf; the document's blocks begin at `first`."""

    html: str
    first: int
    blocks: tuple[Block, ...]


def as_it_looked(data: bytes, name: str, *, part: int | None = None) -> Original:
    """The leaf around one of the file's documents. Unreadable when it cannot be read."""
    file = opened(data, name)
    leaf, part = _leaf_of(file, part)
    first, blocks = _part(leaf.sheet, None if leaf.is_card else part)
    return Original("".join(leaf.shown()), first, blocks)


def _leaf_of(file: Opened, part: int | None) -> tuple[Leaf, int | None]:
    """The leaf on which a document stands, and its number there. Documents are numbered through all leaves."""
    leaves = [leaf for leaf in file.leaves if leaf.sheet.lines] or list(file.leaves)
    if not part or len(leaves) == 1:
        return leaves[0], part
    for leaf, held in _held(leaves):
        if part <= held:
            return leaf, part
        part -= held
    return leaves[-1], None


def _held(leaves: list[Leaf]) -> Iterator[tuple[Leaf, int]]:
    """How many documents each leaf holds."""
    return ((leaf, 1 if leaf.is_card else len(parts_of(outline(leaf.sheet))) or 1) for leaf in leaves)


def _part(sheet: Sheet, part: int | None) -> tuple[int, tuple[Block, ...]]:
    """Cards of one file lie one behind the other, and each counts its own blocks."""
    cards = parts_of(outline(sheet)) if part else []
    if not part or part > len(cards):
        return 0, sheet.blocks
    return sum(len(card.blocks) for card in cards[: part - 1]), cards[part - 1].blocks
