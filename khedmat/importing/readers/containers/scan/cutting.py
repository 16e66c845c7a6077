"""A picture → its tables, its boxes, and its lines without them. Runs in a confined child."""

from collections.abc import Iterable
from functools import partial
from io import BytesIO
from itertools import product
from operator import attrgetter

from PIL import Image, ImageDraw

from khedmat.importing.readers.confined import limits
from khedmat.importing.readers.containers.geometry import PageSize
from khedmat.importing.readers.containers.layout import Area, Rules, Table, tables_of
from khedmat.importing.readers.containers.layout.tables import Rule
from khedmat.importing.readers.containers.scan.cut import WIDTH, Box, Cut, WithSlips, answer_of
from khedmat.importing.readers.containers.scan.ink import Straight, straightened
from khedmat.importing.readers.containers.scan.pictures import page_of
from khedmat.importing.readers.containers.scan.slips import MARGIN, as_file, slips_of
from khedmat.importing.readers.containers.scan.squares import squares
from khedmat.importing.readers.containers.scan.strokes import Stroke, level_strokes, upright_strokes

_SECONDS = 6.0  # of the processor for one page; a page of text takes one
_PAPER = 255
_SHADES = [round(shade / 17) * 17 for shade in range(256)]  # more of them is the scanner's noise
# Parts of the width of a page.
_LEVEL, _UPRIGHT = 14, 32  # the shortest rules: longer than any letter
_SMALLEST, _LARGEST = 120, 40  # printed boxes
_FREE = 6  # a line that parts two texts and belongs to no table


def cut(data: bytes, *, number: int) -> bytes:
    """One page of a picture file, packed. Unreadable when it is none."""
    limits.allow(_SECONDS)
    picture, pages = page_of(data, number)
    page = straightened(picture)
    return answer_of(_cut(page, pages))


def picture(data: bytes, *, number: int, width: int) -> bytes:
    """One page as it came, upright, at most so many pixels wide: a PNG for people to look at."""
    limits.allow(_SECONDS)
    page, _ = page_of(data, number)
    size = min(width, page.width), max(1, round(page.height * min(1, width / page.width)))
    file = BytesIO()
    page.resize(size, Image.Resampling.BOX).point(_SHADES).save(file, "PNG")
    return file.getvalue()


def _cut(page: Straight, pages: int) -> WithSlips:
    width, points = page.ink.width, WIDTH / page.ink.width
    level, upright = level_strokes(page.ink, width // _LEVEL), upright_strokes(page.ink, width // _UPRIGHT)
    rules = Rules(list(map(partial(_level, points), level)), list(map(partial(_upright, points), upright)))
    tables = tables_of(rules)
    boxes = squares(page.ink, least=width // _SMALLEST, most=width // _LARGEST)
    _erase(page, filter(partial(_is_drawn, tables, points), (*level, *upright)))
    _erase(page, map(attrgetter("with_its_tick"), boxes))
    slips = slips_of(page, tables, points)
    lines = tuple(_area(points, Stroke(*line)) for line in slips.lines)
    found = tuple(Box(_area(points, box.area), box.filled) for box in boxes)
    size = PageSize(WIDTH, page.ink.height * points)
    cut = Cut(size, pages, page.leaned, tuple(tables), found, lines, slips.scale / points, MARGIN)
    return WithSlips(cut, as_file(slips.pictures))


def _level(points: float, stroke: Stroke) -> Rule:
    return Rule((stroke.top + stroke.bottom) / 2 * points, stroke.left * points, stroke.right * points)


def _upright(points: float, stroke: Stroke) -> Rule:
    return Rule((stroke.left + stroke.right) / 2 * points, stroke.top * points, stroke.bottom * points)


def _area(points: float, stroke: Stroke) -> Area:
    return Area(*map(points.__mul__, stroke))


def _is_drawn(tables: Iterable[Table], points: float, stroke: Stroke) -> bool:
    """A rule of a table, or a long line between texts; a short one elsewhere is a letter of a title."""
    area = _area(points, stroke)
    inside = any(table.area.holds(*area.middle) for table in tables)
    return inside or max(area.right - area.left, area.bottom - area.top) > WIDTH / _FREE


def _erase(page: Straight, strokes: Iterable[Stroke]) -> None:
    """With the grey fringe that each has."""
    pens = (ImageDraw.Draw(page.grey), _PAPER), (ImageDraw.Draw(page.ink), 0)
    for (left, top, right, bottom), (pen, paper) in product(strokes, pens):
        pen.rectangle((left - 2, top - 2, right + 1, bottom + 1), fill=paper)
