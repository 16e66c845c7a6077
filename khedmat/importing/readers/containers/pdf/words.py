"""Whether a page of a PDF has its words as letters, or is a picture of them."""

from collections.abc import Sequence

from khedmat.importing.readers.containers.layout import Area
from khedmat.importing.readers.containers.pdf.letters import Letter
from khedmat.importing.readers.containers.pdf.paths import Drawn

_FEW = 12  # letters: a page number on a scan
_LARGE = 0.3  # of the page: a picture that may hold its words
_OUTLINES = 300  # paths of a page whose letters were made outlines
_GARBAGE = 0.3  # of the letters: so many nobody can name
_LATIN_SIGNS = range(0x80, 0x100)  # what an old Persian font without names for its letters turns into
_PRIVATE = range(0xE000, 0xF900)


def is_picture(letters: Sequence[Letter], drawn: Drawn, page: Area) -> bool:
    """Its words, if it has any, can only be seen."""
    seen = [letter for letter in letters if letter.is_seen]
    if len(seen) < _FEW:
        return _covers(drawn.pictures, page) or len(drawn.paths) > _OUTLINES
    nameless = sum(map(_is_nameless, seen))
    return nameless > _GARBAGE * len(seen)


def _is_nameless(letter: Letter) -> bool:
    """Of a font of pictures none is: their names are known by their font."""
    strange = not letter.is_known or letter.code in _LATIN_SIGNS or letter.code in _PRIVATE or letter.code < 0x20
    return strange and letter.style.signs is None


def _covers(pictures: Sequence[Area], page: Area) -> bool:
    whole = (page.right - page.left) * (page.bottom - page.top)
    return sum((one.right - one.left) * (one.bottom - one.top) for one in pictures) > _LARGE * whole
