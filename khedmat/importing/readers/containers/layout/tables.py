"""Drawn rules → tables: which cells their rules enclose, in columns from right to left."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product
from operator import attrgetter, itemgetter
from typing import NamedTuple

from khedmat.core.sequences import grouped
from khedmat.importing.readers.containers.layout.areas import Area, Places, around

NEAR = 4.0  # points: ends of rules that meet are drawn a little apart
MOST_RULES = 2000  # of one page: a drawing has more, a form never
MOST_COLUMNS = 60
MOST_ROWS = 400


class Rule(NamedTuple):
    """A straight line `at` one place across, `start` to `end` along it."""

    at: float
    start: float
    end: float

    def covers(self, at: float) -> bool:
        return self.start - NEAR <= at <= self.end + NEAR


class Rules(NamedTuple):
    """All that is drawn on a page."""

    level: Sequence[Rule]
    upright: Sequence[Rule]


class Table(NamedTuple):
    """Rows from above, their columns from the right. A cell over several places stands at its first, None elsewhere."""

    rows: tuple[tuple[Area | None, ...], ...]

    @property
    def cells(self) -> list[Area]:
        return [cell for cell in chain.from_iterable(self.rows) if cell]

    @property
    def area(self) -> Area:
        return around(self.cells)


def cells_of(tables: Iterable[Table]) -> Places:
    """Of all tables of a page."""
    return Places(list(chain.from_iterable(map(attrgetter("cells"), tables))))


def in_common_columns(tables: Sequence[Table]) -> Sequence[Table]:
    """Parts of one table, their cells at the places of all its columns; as they are where two would share one."""
    cells = list(chain.from_iterable(map(attrgetter("cells"), tables)))
    rights = _edges([*map(attrgetter("left"), cells), *map(attrgetter("right"), cells)])[:0:-1]
    placed = [_placed(table, rights) for table in tables]
    fits = len(rights) <= MOST_COLUMNS and all(map(_is_kept, tables, placed))
    return placed if fits else tables


def _placed(table: Table, rights: Sequence[float]) -> Table:
    return Table(tuple(_at_places(filter(None, row), rights) for row in table.rows))


def _is_kept(table: Table, placed: Table) -> bool:
    """No two cells came to one place."""
    return len(table.cells) == len(placed.cells)


def _at_places(cells: Iterable[Area], rights: Sequence[float]) -> tuple[Area | None, ...]:
    places = {min(range(len(rights)), key=lambda place: abs(rights[place] - cell.right)): cell for cell in cells}
    return tuple(map(places.get, range(len(rights))))


def tables_of(rules: Rules) -> list[Table]:
    """From above. A frame around a page or a picture has one cell and is no table; one within another is its text."""
    if len(rules.level) + len(rules.upright) > MOST_RULES:
        return []
    grids = filter(None, map(_grid, _meeting(rules)))
    found = [grid.table() for grid in grids if len(set(grid.roots.values())) > 1]
    areas = [table.area for table in found]
    outer = (table for table, area in zip(found, areas, strict=True) if not any(map(area.is_within, areas)))
    return sorted(outer, key=lambda table: table.area.top)


def _meeting(rules: Rules) -> list[Rules]:
    """The rules of each table: those that meet, directly or by others."""
    roots = _Roots()
    for (one, rule), (other, across) in product(enumerate(rules.level), enumerate(rules.upright)):
        if rule.covers(across.at) and across.covers(rule.at):
            roots.join((0, one), (1, other))
    level = grouped(range(len(rules.level)), lambda one: roots.of((0, one)))
    upright = grouped(range(len(rules.upright)), lambda other: roots.of((1, other)))
    tables = filter(upright.__contains__, level)
    return [
        Rules(list(map(rules.level.__getitem__, level[root])), list(map(rules.upright.__getitem__, upright[root])))
        for root in tables
    ]


_Place = tuple[int, int]


class _Roots:
    """Things that belong together, by one of them."""

    def __init__(self) -> None:
        self.above: dict[_Place, _Place] = {}

    def of(self, one: _Place) -> _Place:
        while one in self.above:
            one = self.above[one]
        return one

    def join(self, one: _Place, other: _Place) -> None:
        """The lesser root stays: the cell that comes first."""
        first, second = sorted((self.of(one), self.of(other)))
        if first != second:
            self.above[second] = first


@dataclass
class _Grid:
    """Edges of rows from above, of columns from the right; which cell each place belongs to."""

    ys: list[float]
    xs: list[float]
    rules: Rules

    def __post_init__(self) -> None:
        self.uprights = [_along(edge, self.rules.upright) for edge in self.xs]
        self.levels = [_along(edge, self.rules.level) for edge in self.ys]
        roots = _Roots()
        for pair in filter(self._is_open, self._neighbours()):
            roots.join(*pair)
        self.roots = {place: roots.of(place) for place in self.places()}

    def places(self) -> Iterator[_Place]:
        return product(range(len(self.ys) - 1), range(len(self.xs) - 1))

    def _neighbours(self) -> Iterator[tuple[_Place, _Place]]:
        """Each place, and the one before or above it."""
        for row, column in self.places():
            yield (max(row - 1, 0), column), (row, column)
            yield (row, max(column - 1, 0)), (row, column)

    def _is_open(self, pair: tuple[_Place, _Place]) -> bool:
        (above, before), (row, column) = pair
        return not (self._is_ruled(row, column) if above < row else before < column and self._is_parted(row, column))

    def _is_parted(self, row: int, column: int) -> bool:
        """By a rule from the column before."""
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return any(rule.start <= middle <= rule.end for rule in self.uprights[column])

    def _is_ruled(self, row: int, column: int) -> bool:
        """By a rule from the row above."""
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        return any(rule.start <= middle <= rule.end for rule in self.levels[row])

    def table(self) -> Table:
        open_places = grouped(self.roots, self.roots.__getitem__).values()
        parts = chain.from_iterable(map(_rectangles, open_places))
        cells = {min(part): self._around(part) for part in parts}
        columns = range(len(self.xs) - 1)
        rows = ([cells.get((row, column)) for column in columns] for row in range(len(self.ys) - 1))
        return Table(tuple(map(tuple, rows)))

    def _around(self, places: Sequence[tuple[int, int]]) -> Area:
        rows, columns = zip(*places, strict=True)
        return Area(self.xs[max(columns) + 1], self.ys[min(rows)], self.xs[min(columns)], self.ys[max(rows) + 1])


def _rectangles(places: Sequence[_Place]) -> list[list[_Place]]:
    """A cell is one; where its border has a hole it is open to what stands beside it, and each column is its own."""
    rows, columns = (set(map(itemgetter(way), places)) for way in (0, 1))
    if len(places) == len(rows) * len(columns):
        return [list(places)]
    heights = grouped(places, itemgetter(1)).values()
    alike = grouped(heights, lambda column: tuple(map(itemgetter(0), column)))
    return [list(chain.from_iterable(columns)) for columns in alike.values()]


def _grid(rules: Rules) -> _Grid | None:
    """A table may be open at its sides: its rules end where the last one would stand."""
    ys = _edges([*(rule.at for rule in rules.level), *_ends(rules.upright)])
    xs = _edges([*(rule.at for rule in rules.upright), *_ends(rules.level)])[::-1]
    fits = 2 <= len(ys) <= MOST_ROWS and 2 <= len(xs) <= MOST_COLUMNS
    return _Grid(ys, xs, rules) if fits else None


def _along(edge: float, rules: Sequence[Rule]) -> list[Rule]:
    return [rule for rule in rules if abs(rule.at - edge) <= NEAR]


def _ends(rules: Sequence[Rule]) -> tuple[float, float]:
    return min(rule.start for rule in rules), max(rule.end for rule in rules)


def _edges(places: list[float]) -> list[float]:
    """Each edge once: a rule is drawn in pieces, and two pieces are not quite at one place."""
    ordered = sorted(places)
    return ordered[:1] + [place for before, place in pairwise(ordered) if place - before > NEAR]
