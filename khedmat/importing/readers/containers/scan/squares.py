"""Small boxes in a picture, and whether something is in them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import compress, islice, product
from math import inf
from operator import itemgetter
from statistics import median
from typing import NamedTuple

from PIL import Image, ImageStat

from khedmat.core.sequences import count, grouped
from khedmat.importing.readers.containers.scan.strokes import Stroke, runs

_SOLID = 0.92  # share of a side that is ink
_FILLED = 0.06  # share of the inside that is ink: a tick has five times as much, an empty box none
_PAPER = 3  # pixels beside a box that its fringe may fill
_CLEAN = 0.04  # share of ink where only dust is
_ALIKE = 0.8
_NO_LETTER = 1.4  # of the smallest box
_THICK = 4  # pixels of a drawn edge
MOST_EDGES = 60_000  # a page of text has a tenth of them


class Square(NamedTuple):
    """A box and whether it looks filled: a hint, no more."""

    area: Stroke
    filled: bool

    @property
    def with_its_tick(self) -> Stroke:
        """What is drawn with a pen goes beyond its edges."""
        left, top, right, bottom = self.area
        beyond = (right - left) // 4 if self.filled else 0
        return Stroke(left - beyond, top - beyond, right + beyond, bottom + beyond)


def squares(ink: Image.Image, *, least: int, most: int) -> list[Square]:
    """Boxes with sides of so many pixels, from above."""
    longest = most * 3 // 2  # with the end of a tick that lies on it
    edges = [Stroke(left, row, right, row + 1) for row, left, right in runs(ink, least, longest)]
    found = _boxes(ink, edges, most) if len(edges) <= MOST_EDGES else []
    return [Square(box, _is_filled(ink, box)) for box in _without_letters(ink, found, least)]


def _without_letters(ink: Image.Image, boxes: Sequence[Stroke], least: int) -> list[Stroke]:
    """A bold letter is as square; but around a box is paper, or it is as large as the others and a tick leaves it."""
    apart = list(map(partial(_stands_apart, ink), boxes))
    usual = median(map(_side, compress(boxes, apart))) if any(apart) else None
    sizes = (_ALIKE * usual, usual / _ALIKE) if usual else (_NO_LETTER * least, inf)
    return [box for box, alone in zip(boxes, apart, strict=True) if alone or sizes[0] < _side(box) < sizes[1]]


def _side(box: Stroke) -> int:
    return box.right - box.left


def _stands_apart(ink: Image.Image, box: Stroke) -> bool:
    left, top, right, bottom = box.left - _PAPER, box.top - _PAPER, box.right + _PAPER, box.bottom + _PAPER
    levels = ((left, row, right, row + 2) for row in (top - 2, bottom))
    uprights = ((column, top, column + 2, bottom) for column in (left - 2, right))
    return all(ImageStat.Stat(ink.crop(band)).mean[0] <= _CLEAN for band in (*levels, *uprights))


def _boxes(ink: Image.Image, edges: list[Stroke], most: int) -> list[Stroke]:
    near, found = _Edges(edges, most), list[Stroke]()
    for edge in edges:
        if not any(map(partial(_is_part, edge), found)):
            found += _box(ink, edge, near.below(edge))
    return [box for box in found if box.right - box.left <= most]


class _Edges:
    """Edges by their ends: a page of letters has thousands."""

    def __init__(self, edges: Iterable[Stroke], most: int) -> None:
        self.most = most
        self.by_end = grouped(product((0, 2), edges), lambda one: self._place(*one))

    def _place(self, end: int, edge: Stroke) -> tuple[int, int, int]:
        return end, edge[end] // _THICK, edge.top // self.most

    def below(self, edge: Stroke) -> Iterator[Stroke]:
        """That begin or end below it, within the longest side."""
        for end, aside, row in product((0, 2), (-1, 0, 1), (0, 1, 2)):
            _, strip, band = self._place(end, edge)
            yield from map(itemgetter(1), self.by_end.get((end, strip + aside, band + row), ()))


def _is_part(edge: Stroke, box: Stroke) -> bool:
    """A drawn edge is some pixels thick; and what is ticked inside a box is no box."""
    is_level = box.top <= edge.top < box.bottom + _THICK
    return is_level and box.left - _THICK <= edge.left < box.right


def _box(ink: Image.Image, top: Stroke, below: Iterable[Stroke]) -> list[Stroke]:
    """With this edge above: the tallest whose edge below is as far away as both are long; none or one."""
    boxes = sorted(filter(None, map(partial(_between, top), below)), key=lambda box: -box.bottom)
    return list(islice(filter(partial(_has_sides, ink), boxes), 1))


def _between(top: Stroke, edge: Stroke) -> Stroke | None:
    """One of two edges may be longer at one end, where a tick lies on it."""
    left, right = max(top.left, edge.left), min(top.right, edge.right)
    side, height = right - left, edge.bottom - top.top
    is_square = 0.8 * side <= height <= 1.25 * side
    is_flush = min(abs(top.left - edge.left), abs(top.right - edge.right)) < _THICK
    is_as_long = max(top.right - top.left, edge.right - edge.left) <= 1.5 * side
    return Stroke(left, top.top, right, edge.bottom) if is_square and is_flush and is_as_long else None


def _has_sides(ink: Image.Image, box: Stroke) -> bool:
    thick = max(2, (box.right - box.left) // 10)
    sides = ((box.left - 1, box.left + thick), (box.right - thick, box.right + 1))
    return all(_inked_rows(ink.crop((left, box.top, right, box.bottom))) >= _SOLID for left, right in sides)


def _inked_rows(strip: Image.Image) -> float:
    """The share of rows with ink in them."""
    dots, width = strip.tobytes(), strip.width
    return count(any, (dots[row * width : (row + 1) * width] for row in range(strip.height))) / strip.height


def _is_filled(ink: Image.Image, box: Stroke) -> bool:
    edge = (box.right - box.left) // 5
    inside = ink.crop((box.left + edge, box.top + edge, box.right - edge, box.bottom - edge))
    return ImageStat.Stat(inside).mean[0] > _FILLED
