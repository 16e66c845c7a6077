"""The letters of a page as pdfium has them. Only in the confined child."""

import ctypes
import math
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from khedmat.importing.readers.containers.pdf.frame import Edges
from khedmat.importing.readers.containers.pdf.spans import Span, spans_of
from khedmat.importing.readers.containers.pdf.symbols import signs_of_font
from khedmat.importing.readers.containers.symbols import Signs
from khedmat.importing.readers.unreadable import Unreadable

MOST_LETTERS = 60_000  # of one page: a full page of small print has six thousand
_LONGEST_NAME = 128
_INVISIBLE = 3
_ASKEW = math.radians(10)
_SPACE = 0x20
_MOST_BEARING = 1.0  # heights between the origin of a letter and its ink


class Style(NamedTuple):
    """What letters drawn at one go share. `quarters`: how its page is turned to read it; None for what is not read."""

    quarters: int | None
    size: float
    signs: Signs | None


_GUESSED = Style(None, 0.0, None)


class Letter(NamedTuple):
    """Places are those of the page as PDF counts. `is_known`: the file says which letter it is."""

    code: int
    edges: Edges
    origin: tuple[float, float]
    style: Style
    is_known: bool

    @property
    def is_seen(self) -> bool:
        """Ink on the paper."""
        return self.style.quarters is not None and self.code > _SPACE

    @property
    def is_guess(self) -> bool:
        """A space that pdfium put between two words."""
        return self.style is _GUESSED and self.code == _SPACE


def letters_of(page: pypdfium2.PdfPage) -> list[Letter]:
    """In pdfium's order, which is not that of the words."""
    text = page.get_textpage()
    try:
        return list(_Reader(text.raw, spans_of(page.raw)).letters())
    finally:
        text.close()


class _Reader:
    """Its buffers are filled again for each letter."""

    def __init__(self, text: raw.FPDF_TEXTPAGE, spans: dict[int, Span]) -> None:
        self.text, self.spans = text, spans
        self.styles: dict[int, Style] = {}
        self.box, self.x, self.y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()

    def letters(self) -> Iterator[Letter]:
        count = raw.FPDFText_CountChars(self.text)
        if count > MOST_LETTERS:
            raise Unreadable("در یک صفحهٔ PDF بیش از اندازه نوشته هست؛ آن را در صفحه‌های معمولی ذخیره کنید.")
        return map(self._letter, range(count))

    def _letter(self, index: int) -> Letter:
        raw.FPDFText_GetLooseCharBox(self.text, index, self.box)
        raw.FPDFText_GetCharOrigin(self.text, index, self.x, self.y)
        code = raw.FPDFText_GetUnicode(self.text, index)
        drawn = raw.FPDFText_GetTextObject(self.text, index)
        address = ctypes.addressof(drawn.contents) if drawn else 0
        edges, origin = self._place(address, code)
        return Letter(
            code,
            edges,
            origin,
            self._style(index, address, drawn),
            raw.FPDFText_HasUnicodeMapError(self.text, index) != 1,
        )

    def _place(self, address: int, code: int) -> tuple[Edges, tuple[float, float]]:
        """The box of a letter that another text stands for is that of its ink: it begins at its origin, and
        a digit has as much room behind it."""
        box, x, y = self.box, self.x.value, self.y.value
        if span := self.spans.get(address):
            return span.spread(Edges(box.left, box.bottom, box.right, box.top)), span.origin
        bearing = box.left - x if 0 < box.left - x < _MOST_BEARING * (box.top - box.bottom) else 0.0
        right = box.right + bearing if chr(code).isdecimal() else box.right
        return Edges(box.left - bearing, box.bottom, right, box.top), (x, y)

    def _style(self, index: int, address: int, drawn: raw.FPDF_PAGEOBJECT) -> Style:
        if not drawn:
            return _GUESSED
        if address not in self.styles:
            self.styles[address] = self._new_style(index, drawn)
        return self.styles[address]

    def _new_style(self, index: int, drawn: raw.FPDF_PAGEOBJECT) -> Style:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text, index, matrix)
        size = raw.FPDFText_GetFontSize(self.text, index) * math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
        is_seen = size > 0 and raw.FPDFTextObj_GetTextRenderMode(drawn) != _INVISIBLE
        angle = raw.FPDFText_GetCharAngle(self.text, index)
        return Style(_quarters(angle) if is_seen else None, size, signs_of_font(self._font(index)))

    def _font(self, index: int) -> str:
        name = ctypes.create_string_buffer(_LONGEST_NAME)
        raw.FPDFText_GetFontInfo(self.text, index, name, _LONGEST_NAME, None)
        return name.value.decode("utf-8", "replace")


def _quarters(angle: float) -> int | None:
    """None of what is written aslant: a stamp across the page. pdfium counts angles clockwise."""
    quarters = round(angle / (math.pi / 2))
    return -quarters % 4 if abs(angle - quarters * math.pi / 2) < _ASKEW else None
