"""Glyphs that say a text together: pdfium puts all its letters on the first of them, often a mark above a letter."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pypdfium2 import raw

from khedmat.core.sequences import grouped
from khedmat.importing.readers.containers.pdf.frame import Edges

_SAYS = b"ActualText"


class Span(NamedTuple):
    """Where one of several glyphs stands, where all do, and where their line begins."""

    own: Edges
    whole: Edges
    origin: tuple[float, float]

    def spread(self, edges: Edges) -> Edges:
        """A part of the one glyph → the like part of all, across."""
        scale = (self.whole.right - self.whole.left) / max(self.own.right - self.own.left, 0.01)
        left, right = (self.whole.left + (x - self.own.left) * scale for x in (edges.left, edges.right))
        return edges._replace(left=left, right=right)


class _Drawn(NamedTuple):
    address: int
    edges: Edges
    origin: tuple[float, float]
    said_by: int


def spans_of(page: raw.FPDF_PAGE) -> dict[int, Span]:
    """By the address of the glyph's object."""
    objects = (raw.FPDFPage_GetObject(page, place) for place in range(raw.FPDFPage_CountObjects(page)))
    texts = (one for one in objects if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_TEXT)
    said = grouped(_said(texts), lambda drawn: drawn.said_by)
    return {one.address: span for drawn in said.values() if len(drawn) > 1 for one, span in _spans(drawn)}


def _said(texts: Iterable[raw.FPDF_PAGEOBJECT]) -> Iterator[_Drawn]:
    for text in texts:
        if mark := _mark(text):
            yield _Drawn(ctypes.addressof(text.contents), _edges(text), _origin(text), mark)


def _mark(text: raw.FPDF_PAGEOBJECT) -> int:
    """The address of what says something else of this glyph; 0 when nothing does."""
    length = ctypes.c_ulong()
    for place in range(raw.FPDFPageObj_CountMarks(text)):
        mark = raw.FPDFPageObj_GetMark(text, place)
        if raw.FPDFPageObjMark_GetParamStringValue(mark, _SAYS, None, 0, length) and length.value > 2:
            return ctypes.addressof(mark.contents)
    return 0


def _edges(text: raw.FPDF_PAGEOBJECT) -> Edges:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(text, left, bottom, right, top)
    return Edges(left.value, bottom.value, right.value, top.value)


def _origin(text: raw.FPDF_PAGEOBJECT) -> tuple[float, float]:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(text, matrix)
    return matrix.e, matrix.f


def _spans(drawn: Sequence[_Drawn]) -> Iterator[tuple[_Drawn, Span]]:
    """The line begins where the tallest stands: marks are low."""
    lefts, bottoms, rights, tops = zip(*(one.edges for one in drawn), strict=True)
    whole = Edges(min(lefts), min(bottoms), max(rights), max(tops))
    tallest = max(drawn, key=lambda one: one.edges.top - one.edges.bottom)
    return ((one, Span(one.edges, whole, tallest.origin)) for one in drawn)
