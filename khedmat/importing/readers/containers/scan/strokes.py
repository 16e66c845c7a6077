"""Long strokes of ink: the rules of tables."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from PIL import Image

from khedmat.core.sequences import first_where
from khedmat.importing.readers.containers.scan.ink import INK

_BROKEN = 4  # pixels across, and three times as many along: a leaning rule goes on there
MOST_STROKES = 4000


class Stroke(NamedTuple):
    """A bar of ink; pixels, ends excluded."""

    left: int
    top: int
    right: int
    bottom: int


def level_strokes(ink: Image.Image, least: int) -> list[Stroke]:
    """Bars at least so long, from above."""
    return [Stroke(*bar) for bar in _bars(runs(ink, least))][:MOST_STROKES]


def upright_strokes(ink: Image.Image, least: int) -> list[Stroke]:
    """The same for a picture turned over its diagonal."""
    turned = level_strokes(ink.transpose(Image.Transpose.TRANSPOSE), least)
    return [Stroke(bar.top, bar.left, bar.bottom, bar.right) for bar in turned]


def runs(ink: Image.Image, least: int, most: int | None = None) -> Iterator[tuple[int, int, int]]:
    """(row, first pixel, end) of the ink without a gap, `least` to `most` pixels of it."""
    longest = "" if most is None else str(most)
    run = re.compile(b"\\x%02x{%d,%s}" % (INK, least, longest.encode()))
    rows, width = ink.tobytes(), ink.width
    for row in range(ink.height):
        for found in run.finditer(rows, row * width, (row + 1) * width):
            yield row, found.start() - row * width, found.end() - row * width


def _bars(level: Iterable[tuple[int, int, int]]) -> list[list[int]]:
    """[left, top, right, bottom] of runs that lie one below the other."""
    bars: list[list[int]] = []
    near: list[list[int]] = []
    for row, left, right in level:
        near = [bar for bar in near if row - bar[3] <= _BROKEN]
        bar = first_where(partial(_meets, left, right), near)
        if bar is None:
            bar = [left, row, right, row]
            bars.append(bar)
            near.append(bar)
        bar[0], bar[2], bar[3] = min(bar[0], left), max(bar[2], right), row + 1
    return bars


def _meets(left: int, right: int, bar: list[int]) -> bool:
    return left <= bar[2] + 3 * _BROKEN and right >= bar[0] - 3 * _BROKEN
