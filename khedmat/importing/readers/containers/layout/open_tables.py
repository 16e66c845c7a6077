"""Tables without rules: labels in one column, answers set to the edge of another, perhaps of several lines.

Where each row is one line on both sides, its words tell it; only rows of several lines need their neighbours.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from khedmat.core.sequences import count, grouped
from khedmat.importing.readers.containers.layout.areas import Area
from khedmat.importing.readers.containers.layout.lines import Line, area_of
from khedmat.importing.readers.containers.layout.page import Page
from khedmat.importing.readers.containers.layout.tables import Table, cells_of

_SEVERAL = 2
_LEAST_ROWS = 3  # with words on both sides
_MOST_LINES = 400  # of a page
_GUTTER = 0.25  # heights of a line, at least
_EVEN = 2.0  # points between the ends of lines that are set to one edge
_SET = 0.8  # of the pieces are set to the edge of their column
_FEWEST_LETTERS = 4  # of a label: numbers and bullets before the items of a list are none
_LOOSE = 1.06  # of the least distance of two lines: those of two cells stand further apart
_LEAST_LOOSE = 2  # lines that stand beside others, neither on one line with them nor below
_LARGER = 1.2
_OVERLAP = 0.3  # of the lower one


_left, _right = attrgetter("area.left"), attrgetter("area.right")


class _Sides(NamedTuple):
    """Lines below each other, parted at one place: what stands to its right and to its left."""

    edge: float
    right: list[Line]
    left: list[Line]

    @property
    def is_table(self) -> bool:
        """Of two columns, the first of words."""
        bases = {round(line.area.bottom) for line in self.right}
        both = count(lambda line: round(line.area.bottom) in bases, self.left)
        return both >= _LEAST_ROWS and self._is_set and self._bears_words and self._is_of_two

    @property
    def _is_set(self) -> bool:
        return count(lambda line: abs(line.area.right - self.edge) < _EVEN, self.left) >= _SET * len(self.left)

    @property
    def _bears_words(self) -> bool:
        return median(count(str.isalpha, line.text) for line in self.right) >= _FEWEST_LETTERS

    @property
    def _is_of_two(self) -> bool:
        return not any(len(line.columns()) > 1 for line in chain(self.right, self.left))


class _Row(NamedTuple):
    """The lines of a label, and those of its answer."""

    right: list[Line]
    left: list[Line]

    @property
    def area(self) -> Area:
        return area_of(chain(self.right, self.left))


def with_open_tables(page: Page) -> Page:
    """The same page with the one that it has; a page with drawn rules shows its tables by them."""
    if page.tables or not _LEAST_ROWS < len(page.lines) <= _MOST_LINES:
        return page
    found = filter(attrgetter("is_table"), map(_sides(page.lines), _edges(page.lines)))
    best = max(found, key=lambda sides: len(sides.left), default=None)
    table = _table(best) if best else None
    return page._replace(tables=[table]) if table else page


def is_loose(page: Page) -> bool:
    """Cells whose lines stand at heights of their own lie beside each other, no rule parts them, nor can it be told."""
    cells = cells_of(page.tables)
    free = sorted((area for area in map(attrgetter("area"), page.lines) if not cells.at(*area.middle)), key=_top)
    beside = count(lambda pair: _are_beside(*pair), pairwise(free))
    return beside >= _LEAST_LOOSE and not with_open_tables(page).tables


def _top(area: Area) -> float:
    return area.top


def _are_beside(one: Area, below: Area) -> bool:
    """They share a part of their height, and nothing of their width."""
    height = below.bottom - below.top
    shared = (one.bottom - below.top) / max(height, 1.0)
    return _OVERLAP < shared < 1 - _OVERLAP / 2 and (one.left >= below.right or below.left >= one.right)


def _edges(lines: Iterable[Line]) -> Iterator[float]:
    """Where pieces of several lines begin."""
    begins = grouped((word.area.right for line in lines for word in line.words), lambda right: round(right / _EVEN))
    yield from (median(rights) for rights in begins.values() if len(rights) >= _LEAST_ROWS)


def _sides(lines: Sequence[Line]) -> Callable[[float], _Sides]:
    """The longest run of lines none of which has a word across an edge."""

    gutters = [_GUTTER * line.height for line in lines]

    def at(edge: float) -> _Sides:
        best: list[Line] = []
        run: list[Line] = []
        for line, gutter in zip(lines, gutters, strict=True):
            run = [] if _crosses(line, edge, edge + gutter) else [*run, line]
            best = max(best, run, key=len)
        return _parted(edge, best)

    return at


def _crosses(line: Line, edge: float, beyond: float) -> bool:
    return any(word.area.left < beyond and word.area.right > edge + _EVEN for word in line.words)


def _parted(edge: float, lines: Iterable[Line]) -> _Sides:
    pieces = chain.from_iterable(line.parted(lambda word: word.area.left > edge) for line in lines)
    sides = grouped(pieces, lambda piece: piece[0])
    right, left = ([line for _, line in sides.get(side, [])] for side in (True, False))
    return _Sides(edge, right, left)


def _table(sides: _Sides) -> Table | None:
    """None where its rows cannot be told, or where each of them is one line."""
    rows = _rows(sides)
    if len(rows) < _LEAST_ROWS or all(map(_is_of_one_line, rows)):
        return None
    edge = sides.edge + _EVEN / 2
    last, first = min(map(_left, sides.left)), max(map(_right, sides.right))
    return Table(
        tuple((Area(edge, top, first, bottom), Area(last, top, edge, bottom)) for top, bottom in _bounds(rows))
    )


def _is_of_one_line(row: "_Row") -> bool:
    return len(row.right) == len(row.left) == 1


def _bounds(rows: Sequence["_Row"]) -> Iterable[tuple[float, float]]:
    """Each row reaches to the middle between it and the next."""
    areas = list(map(attrgetter("area"), rows))
    middles = map(_between, pairwise(areas))
    return pairwise([areas[0].top, *middles, areas[-1].bottom])


def _between(areas: tuple[Area, Area]) -> float:
    return (areas[0].bottom + areas[1].top) / 2


def _rows(sides: _Sides) -> list[_Row]:
    """Empty where a cell has not just one beside it."""
    pitch = min(chain(_pitches(sides.right), _pitches(sides.left)), default=0.0)
    answers = _cells(sides.left, pitch)
    beside = list(map(partial(_beside, answers), _cells(sides.right, pitch)))
    found = [_Row(label, answer[0]) for label, answer in beside if answer]
    return found if all(map(_is_told, beside)) and _are_all(found, answers) else []


_Beside = tuple[list[Line], list[list[Line]]]  # a label, and the answers that stand beside it


def _beside(answers: Iterable[list[Line]], label: list[Line]) -> _Beside:
    return label, list(filter(partial(_stand_beside, label), answers))


def _is_told(beside: _Beside) -> bool:
    return len(beside[1]) < _SEVERAL


def _are_all(found: Sequence[_Row], answers: list[list[Line]]) -> bool:
    """From the first of them to the last."""
    told = list(map(attrgetter("left"), found))
    return bool(told) and told == answers[answers.index(told[0]) : answers.index(told[-1]) + 1]


def _pitches(lines: Iterable[Line]) -> Iterator[float]:
    """From line to line of one column."""
    return (below.area.bottom - line.area.bottom for line, below in pairwise(lines))


def _cells(lines: Sequence[Line], pitch: float) -> list[list[Line]]:
    """Lines as near to each other as any are in one cell."""
    cells: list[list[Line]] = []
    for line in lines:
        if cells and _goes_on(cells[-1][-1], line, _LOOSE * pitch):
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def _goes_on(line: Line, below: Line, most: float) -> bool:
    """A heading is larger."""
    alike = max(line.height, below.height) < _LARGER * min(line.height, below.height)
    return alike and below.area.bottom - line.area.bottom <= most


def _stand_beside(label: Sequence[Line], answer: Sequence[Line]) -> bool:
    one, other = area_of(label), area_of(answer)
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _OVERLAP * min(one.bottom - one.top, other.bottom - other.top)
