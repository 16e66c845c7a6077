"""Where the lines of a text lie, by how much ink is in each row of its picture."""

import re
from collections.abc import Iterator, Sequence

from PIL import Image

from khedmat.importing.readers.containers.scan.ink import INK

_INKED = re.compile(b"\\x01{4,}")  # pixels: less is a speck
_SHALLOW = 0.5  # of the usual height: dots and marks apart from their letters
_NEAR = 0.4  # of the usual height: so far such dots stand
_TALL = 1.6  # of the usual height: lines that touch
_VALLEY, _PEAK = 0.4, 0.4  # of the ink of a full row: what lies between two lines, and what a line has

Run = tuple[int, int]


def height_of(run: Run) -> int:
    return run[1] - run[0]


def profile_of(ink: Image.Image) -> list[int]:
    """Pixels of ink, row by row."""
    dots, width = ink.tobytes(), ink.width
    return [dots.count(INK, row * width, (row + 1) * width) for row in range(ink.height)]


def runs_of(profile: Sequence[int]) -> list[Run]:
    """Rows with ink without a gap: from, to."""
    return [run.span() for run in _INKED.finditer(bytes(map(bool, profile)))]


def lines_of(profile: Sequence[int], usual: float) -> Iterator[Run]:
    """From above. `usual`: the height of most lines of the page."""
    for run in _with_dots(runs_of(profile), usual):
        yield from _parted(profile, run, usual)


def _with_dots(runs: Sequence[Run], usual: float) -> list[Run]:
    """A shallow run belongs to what stands nearest to it."""
    found: list[Run] = []
    for run in runs:
        is_near = found and run[0] - found[-1][1] < _NEAR * usual
        if is_near and min(height_of(run), height_of(found[-1])) < _SHALLOW * usual:
            found[-1] = found[-1][0], run[1]
        else:
            found.append(run)
    return found


def _parted(profile: Sequence[int], run: Run, usual: float) -> list[Run]:
    """Where two lines touch there is little ink between two rows full of it; a large title has one such row."""
    (begin, end), half = run, round(usual / 2)
    valley = min(range(begin + half, end - half), key=profile.__getitem__, default=begin)
    if height_of(run) < _TALL * usual or not _is_valley(profile[begin:end], valley - begin):
        return [run]
    return [*_parted(profile, (begin, valley), usual), *_parted(profile, (valley, end), usual)]


def _is_valley(rows: Sequence[int], at: int) -> bool:
    above, below = max(rows[:at], default=0), max(rows[at:])
    lower, fullest = min(above, below), max(above, below)
    return lower >= _PEAK * fullest and rows[at] <= _VALLEY * lower
