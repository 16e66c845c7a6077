"""Pages whose Persian was set in lines and tables from the left: read in a mirror, they are as any other."""

import re
from collections.abc import Iterable
from functools import partial
from itertools import chain

from khedmat.core.sequences import count, grouped
from khedmat.importing.readers.containers.layout import Line, Page, Places, Table, cells_of
from khedmat.importing.readers.containers.pdf.glyphs import Glyph
from khedmat.importing.readers.containers.pdf.lines import lines_of

_PERSIAN = "[\u0600-\u065f\u066e-\u06d3]"
_FROM_LEFT = re.compile(  # what such a line seems to be where it is read from the right
    rf"[:.]\s*{_PERSIAN}.*|{_PERSIAN}.*\S\s*[-–.)]\s?\d{{1,2}}|\([A-Z]\d[A-Z]\)\s+{_PERSIAN}.*", re.S
)
_FROM_RIGHT = re.compile(rf"{_PERSIAN}.*[:.]|\d{{1,2}}\s?[-–.)]\s*{_PERSIAN}.*|{_PERSIAN}.*\s\([A-Z]\d[A-Z]\)", re.S)
_FEWEST, _SHARE = 2, 2  # signs of lines from the left; so many times those of lines from the right


def is_set_from_left(lines: Iterable[Line]) -> bool:
    """By the numbers, colons and codes at the ends of lines that were read from the right."""
    texts = [line.text for line in lines]
    signs = count(_FROM_LEFT.fullmatch, texts)
    return signs >= _FEWEST and signs > _SHARE * count(_FROM_RIGHT.fullmatch, texts)


def by_cell(glyphs: Iterable[Glyph], cells: Places) -> Iterable[list[Glyph]]:
    """Apart for each cell of a table, and for what stands in none."""
    return grouped(glyphs, lambda glyph: cells.at(glyph.middle, glyph.base - glyph.size / 3)).values()


def from_left(page: Page, glyphs: Iterable[Glyph]) -> Page:
    """The same page in a mirror."""
    width = page.size.width
    tables = [_mirrored(table, width) for table in page.tables]
    parts = by_cell((_seen(glyph, width) for glyph in glyphs), cells_of(tables))
    lines = list(chain.from_iterable(map(partial(lines_of, from_left=True), parts)))
    links = [link._replace(area=link.area.mirrored(width)) for link in page.links]
    return Page(page.size, lines, tables, links, mirrored=True)


def _mirrored(table: Table, width: float) -> Table:
    rows = (tuple(cell.mirrored(width) if cell else None for cell in reversed(row)) for row in table.rows)
    return Table(tuple(rows))


def _seen(glyph: Glyph, width: float) -> Glyph:
    return glyph._replace(left=width - glyph.right, right=width - glyph.left)
