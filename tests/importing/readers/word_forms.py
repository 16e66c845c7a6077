"""Forms of other containers as Word files: the same blocks, with their boxes in any encoding."""

import re
from collections.abc import Callable, Iterable
from itertools import groupby

from khedmat.core.sequences import unique
from khedmat.importing.readers.blocks import EMPTY, TICKED, Block, Sheet
from tests.importing.readers.docx_files import TICK_STYLE, cell, link, p, r, relation, row, styles, table, word

_TICKS, _EMPTIES = "☑☒■●", "☐□○"
_PIECES = re.compile(f"([{_TICKS}{_EMPTIES}])")
_COLUMNS = " " * 8  # where only wide spaces part the cells of a line
Box = Callable[[str], str]


def as_word(sheet: Sheet, box: Box) -> bytes:
    """Rows as tables, lines as paragraphs, an empty one where a gap was, links as links."""
    parted = groupby(sheet.blocks, key=lambda block: len(block.cells) > 1 and not block.spaced)
    body = [_table(list(blocks), box) if rows else "".join(_lines(blocks, box)) for rows, blocks in parted]
    addresses = unique(address for block in sheet.blocks for _, address in block.links)
    relations = [relation(address, "hyperlink", address, outside=True) for address in addresses]
    return word(*body, parts=styles(TICK_STYLE), relations=[relation("styles", "styles", "styles.xml"), *relations])


def _table(blocks: list[Block], box: Box) -> str:
    return table(
        *(row(*(cell(*_paragraphs(block, place, box)) for place in range(len(block.cells)))) for block in blocks)
    )


def _lines(blocks: Iterable[Block], box: Box) -> Iterable[str]:
    for block in blocks:
        yield p() if block.gap else ""
        about = f'<w:outlineLvl w:val="{block.heading - 1}"/>' if block.heading else ""
        yield p(*_runs(_COLUMNS.join(block.cells), box), *_links(block, 0), about=about)


def _paragraphs(block: Block, place: int, box: Box) -> list[str]:
    *lines, last = block.cells[place].split("\n")
    return [*(p(*_runs(line, box)) for line in lines), p(*_runs(last, box), *_links(block, place))]


def _links(block: Block, place: int) -> list[str]:
    """Their words stand in the text already."""
    return [link(address, r("")) for cell, address in block.links if cell == place]


def _runs(text: str, box: Box) -> list[str]:
    pieces = filter(None, _PIECES.split(text))
    return [box(TICKED if piece in _TICKS else EMPTY) if _PIECES.match(piece) else piece for piece in pieces]
