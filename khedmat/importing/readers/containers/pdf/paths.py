"""What is drawn on a page, as outlines with their ink, in points of its frame. Only in the confined child."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pypdfium2 import raw

from khedmat.importing.readers.containers.layout import Area
from khedmat.importing.readers.containers.pdf.frame import Frame

MOST_POINTS = 60_000  # of one page: behind them it is a drawing
_MOST_OF_PATH = 400
_DEEPEST = 8
_FAINT, _DARK = 10, 80  # ink of 255

Point = tuple[float, float]
Turn = Callable[[float, float], Point]


class Path(NamedTuple):
    """Outlines of one stroke of the pen. `ink`: how dark it is filled, 0 for white and for nothing, 255 for black."""

    outlines: tuple[tuple[Point, ...], ...]
    is_stroked: bool
    ink: int

    @property
    def is_drawn(self) -> bool:
        """By its outline: with a pen, or as a ring of ink."""
        return self.is_stroked or self.is_ring

    @property
    def is_ring(self) -> bool:
        return len(self.outlines) > 1

    @property
    def is_dark(self) -> bool:
        return self.ink >= _DARK

    @property
    def area(self) -> Area:
        return area_of([point for outline in self.outlines for point in outline])


class Drawn(NamedTuple):
    """Of a page: its paths, and where its pictures stand."""

    paths: tuple[Path, ...]
    pictures: tuple[Area, ...]


def area_of(points: Sequence[Point]) -> Area:
    xs, ys = zip(*points, strict=True)
    return Area(min(xs), min(ys), max(xs), max(ys))


def drawn_on(page: raw.FPDF_PAGE, frame: Frame) -> Drawn:
    """Everything but the text, also within forms of the page."""
    found = _Reader()
    for place in range(raw.FPDFPage_CountObjects(page)):
        found.take(raw.FPDFPage_GetObject(page, place), frame.point, 0)
    return Drawn(tuple(found.paths), tuple(found.pictures))


class _Reader:
    def __init__(self) -> None:
        self.left = MOST_POINTS
        self.paths: list[Path] = []
        self.pictures: list[Area] = []

    def take(self, drawn: raw.FPDF_PAGEOBJECT, turn: Turn, depth: int) -> None:
        taking = _TAKING.get(raw.FPDFPageObj_GetType(drawn))
        if taking and depth < _DEEPEST:
            taking(self, drawn, _placed(drawn, turn), depth)

    def take_path(self, drawn: raw.FPDF_PAGEOBJECT, turn: Turn, _depth: int) -> None:
        count = raw.FPDFPath_CountSegments(drawn)
        self.left -= count
        is_filled, is_stroked = _mode(drawn)
        ink = _ink(drawn) if is_filled else 0
        if self.left > 0 and 2 <= count <= _MOST_OF_PATH and (is_stroked or ink):
            self.paths.append(Path(_outlines(drawn, count, turn), is_stroked, ink))

    def take_picture(self, _drawn: raw.FPDF_PAGEOBJECT, turn: Turn, _depth: int) -> None:
        self.pictures.append(area_of([turn(0, 0), turn(1, 0), turn(0, 1), turn(1, 1)]))

    def take_form(self, drawn: raw.FPDF_PAGEOBJECT, turn: Turn, depth: int) -> None:
        for place in range(raw.FPDFFormObj_CountObjects(drawn)):
            self.take(raw.FPDFFormObj_GetObject(drawn, place), turn, depth + 1)


_TAKING: dict[int, Callable[[_Reader, raw.FPDF_PAGEOBJECT, Turn, int], None]] = {
    raw.FPDF_PAGEOBJ_PATH: _Reader.take_path,
    raw.FPDF_PAGEOBJ_IMAGE: _Reader.take_picture,
    raw.FPDF_PAGEOBJ_FORM: _Reader.take_form,
}


def _placed(drawn: raw.FPDF_PAGEOBJECT, turn: Turn) -> Turn:
    """From the object's own points."""
    m = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, m)
    a, b, c, d, e, f = m.a, m.b, m.c, m.d, m.e, m.f
    return lambda x, y: turn(a * x + c * y + e, b * x + d * y + f)


def _mode(drawn: raw.FPDF_PAGEOBJECT) -> tuple[bool, bool]:
    """Whether it is filled and whether it is stroked."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, fill, stroke)
    return fill.value != raw.FPDF_FILLMODE_NONE, bool(stroke.value)


def _ink(drawn: raw.FPDF_PAGEOBJECT) -> int:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(drawn, red, green, blue, alpha)
    ink = 255 - min(red.value, green.value, blue.value)
    return ink if ink > _FAINT and alpha.value else 0


def _outlines(drawn: raw.FPDF_PAGEOBJECT, count: int, turn: Turn) -> tuple[tuple[Point, ...], ...]:
    outlines: list[list[Point]] = [[]]
    for kind, point, closes in _segments(drawn, count):
        if kind == raw.FPDF_SEGMENT_MOVETO:
            outlines.append([])
        outlines[-1].append(turn(*point))
        if closes:
            outlines[-1].append(outlines[-1][0])
    return tuple(map(tuple, filter(None, outlines)))


def _segments(drawn: raw.FPDF_PAGEOBJECT, count: int) -> Iterator[tuple[int, Point, bool]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for place in range(count):
        segment = raw.FPDFPath_GetPathSegment(drawn, place)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        kind, closes = raw.FPDFPathSegment_GetType(segment), raw.FPDFPathSegment_GetClose(segment)
        yield kind, (x.value, y.value), bool(closes)
