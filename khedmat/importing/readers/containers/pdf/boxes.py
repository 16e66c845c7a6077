"""Squares and what is written in them → ticked and empty boxes among the glyphs of a page."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from khedmat.core.sequences import first_where
from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.layout import Area
from khedmat.importing.readers.containers.pdf.annotations import Filled
from khedmat.importing.readers.containers.pdf.glyphs import Glyph
from khedmat.importing.readers.containers.pdf.squares import Square

_TICKS = frozenset("✓✔✅✗✘✖☑☒×xX√vV*+●•■▪◼⬛◾R/\\")
_ALIKE = 2.0  # points between the sides of boxes of one kind
_LARGEST = 16.0  # points of letters that are typed in a field
_RISE = 0.3  # of its side: the middle of a box above its line


def with_filled(glyphs: Iterable[Glyph], filled: Sequence[Filled]) -> list[Glyph]:
    """The glyphs with what was filled in: a line of it is one glyph, on the line that stands beside it."""
    written = _Written(glyphs)
    new = (one for one in filled if not written.says(one))
    return [*written.glyphs, *(written.glyph(text, area) for one in new for text, area in _lines(one))]


def _lines(filled: Filled) -> Iterator[tuple[str, Area]]:
    """One below the other, in equal parts of a field."""
    lines = filled.text.splitlines()
    height = (filled.area.bottom - filled.area.top) / len(lines)
    for place, text in enumerate(lines):
        top = filled.area.top + place * height
        yield " ".join(text.split()), filled.area._replace(top=top, bottom=top + height)


def boxed(glyphs: Iterable[Glyph], squares: Sequence[Square]) -> list[Glyph]:
    """The glyphs with a box for each square, without what was written in it. A square with words is none."""
    written = _Written(glyphs)
    taken: set[Glyph] = set()
    boxes = []
    for square in squares:
        inside = written.inside(square.area)
        if sign := _sign(square, inside, squares):
            taken |= inside
            boxes.append(written.glyph(sign, square.area))
    return [*(glyph for glyph in written.glyphs if glyph not in taken), *boxes]


def _sign(square: Square, inside: set[Glyph], squares: Sequence[Square]) -> str | None:
    signs = {glyph.text for glyph in inside} - {" ", EMPTY}
    if not signs <= _TICKS:
        return None
    if square.is_marked or signs:
        return TICKED
    return (TICKED if _has_empty_twin(square, squares) else None) if square.is_full else EMPTY


def _has_empty_twin(square: Square, squares: Sequence[Square]) -> bool:
    """A filled square alone is a bullet."""
    side = square.area.right - square.area.left
    alike = first_where(lambda one: not one.is_full and abs(one.area.right - one.area.left - side) < _ALIKE, squares)
    return alike is not None


class _Written:
    """The glyphs of a page, to be asked by place."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        self.glyphs = sorted(glyphs, key=attrgetter("base"))
        self.bases = [glyph.base for glyph in self.glyphs]

    def inside(self, area: Area) -> set[Glyph]:
        height = area.bottom - area.top
        near = self._between(area.top + height / 3, area.bottom + height / 3)
        return {glyph for glyph in near if area.left < glyph.middle < area.right}

    def says(self, filled: Filled) -> bool:
        """Whether the page itself shows what was typed."""
        shown = sum(len(glyph.text) for glyph in self.inside(filled.area) if not glyph.is_space)
        return shown > len("".join(filled.text.split())) / 2

    def glyph(self, text: str, area: Area) -> Glyph:
        """On the line of the words that stand nearest to it."""
        size, middle = min(area.bottom - area.top, _LARGEST), area.middle[1]
        beside = [glyph for glyph in self._between(middle, middle + size) if not glyph.is_space]
        nearest = min(beside, key=lambda glyph: _apart(glyph, area), default=None)
        base = nearest.base if nearest else middle + _RISE * size
        return Glyph(text, max(area.left, area.right - len(text) * size), area.right, base, size)

    def _between(self, above: float, below: float) -> list[Glyph]:
        return self.glyphs[bisect_left(self.bases, above) : bisect_left(self.bases, below)]


def _apart(glyph: Glyph, area: Area) -> float:
    return max(area.left - glyph.right, glyph.left - area.right)
