"""Pages that our own readers write: lines and tables in a few bare tags, read as the parser would, without it.

A page in which anything else stands is left to the parser.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import unescape
from itertools import starmap
from typing import NamedTuple

from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.containers.html.grid import MOST_COLUMNS
from khedmat.importing.readers.containers.html.nesting import refuse_many
from khedmat.importing.readers.containers.html.page import Cell, Page
from khedmat.importing.readers.containers.html.tags import HEADINGS
from khedmat.importing.readers.marks import contrasted

_LEVELS = {**dict.fromkeys(("div", "pre", "p"), 0), **{tag: level for level, tag in enumerate(HEADINGS, start=1)}}
_PIECE = (
    re.compile(  # every sign of a page is in one: a line, a cell of nothing but lines, another tag, words, a stray sign
        rf"<({'|'.join(_LEVELS)})>([^<]*)</\1>"
        r'|<td(?: colspan="([1-9]\d?)")?>([^<]*(?:<br>[^<]*)*)(</td>)'
        "|<([^<>]+)>|([^<]+)|(<)"
    )
)
_FOREIGN = re.compile(r"[\r\0]|&(?!(?:amp|lt|gt|quot|#x27);)")  # read by a parser in ways of its own
_WIDE = re.compile(r'td(?: colspan="([1-9]\d?)")?')
_LINK = re.compile(r'a href="([^"]*)"')


class _Piece(NamedTuple):
    """One of them is filled: `line` with its words, `cell` (its end) with its `lines`, a `tag`, `words`, `stray`."""

    line: str
    said: str
    width: str
    lines: str
    cell: str
    tag: str
    words: str
    stray: str


def sheet(text: str) -> Sheet | None:
    """Its blocks; None where the page is none of ours."""
    refuse_many(text)
    told = contrasted(text)
    page = None if _FOREIGN.search(told) else _read(starmap(_Piece, _PIECE.findall(told)), Page())
    return Sheet(tuple(page.blocks)) if page else None


def _read(pieces: Iterable[_Piece], page: Page) -> Page | None:
    made = _Reading(page)
    if not all(map(made.takes, pieces)) or not made.is_closed:
        return None
    page.end_line()
    return page


@dataclass
class _Reading:
    """`line`: the tag of the open one. `row`: cells of the open one. `cell`: what stands in the open one so far."""

    page: Page
    line: str = ""
    is_linked: bool = False
    in_table: bool = False
    row: list[Cell] | None = None
    cell: list[_Piece] | None = None
    width: int = 1

    @property
    def is_closed(self) -> bool:
        return not (self.line or self.is_linked or self.in_table)

    def takes(self, piece: _Piece) -> bool:
        """Whether it is one of ours, in its place."""
        if self.cell is not None and piece.tag != "/td":
            self.cell.append(piece)
            return True
        if piece.line:
            return self._takes_line(piece.line, piece.said)
        if piece.cell:
            return self._adds(Cell(_lines(piece.lines), []), int(piece.width or 1))
        if piece.words:
            return self._hears(piece.words)
        step = _STEPS.get(piece.tag) or _STEPS.get(piece.tag.partition(" ")[0])
        return step is not None and step(self, piece.tag)

    def _takes_line(self, tag: str, words: str) -> bool:
        """A whole one, with nothing else in it."""
        if not self.is_closed:
            return False
        page = self.page
        page.end_line()
        page.heading, page.spaced, page.gap = _LEVELS[tag], tag == "pre", page.gap or tag == "p"
        page.line.append(unescape(words) if "&" in words else words)
        page.end_line()
        page.heading, page.spaced = 0, False
        return True

    def _hears(self, words: str) -> bool:
        """Words of a table stand in its cells."""
        if self.in_table:
            return not words.strip()
        self.page.line.append(unescape(words) if "&" in words else words)
        return True

    def _adds(self, cell: Cell | None, width: int) -> bool:
        if cell is None or self.row is None:
            return False
        if len(self.row) < MOST_COLUMNS:
            self.row += [cell, *[Cell("", [])] * (width - 1)]
        return True

    def end_cell(self) -> bool:
        """One that holds more than lines. A row around another table only lays out the page: left to the parser."""
        inside, self.cell = self.cell or [], None
        nests = any(piece.tag == "table" for piece in inside)
        page = None if nests else _read(inside, Page(depth=self.page.depth + 1))
        return self._adds(page.as_cell() if page else None, self.width)


def _lines(cell: str) -> str:
    """Each that holds something, spaced as a browser shows it."""
    lines = (" ".join(line.split()) for line in cell.split("<br>"))
    text = "\n".join(filter(None, lines))
    return unescape(text) if "&" in text else text


def _begin_line(made: _Reading, tag: str) -> bool:
    if not made.is_closed:
        return False
    page, made.line = made.page, tag
    page.end_line()
    page.heading, page.spaced, page.gap = _LEVELS[tag], tag == "pre", page.gap or tag == "p"
    return True


def _end_line(made: _Reading, tag: str) -> bool:
    if made.is_linked or tag != f"/{made.line}":
        return False
    made.line = ""
    return _break_line(made, tag)


def _break_line(made: _Reading, tag: str) -> bool:
    made.page.end_line()
    made.page.heading, made.page.spaced = 0, False
    return not made.in_table


def _begin_link(made: _Reading, tag: str) -> bool:
    found = _LINK.fullmatch(tag)
    if found is None or made.is_linked or made.in_table:
        return False
    made.is_linked = True
    made.page.link(unescape(found[1]))
    return True


def _end_link(made: _Reading, tag: str) -> bool:
    was_linked, made.is_linked = made.is_linked, False
    return was_linked


def _begin_table(made: _Reading, tag: str) -> bool:
    if not made.is_closed:
        return False
    made.page.end_line()
    made.page.gap = made.in_table = True
    return True


def _end_table(made: _Reading, tag: str) -> bool:
    was_open, made.in_table = made.in_table and made.row is None, False
    return was_open


def _begin_row(made: _Reading, tag: str) -> bool:
    was_open, made.row = made.row is not None, []
    return made.in_table and not was_open


def _end_row(made: _Reading, tag: str) -> bool:
    if made.row is None:
        return False
    made.page.add_row(made.row[:MOST_COLUMNS])
    made.row = None
    return True


def _begin_cell(made: _Reading, tag: str) -> bool:
    found = _WIDE.fullmatch(tag)
    made.cell, made.width = [], int(found[1] or 1) if found else 1
    return found is not None and made.row is not None


def _end_cell(made: _Reading, tag: str) -> bool:
    return made.cell is not None and made.end_cell()


_STEPS: dict[str, Callable[[_Reading, str], bool]] = {
    **dict.fromkeys(_LEVELS, _begin_line),
    **{f"/{tag}": _end_line for tag in _LEVELS},
    "br": _break_line,
    "a": _begin_link,
    "/a": _end_link,
    "table": _begin_table,
    "/table": _end_table,
    "tr": _begin_row,
    "/tr": _end_row,
    "td": _begin_cell,
    "/td": _end_cell,
}
