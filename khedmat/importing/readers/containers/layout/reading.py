"""Pages of lines and tables → blocks in reading order, each with its places."""

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from operator import attrgetter, itemgetter

from khedmat.core.sequences import grouped, unique
from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.containers.geometry import Box, Printed
from khedmat.importing.readers.containers.layout.areas import Area
from khedmat.importing.readers.containers.layout.beside import with_side_columns
from khedmat.importing.readers.containers.layout.columns import Run, rows_of, runs
from khedmat.importing.readers.containers.layout.gutters import in_columns
from khedmat.importing.readers.containers.layout.lines import (
    Line,
    Paragraph,
    Word,
    are_apart,
    area_of,
    paragraphs,
    usual_pitch,
    within,
)
from khedmat.importing.readers.containers.layout.open_tables import with_open_tables
from khedmat.importing.readers.containers.layout.page import Page
from khedmat.importing.readers.containers.layout.rows import Cell, Part, Row
from khedmat.importing.readers.containers.layout.running import without_running
from khedmat.importing.readers.containers.layout.tables import cells_of
from khedmat.importing.readers.containers.layout.turning import tables_going_on, turned, with_common_columns


def printed(pages: Sequence[Page]) -> Printed:
    """All pages one behind the other."""
    clean = list(map(with_side_columns, map(with_open_tables, without_running(pages))))
    going_on = tables_going_on(clean)
    read = map(_rows_of, enumerate(with_common_columns(clean, going_on)))
    placed = list(map(Row.placed, turned(read, going_on)))
    blocks, places = map(itemgetter(0), placed), map(itemgetter(1), placed)
    found = tuple(places)
    if any(map(attrgetter("mirrored"), pages)):
        found = tuple(tuple(tuple(map(partial(_as_seen, pages), cell)) for cell in block) for block in found)
    return Printed(Sheet(tuple(blocks)), found, tuple(map(attrgetter("size"), pages)))


def _as_seen(pages: Sequence[Page], box: Box) -> Box:
    """On the page as it is, where it was read in a mirror."""
    page = pages[box.page]
    left, right = page.size.width - box.right, page.size.width - box.left
    return box._replace(left=left, right=right) if page.mirrored else box


def _rows_of(numbered: tuple[int, Page]) -> list[Row]:
    return list(_Reader(*numbered).rows())


class _Reader:
    """One page, its words told by the cells in which they stand."""

    def __init__(self, number: int, page: Page) -> None:
        self.number, self.links, self.pitch = number, page.links, usual_pitch(page.lines)
        self.tables, self.margins = page.tables, _margins(page)
        self.cells = cells_of(page.tables)
        pieces = chain.from_iterable(line.parted(self._cell_of) for line in page.lines)
        held = grouped(pieces, itemgetter(0))
        self.held = {cell: list(map(itemgetter(1), found)) for cell, found in held.items()}

    def _cell_of(self, word: Word) -> Area | None:
        return self.cells.at(*word.area.middle)

    def rows(self) -> Iterator[Row]:
        """Tables and what stands between them, from above."""
        tops = [table.area.top for table in self.tables]
        between = grouped(self.held.get(None, []), lambda line: bisect(tops, line.area.top))
        yield from self._free(between.get(0, []))
        for place, table in enumerate(self.tables, start=1):
            yield from (Row(tuple(map(self._cell, row)), table=(self.number, place)) for row in table.rows)
            yield from self._free(between.get(place, []))

    def _cell(self, cell: Area | None) -> Cell:
        return self._part(self.held.get(cell, []), partial(within, cell)) if cell else ()

    def _free(self, lines: Sequence[Line]) -> Iterator[Row]:
        regions = in_columns(lines)
        for region in filter(None, regions):
            area = self.margins if len(regions) == 1 else area_of(region)
            yield from self._told_apart(chain.from_iterable(self._run(run, area) for run in runs(region, self.pitch)))

    def _told_apart(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Each below the one before; whether an empty line stands between is told."""
        last: Line | None = None
        for row in rows:
            yield row._replace(gap=last is not None and are_apart(last, row.lines[0], self.pitch))
            last = max(row.lines, key=lambda line: line.area.bottom)

    def _run(self, run: Run, area: Area) -> Iterator[Row]:
        """Lines with columns are rows; the others make paragraphs."""
        if not run.is_rows:
            return (Row(((self._of(area, [one]),),)) for one in paragraphs(run.lines, area, self.pitch))
        return (Row(tuple(self._part(cell, area_of) for cell in row)) for row in rows_of(run.lines))

    def _part(self, lines: Sequence[Line], area_of: Callable[[Sequence[Line]], Area]) -> Cell:
        """What stands in a cell; nothing in an empty one."""
        return (self._of(area := area_of(lines), paragraphs(lines, area, self.pitch)),) if lines else ()

    def _of(self, area: Area, found: Sequence[Paragraph]) -> Part:
        part = Part(self.number, area, tuple(found))
        return part._replace(links=tuple(unique(link.address for link in self.links if part.holds(link.area))))


def _margins(page: Page) -> Area:
    whole = Area(0, 0, *page.size)
    return within(whole, page.lines, page.size.width) if page.lines else whole
