"""Rows of a table → cards: labels with their answers."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, groupby, repeat
from operator import attrgetter, itemgetter
from typing import NamedTuple

from khedmat.core.persian import squeeze
from khedmat.core.sequences import count, unique
from khedmat.importing.readers import marks, options
from khedmat.importing.readers.blocks import EMPTY, TICKED, Block
from khedmat.importing.readers.containers.sheets.grid import Grid
from khedmat.importing.readers.option_table import OPTIONS
from khedmat.importing.readers.outline.fields import CHOICES
from khedmat.importing.readers.rows.columns import Column
from khedmat.importing.readers.rows.headers import Header
from khedmat.importing.readers.rows.ticks import answer_of, tick_of, ticks_of

_JOINED = {*CHOICES, "stage_information", "stage_request", "stage_production", "stage_delivery"}
_LISTS = {"documents", "laws", "processes", "forms", "cooperating"}
_FEWEST_CELLS = 3
_SUMS = set(map(squeeze, ("جمع", "جمع کل", "مجموع")))
_label = attrgetter("label")

Card = tuple[Block, ...]  # labels with their answers


class Table(NamedTuple):
    """`rows`: the numbers of its rows; `groups`: its columns by their labels; `ticked`: those that hold only ticks."""

    grid: Grid
    header: Header
    rows: range
    groups: tuple[tuple[Column, ...], ...]
    ticked: frozenset[int]


def table(grid: Grid, header: Header, end: int) -> Table:
    """From below its header to the row `end`."""
    rows = range(header.end, end)
    groups = tuple(tuple(group) for _, group in groupby(header.columns, key=_label))
    ticked = chain.from_iterable(map(partial(_ticked, grid, rows), groups))
    return Table(grid, header, rows, groups, frozenset(ticked))


def _ticked(grid: Grid, rows: range, columns: Sequence[Column]) -> set[int]:
    """The columns of ticks below one label; beside one of them a column where nobody ticked is one too."""
    options = filter(attrgetter("option"), columns)
    below = grid.rows[rows.start : rows.stop]
    ticks = {one.place: ticks_of(map(itemgetter(one.place), below), one.option) for one in options}
    kept = {place: told for place, told in ticks.items() if None not in told}
    return set(kept) if any(kept.values()) else set()


def cards(made: Table) -> Iterator[Card]:
    """In their order."""
    return map(partial(_card, made), _by_service(made))


def _by_service(made: Table) -> Iterator[list[int]]:
    """The rows of each: one without a name of its own goes on with the one above, where it can."""
    rows: list[int] = []
    for row in made.rows:
        if rows and _goes_on(made, row):
            rows.append(row)
        elif _begins(made, row):
            yield from [rows] if rows else []
            rows = [row]
    yield from [rows] if rows else []


def _begins(made: Table, row: int) -> bool:
    """The header is printed once more on every page; headings between rows, sums and notes are no services."""
    cells = made.grid.rows[row]
    if cells in made.grid.rows[max(made.header.end - 2, 0) : made.header.end] or _is_heading(made, row):
        return False
    names = list(filter(None, map(cells.__getitem__, made.header.keys)))
    if _SUMS.issuperset(map(squeeze, names)):
        return not names and count(bool, cells) >= _FEWEST_CELLS
    return True


def _is_heading(made: Table, row: int) -> bool:
    """A cell over half of the table."""
    places = zip(repeat(row), range(len(made.grid.rows[row])), strict=False)
    spans = filter(None, map(made.grid.spans.get, places))
    return any(2 * span.width > len(made.header.columns) for span in spans)


def _goes_on(made: Table, row: int) -> bool:
    """No name stands in it, but one is merged over it, or nothing but further items of a list stand in it."""
    keys = made.header.keys
    if any(map(made.grid.rows[row].__getitem__, keys)):
        return False
    return any(map(made.grid.said_at, zip(repeat(row), keys, strict=False))) or _holds_items(made, row)


def _holds_items(made: Table, row: int) -> bool:
    fields = {one.field for one in made.header.columns if made.grid.rows[row][one.place]}
    return row not in made.grid.gaps and fields <= _LISTS


def _card(made: Table, rows: Sequence[int]) -> Card:
    """What columns under one label say is one answer."""
    answers = ((columns, _answer(made, columns, rows)) for columns in made.groups)
    return tuple(
        Block((columns[0].label, answer), links=_links(made, columns, rows)) for columns, answer in answers if answer
    )


def _links(made: Table, columns: Sequence[Column], rows: Sequence[int]) -> tuple[tuple[int, str], ...]:
    if not made.grid.links:
        return ()
    places = ((row, one.place) for row in rows for one in columns)
    return tuple((1, address) for address in filter(None, map(made.grid.links.get, places)))


def _answer(made: Table, columns: Sequence[Column], rows: Sequence[int]) -> str:
    if len(columns) == 1 and not columns[0].option:
        return _said(made, columns[0], rows)
    return "\n".join(_lines(made, columns, rows))


def _lines(made: Table, columns: Sequence[Column], rows: Sequence[int]) -> Iterator[str]:
    """Ticks below a label are said where one of them is written; all else with the name of its column."""
    said = {one: _said(made, one, rows) for one in columns}
    is_marked = any(map(said.get, filter(partial(_is_ticked, made), columns)))
    asked = (one for one in columns if said[one] or is_marked and _is_ticked(made, one))
    return (_line(one, said[one], is_tick=_is_ticked(made, one)) for one in asked)


def _is_ticked(made: Table, one: Column) -> bool:
    return one.place in made.ticked


def _line(one: Column, text: str, *, is_tick: bool) -> str:
    if is_tick:
        return f"{TICKED if tick_of(text, one.option) else EMPTY} {one.option}"
    return f"{one.option}: {text}" if one.option else text


def _said(made: Table, one: Column, rows: Sequence[int]) -> str:
    """Of all its rows; what is merged over several of them stands once."""
    cells = unique(filter(None, (made.grid.said_at((row, one.place)) for row in rows)))
    if one.field and not one.option:
        return _joined("\n".join(map(answer_of, cells)), one.field)
    return "\n".join(cells)


def _joined(text: str, field: str) -> str:
    """Options below each other are chosen ones, as on one line; nearly all of them are a list that lost its marks."""
    if "\n" not in text or field not in _JOINED or marks.is_marked(text) or _prints_all(text, field):
        return text
    return "، ".join(text.split("\n"))


def _prints_all(text: str, field: str) -> bool:
    """No edition prints all that is known; of a stage it prints two ways."""
    group = field if field in CHOICES else "mode"
    return 3 * len(options.read([text], [group]).of(group)) > 2 * len(OPTIONS[group])
