"""Glyphs and paths of a page of a PDF, set by hand."""

from khedmat.importing.readers.containers.layout import Area
from khedmat.importing.readers.containers.pdf.glyphs import Glyph
from khedmat.importing.readers.containers.pdf.paths import Path

WIDTH, SIZE = 6, 10  # points


def seen(text: str, *, right: float = 500, base: float = 100) -> list[Glyph]:
    """Letters as they stand on the page from the right, a space as room and a sign."""
    return [
        Glyph(letter, right - WIDTH * (place + 1), right - WIDTH * place, base, SIZE)
        for place, letter in enumerate(text)
    ]


def written(glyphs: list[Glyph]) -> str:
    return "".join(glyph.text for glyph in glyphs)


def frame(area: Area, *, ink: int = 0, is_stroked: bool = True) -> Path:
    """The outline of a rectangle."""
    left, top, right, bottom = area
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return Path((corners,), is_stroked, ink)


def stroke(*points: tuple[float, float], ink: int = 0) -> Path:
    """One line of a pen."""
    return Path((points,), True, ink)
