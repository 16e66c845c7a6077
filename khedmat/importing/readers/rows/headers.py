"""Where a sheet has the header of a table of cards, in one line or two."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import pairwise, repeat
from operator import attrgetter, itemgetter
from typing import NamedTuple

from khedmat.core.sequences import count
from khedmat.importing.readers.containers.sheets.grid import Grid, Place
from khedmat.importing.readers.rows.columns import Column, column, field_of

KEYS = ("title", "sub_title")
_OF_LISTS = {  # what a mere list of services says of them too
    *KEYS,
    *("service_id", "sub_id", "parent_title", "parent_id", "local_id", "executive_agency", "parent_agency"),
    *("provider", "url", "responsible_unit", "_other", "_heading"),
}
_FEWEST = 2  # labels that only a card has
_LONGEST_OPTION = 60  # characters of the second line


class Header(NamedTuple):
    """`end`: the first row below it."""

    columns: tuple[Column, ...]
    end: int

    @property
    def keys(self) -> list[int]:
        """The columns that name a service, each of its rows another one."""
        return [one.place for one in self.columns if one.field in KEYS]


def header_at(grid: Grid, row: int) -> Header | None:
    """None where the row begins no table of cards."""
    made = _of_two(grid, row) or _of_one(grid, row)
    return made if _is_of_cards(made) and made.end < len(grid.rows) else None


def labels_in(cells: tuple[str, ...]) -> int:
    """How many of them are labels of the form."""
    return count(field_of, cells)


def _of_one(grid: Grid, row: int) -> Header:
    cells = enumerate(grid.rows[row])
    return Header(_in_company([column(place, cell, "") for place, cell in cells if cell]), row + 1)


def _of_two(grid: Grid, row: int) -> Header | None:
    """«مرحله درخواست» over «الکترونیکی» and «غیرالکترونیکی»."""
    if row + 1 >= len(grid.rows) or _is_banner(grid.rows[row]):
        return None
    over, lower = _spread(grid, row), grid.rows[row + 1]
    if not _fits(grid.rows[row], over, lower):
        return None
    columns = map(_of_both, range(len(lower)), over, lower)
    return Header(_in_company(list(filter(attrgetter("label"), columns))), row + 2)


def _is_banner(cells: tuple[str, ...]) -> bool:
    """«فهرست خدمات سازمان» over the whole table."""
    said = list(filter(None, cells))
    return len(said) == 1 and field_of(said[0]) in (None, "_heading")


def _in_company(columns: list[Column]) -> tuple[Column, ...]:
    """An option without another one of its label beside it is an answer, or some other word."""
    around = zip([None, *columns], columns, [*columns[1:], None], strict=False)
    return tuple(one if _label_beside(one, before, behind) else _without_label(one) for before, one, behind in around)


def _label_beside(one: Column, *beside: Column | None) -> bool:
    return not one.option or any(other and other.label == one.label for other in beside)


def _without_label(one: Column) -> Column:
    return Column(one.place, one.option, None)


def _of_both(place: int, upper: str, lower: str) -> Column:
    """A column that no group is over may have its label in either line."""
    return column(place, upper, lower) if upper and lower else column(place, upper or lower, "")


def _spread(grid: Grid, row: int) -> list[str]:
    """The upper line with each group over all its columns: as far as it was merged, else as far as nothing stands."""
    over: list[str] = []
    for cell, goes_on in zip(grid.rows[row], _going_on(grid, row), strict=True):
        over.append(over[-1] if over and goes_on and not cell else cell)
    return over


def _going_on(grid: Grid, row: int) -> list[bool]:
    places = list(zip(repeat(row), range(len(grid.rows[row])), strict=False))
    merged = list(map(partial(_is_merged, grid), places))
    return merged if any(merged) else list(map(bool, grid.rows[row + 1]))


def _is_merged(grid: Grid, place: Place) -> bool:
    """Into a cell that begins left of it in its row."""
    first = grid.covers.get(place, place)
    return first[0] == place[0] and first[1] < place[1]


def _fits(upper: tuple[str, ...], over: list[str], lower: tuple[str, ...]) -> bool:
    """Below a label that has its column to itself nothing stands: that would be the first row of the table."""
    times = Counter(over)
    below = [(one, group) for one, group, option in zip(upper, over, lower, strict=True) if option]
    alone = any(one and times[group] < 2 for one, group in below)
    return not alone and count(itemgetter(1), below) > 1 and max(map(len, lower)) <= _LONGEST_OPTION


def _is_of_cards(header: Header) -> bool:
    """It names services and asks of them what no list does."""
    asked = {one.field for one in header.columns if one.field} - _OF_LISTS
    return bool(header.keys) and len(asked) >= _FEWEST and _stands_in_a_row(header.columns)


def _stands_in_a_row(columns: Sequence[Column]) -> bool:
    """Most of its labels have another one beside them; where labels and answers take turns none has."""
    fields = [one.field for one in columns]
    pairs = count(all, pairwise(fields))
    return 2 * pairs >= count(bool, fields)
