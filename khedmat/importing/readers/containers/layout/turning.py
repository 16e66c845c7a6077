"""A table that goes on where the page ends: its columns, its header that is printed again, its row that was cut."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, starmap, takewhile
from operator import add

from khedmat.importing.readers.containers.layout.lines import Line, goes_on
from khedmat.importing.readers.containers.layout.page import Page
from khedmat.importing.readers.containers.layout.rows import Cell, Row
from khedmat.importing.readers.containers.layout.tables import NEAR, Table, in_common_columns

_NUMBERED = re.compile(r"\s*(\d{1,2})\s*[-–.)]")  # any digits


def turned(pages: Iterable[list[Row]], going_on: set[int]) -> list[Row]:
    """Rows of all pages; `going_on`: pages that begin with the table with which the one before ended."""
    found: list[Row] = []
    for number, rows in enumerate(pages):
        found += _going_on(found, rows) if number in going_on else rows
    return found


def _going_on(found: list[Row], rows: list[Row]) -> list[Row]:
    """The rows that are new; a row that was cut is made whole in its place."""
    table, other = found[-1].table, rows[0].table
    renamed = [row._replace(table=table) if row.table == other else row for row in rows]
    above = list(takewhile(lambda row: row.table == table, reversed(found)))
    own = renamed[_printed_again(above[::-1], renamed) :]
    if own and _is_cut(found[-1], own[0]):
        found[-1] = _whole(found[-1], own.pop(0))
    return own


def _printed_again(above: Iterable[Row], rows: Iterable[Row]) -> int:
    """How many rows of the header stand on the new page too."""
    return len(list(takewhile(_is_again, zip(above, rows, strict=False))))


def _is_again(pair: tuple[Row, Row]) -> bool:
    above, below = pair
    return above.texts == below.texts and any(below.texts)


def _is_cut(above: Row, below: Row) -> bool:
    """Every cell that says something below was full above, or counts on the items of a list."""
    said = [pair for pair in zip(above.cells, below.cells, strict=False) if pair[1]]
    return above.table == below.table and bool(said) and all(starmap(_is_full, said))


def _is_full(above: Cell, below: Cell) -> bool:
    if not above:
        return False
    last, next_line = above[-1].lines[-1], below[0].lines[0]
    return goes_on(last, next_line, above[-1].area) or _counts_on(above[-1].lines, next_line)


def _counts_on(lines: Sequence[Line], below: Line) -> bool:
    numbers = list(filter(None, map(_number, lines)))
    return bool(numbers) and _number(below) == numbers[-1] + 1


def _number(line: Line) -> int:
    """Before an item; 0 before none."""
    found = _NUMBERED.match(line.text)
    return int(found[1]) if found else 0


def _whole(above: Row, below: Row) -> Row:
    return above._replace(cells=tuple(map(add, above.cells, below.cells)))


def tables_going_on(pages: Sequence[Page]) -> set[int]:
    """Pages whose first table is the last one of the page before: nothing stands between, and it is as wide."""
    return {number for number, pair in enumerate(pairwise(pages), start=1) if _goes_on_over(*pair)}


def _goes_on_over(page: Page, following: Page) -> bool:
    if not (page.tables and following.tables):
        return False
    last, first = page.tables[-1].area, following.tables[0].area
    is_last = max(map(_bottom, page.lines), default=0.0) <= last.bottom
    is_first = min(map(_bottom, following.lines), default=first.bottom) >= first.top
    return is_last and is_first and max(abs(last.left - first.left), abs(last.right - first.right)) <= NEAR


def _bottom(line: Line) -> float:
    return line.area.bottom


def with_common_columns(pages: Sequence[Page], going_on: set[int]) -> list[Page]:
    """The places of a table are told by all its rules, and those on another page may be fewer."""
    tables = [list(page.tables) for page in pages]
    for chain in _chains(tables, going_on):
        parts = in_common_columns([tables[page][place] for page, place in chain])
        for (page, place), part in zip(chain, parts, strict=True):
            tables[page][place] = part
    return [page._replace(tables=found) for page, found in zip(pages, tables, strict=True)]


def _chains(tables: Sequence[Sequence[Table]], going_on: set[int]) -> list[list[tuple[int, int]]]:
    """Page and number of the tables that are one."""
    chains: list[list[tuple[int, int]]] = []
    for page in sorted(going_on):
        above = page - 1, len(tables[page - 1]) - 1
        if not (chains and chains[-1][-1] == above):
            chains.append([above])
        chains[-1].append((page, 0))
    return chains
