"""Words that are turned in the cells of a table: the heads of narrow columns."""

from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from khedmat.core.sequences import grouped
from khedmat.importing.readers.containers.layout import Area, Line, Places, Word
from khedmat.importing.readers.containers.pdf.frame import Frame
from khedmat.importing.readers.containers.pdf.glyphs import Glyph, glyphs_of
from khedmat.importing.readers.containers.pdf.letters import Letter
from khedmat.importing.readers.containers.pdf.lines import lines_of

_WAYS = 4  # quarters of a turn


def turned_lines(letters: Sequence[Letter], frame: Frame, cells: Places) -> Iterator[Line]:
    """One for each cell: its lines stand one beside the other. What is turned outside of cells is no answer."""
    others = (frame._replace(quarters=quarters) for quarters in range(_WAYS) if quarters != frame.quarters)
    return chain.from_iterable(_Turned(frame, other).lines(letters, cells) for other in others)


class _Turned(NamedTuple):
    """How the page is read, and how it would be turned to read some words of it."""

    frame: Frame
    other: Frame

    def lines(self, letters: Sequence[Letter], cells: Places) -> Iterator[Line]:
        held = grouped(glyphs_of(letters, self.other), lambda glyph: cells.at(*self._place(glyph)))
        held.pop(None, None)
        return filter(attrgetter("words"), map(self._as_one, map(lines_of, held.values())))

    def _place(self, glyph: Glyph) -> tuple[float, float]:
        area = Area(glyph.left, glyph.base - glyph.size, glyph.right, glyph.base)
        return self.frame.area_of(area, self.other).middle

    def _as_one(self, lines: Sequence[Line]) -> Line:
        words = chain.from_iterable(map(attrgetter("words"), lines))
        return Line(tuple(Word(word.text, self.frame.area_of(word.area, self.other)) for word in words))
