"""Words that no rule parts but room: rows of columns, and what goes on below them in a column of its own."""

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter

from khedmat.importing.readers.containers.layout.areas import Area
from khedmat.importing.readers.containers.layout.lines import Line, are_apart

_SLACK = 6.0  # points by which words may stand out of their column

Cell = list[Line]
Span = tuple[float, float]


class Run:
    """Lines below each other that are all rows of columns, or none."""

    def __init__(self, line: Line) -> None:
        self.lines: list[Line] = []
        self.is_rows = False
        self.first, self.others = 0.0, 0.0  # where the first column ends to the left, where the others begin
        self._put(line)

    def takes(self, line: Line, pitch: float) -> bool:
        """Whether it belongs to them; it is put to them then."""
        is_row = len(line.columns()) > 1
        belongs = is_row == self.is_rows or self.is_rows and self._goes_on(line, pitch)
        if belongs:
            self._put(line)
        return belongs

    def _goes_on(self, line: Line, pitch: float) -> bool:
        return not are_apart(self.lines[-1], line, pitch) and self._is_clear(line)

    def _is_clear(self, line: Line) -> bool:
        """Of the first column: a value goes on there, a label would begin further to the right."""
        return line.area.right <= min(self.others + _SLACK, self.first)

    def _put(self, line: Line) -> None:
        first, *others = line.columns()
        if others:
            self.first = min(first.area.left, self.first) if self.is_rows else first.area.left
            self.others = max(self.others, others[0].area.right)
            self.is_rows = True
        self.lines.append(line)


def runs(lines: Sequence[Line], pitch: float) -> list[Run]:
    """In their order."""
    found: list[Run] = []
    for line in lines:
        if not (found and found[-1].takes(line, pitch)):
            found.append(Run(line))
    return found


def rows_of(lines: Sequence[Line]) -> list[list[Cell]]:
    """Of rows of columns: cells from the right, an empty one where a row has nothing in a column of the others."""
    pieces = [line.columns() for line in lines]
    columns = _columns(list(chain.from_iterable(pieces)))
    placed = [_in_columns(row, columns) for row in pieces]
    fits = max(map(len, chain.from_iterable(placed))) < 2
    return _whole(placed if fits else list(map(_each_alone, pieces)))


def _each_alone(row: Iterable[Line]) -> list[Cell]:
    return [[piece] for piece in row]


def _columns(pieces: Sequence[Line]) -> list[Span]:
    """From the right; pieces that stand one below the other are in one."""
    columns: list[Span] = []
    for left, _, right, _ in sorted(map(attrgetter("area"), pieces)):
        if columns and left < columns[-1][1]:
            left, right = columns[-1][0], max(columns.pop()[1], right)
        columns.append((left, right))
    return columns[::-1]


def _in_columns(row: Sequence[Line], columns: Sequence[Span]) -> list[Cell]:
    return [[piece for piece in row if _is_in(piece.area, column)] for column in columns]


def _is_in(area: Area, column: Span) -> bool:
    return column[0] <= area.left and area.right <= column[1]


def _whole(rows: Iterable[list[Cell]]) -> list[list[Cell]]:
    """What stands alone behind the first column goes on in the row above."""
    whole: list[list[Cell]] = []
    for row in rows:
        place = _alone(row)
        if whole and place is not None:
            whole[-1][place] += row[place]
        else:
            whole.append(row)
    return whole


def _alone(row: Sequence[Cell]) -> int | None:
    """The place of the only piece, unless it is the first of several columns; counted from behind in a row of one."""
    filled = [place for place, cell in enumerate(row) if cell]
    if len(row) == 1:
        return -1
    return filled[0] or None if len(filled) == 1 else None
