"""A sheet as what it holds: tables with a card a row, and all else as it stands."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from khedmat.core.sequences import first_where
from khedmat.importing.readers.blocks import Block
from khedmat.importing.readers.containers.sheets.grid import Grid
from khedmat.importing.readers.labels import hits
from khedmat.importing.readers.rows.cards import Card, cards, table
from khedmat.importing.readers.rows.headers import Header, header_at, labels_in

_FIRST_ROWS, _MOST_LOOKS = 20, 200  # rows in which something may begin
_FEWEST_LABELS = 2
_OF_ALL = {"executive_agency", "parent_agency"}  # said once above a table, true of all its rows

_header = attrgetter("header")


class _Start(NamedTuple):
    """Where a table of cards begins; None for the header of what is no such table."""

    row: int
    header: Header | None


def parts_of(grid: Grid) -> Iterable[Card | range]:
    """Cards, and the rows that belong to none."""
    starts = list(_starts(grid))
    if not any(map(_header, starts)):
        return _cards_in_columns(grid) or [range(len(grid.rows))]
    above = range(starts[0].row)
    bounds = pairwise([*starts, _Start(len(grid.rows), None)])
    below = chain.from_iterable(map(partial(_between, grid, above), bounds))
    return chain([above], below) if _names_a_service(grid.rows[: above.stop]) else below


def _cards_in_columns(grid: Grid) -> list[Card]:
    """A card a column, its labels in the first one; none where another column bears labels too, as in a form."""
    turned = grid.turned if 1 < len(grid.rows) <= _MOST_LOOKS else None
    header = header_at(turned, 0) if turned else None
    return _in_columns(turned, header) if turned and header else []


def _in_columns(turned: Grid, header: Header) -> list[Card]:
    names = list(filter(partial(_is_named, header), turned.rows[header.end :]))
    if len(names) < _FEWEST_LABELS or any(map(_bears_labels, turned.rows[1:])):
        return []
    return list(cards(table(turned, header, len(turned.rows))))


def _is_named(header: Header, cells: tuple[str, ...]) -> bool:
    return any(map(cells.__getitem__, header.keys))


def _bears_labels(cells: tuple[str, ...]) -> bool:
    return labels_in(cells) > 1


def _between(grid: Grid, above: range, bounds: tuple[_Start, _Start]) -> Iterable[Card | range]:
    start, end = bounds
    if start.header is None:
        return [range(start.row, end.row)]
    said = _said_above(grid, above, start.header)
    return ((*said, *card) for card in cards(table(grid, start.header, end.row)))


def is_headed(grid: Grid) -> bool:
    """The first row, or one of the next, holds labels of the form side by side."""
    return any(labels_in(row) > 2 for row in grid.rows[:_FIRST_ROWS])


def _starts(grid: Grid) -> Iterator[_Start]:
    """Below the first of them only where an empty row parts it from what is above."""
    end = 0
    for row in islice(_places(grid), _MOST_LOOKS):
        header = header_at(grid, row) if row >= end else None
        if header or end and _begins_another(grid, row, end):
            end = header.end if header else row
            yield _Start(row, header)


def _begins_another(grid: Grid, row: int, end: int) -> bool:
    """A table of another kind."""
    return row >= end and row in grid.gaps and labels_in(grid.rows[row]) >= _FEWEST_LABELS


def _places(grid: Grid) -> list[int]:
    first = range(min(_FIRST_ROWS, len(grid.rows)))
    return sorted({*first, *grid.gaps})


def _names_a_service(rows: Iterable[tuple[str, ...]]) -> bool:
    return "title" in map(_field, chain.from_iterable(rows))


def _said_above(grid: Grid, above: range, header: Header) -> Card:
    """Unless its rows say it themselves."""
    wanted = _OF_ALL.difference(one.field for one in header.columns)
    rows = (tuple(filter(None, grid.rows[row])) for row in above)
    return tuple(Block(row) for row in rows if first_where(lambda cell: _field(cell) in wanted, row))


def _field(cell: str) -> str | None:
    found = hits(cell[:200])
    return found[0].field if found else None
