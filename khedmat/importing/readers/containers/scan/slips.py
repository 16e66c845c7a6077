"""The lines of a page, each cut out: of cells, and of what stands beside and between tables.

Tesseract takes the rules of a table for letters, and leaves out short lines of a page; a line alone it reads.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from itertools import chain
from statistics import median
from typing import NamedTuple

from PIL import Image

from khedmat.importing.readers.containers.layout import Area, Table
from khedmat.importing.readers.containers.scan.ink import Straight
from khedmat.importing.readers.containers.scan.profile import height_of, lines_of, profile_of, runs_of

MARGIN = 10  # pixels of paper around each
_PAPER = 255
_LEAST = 6  # pixels: less is a speck
_HEIGHT = 24  # pixels of a usual line as Tesseract likes it best; measured over letters and sizes
_SMALLER, _LARGER = 0.3, 2.5
_MOST_LINES = 400  # of one page

Corners = tuple[int, int, int, int]


class Slips(NamedTuple):
    """`pictures` of lines of the page, `scale` times as large as there."""

    lines: list[Corners]
    pictures: list[Image.Image]
    scale: float


def slips_of(page: Straight, tables: Sequence[Table], points: float) -> Slips:
    """From above, area by area."""
    inked = partial(_inked, page.ink)
    texts = list(filter(None, map(inked, map(partial(_corners, points=points), _areas(page, tables, points)))))
    profiles = [profile_of(page.ink.crop(text)) for text in texts]
    usual = median(list(map(height_of, chain.from_iterable(map(runs_of, profiles)))) or [_HEIGHT])
    found = chain.from_iterable(map(partial(_lines, usual=usual), texts, profiles))
    lines = list(filter(None, map(inked, found)))[:_MOST_LINES]
    scale = min(max(_HEIGHT / usual, _SMALLER), _LARGER)
    return Slips(lines, [_slip(page.grey.crop(line), scale) for line in lines], scale)


def _lines(text: Corners, profile: Sequence[int], *, usual: float) -> Iterator[Corners]:
    left, top, right, _ = text
    return ((left, top + begin, right, top + end) for begin, end in lines_of(profile, usual))


def _areas(page: Straight, tables: Sequence[Table], points: float) -> Iterator[Area]:
    """All parts of a page in which a text may stand, from above."""
    right, bottom, above = page.ink.width * points, page.ink.height * points, 0.0
    for table in tables:
        around = table.area
        yield Area(0, above, right, around.top)
        if not any(map(partial(_are_beside, around), tables)):
            yield Area(around.right, around.top, right, around.bottom)
            yield Area(0, around.top, around.left, around.bottom)
        yield from filter(None, chain.from_iterable(table.rows))
        above = max(above, around.bottom)
    yield Area(0, above, right, bottom)


def _are_beside(one: Area, table: Table) -> bool:
    other = table.area
    return one != other and one.top < other.bottom and other.top < one.bottom


def _corners(area: Area, points: float) -> Corners:
    left, top, right, bottom = area
    return round(left / points), round(top / points), round(right / points), round(bottom / points)


def _inked(ink: Image.Image, part: Corners) -> Corners | None:
    """The piece of a part that bears ink."""
    left, top, right, bottom = part
    box = ink.crop(part).getbbox() if right > left and bottom > top else None
    if box is None or box[3] - box[1] < _LEAST:
        return None
    return left + box[0], top + box[1], left + box[2], top + box[3]


def _slip(line: Image.Image, scale: float) -> Image.Image:
    size = max(1, round(line.width * scale)), max(1, round(line.height * scale))
    slip = Image.new("L", (size[0] + 2 * MARGIN, size[1] + 2 * MARGIN), _PAPER)
    slip.paste(line.resize(size, Image.Resampling.LANCZOS), (MARGIN, MARGIN))
    return slip


def as_file(pictures: Sequence[Image.Image]) -> bytes:
    """One file of all of them; nothing where there is none."""
    file = BytesIO()
    if pictures:
        pictures[0].save(file, "TIFF", save_all=True, append_images=pictures[1:])
    return file.getvalue()
