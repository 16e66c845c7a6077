"""Words beside a table, row by row: a column whose rules were not drawn."""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from operator import attrgetter

from khedmat.importing.readers.containers.layout.areas import Area, Places
from khedmat.importing.readers.containers.layout.lines import Line
from khedmat.importing.readers.containers.layout.page import Page
from khedmat.importing.readers.containers.layout.tables import Table, cells_of

_SHARE = 0.5  # of the rows have words beside them
_MOST_LINES = 2  # for each row: more is a text of its own


def with_side_columns(page: Page) -> Page:
    """Its tables with the columns that stand open at their sides."""
    if not page.tables:
        return page
    cells = cells_of(page.tables)
    free = [area for area in map(attrgetter("area"), _pieces(page.lines)) if not cells.at(*area.middle)]
    return page._replace(tables=[_widened(table, free, page.size.width) for table in page.tables])


def _pieces(lines: Iterable[Line]) -> Iterable[Line]:
    return chain.from_iterable(map(Line.columns, lines))


def _widened(table: Table, free: Sequence[Area], width: float) -> Table:
    area, rows = table.area, _whole_rows(table)
    first = _column(rows, free, Area(area.right, area.top, width, area.bottom))
    last = _column(rows, free, Area(0.0, area.top, area.left, area.bottom))
    return Table(tuple((*one, *row, *other) for one, row, other in zip(first, table.rows, last, strict=True)))


def _whole_rows(table: Table) -> list[Area]:
    """From side to side, each to the next."""
    area = table.area
    tops = [min(map(attrgetter("top"), filter(None, row)), default=area.bottom) for row in table.rows]
    return [area._replace(top=top, bottom=bottom) for top, bottom in pairwise([*tops, area.bottom])]


def _column(rows: Sequence[Area], free: Sequence[Area], side: Area) -> list[tuple[Area, ...]]:
    """A cell for each row where words stand beside most rows, and not many; nothing for each elsewhere."""
    cells = [row._replace(left=side.left, right=side.right) for row in rows]
    places = Places(cells)
    held = [cell for area in free if (cell := places.at(*area.middle))]
    fits = len(set(held)) >= _SHARE * len(rows) and len(held) <= _MOST_LINES * len(rows)
    return [(cell,) if fits else () for cell in cells]
