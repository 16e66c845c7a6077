"""Letters as pdfium has them → glyphs: what each says in plain letters, and where on the line it stands."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from khedmat.core.persian import ZWNJ
from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.pdf.frame import Frame
from khedmat.importing.readers.containers.pdf.letters import Letter
from khedmat.importing.readers.containers.pdf.ligatures import joined
from khedmat.importing.readers.containers.symbols import PRIVATE_SIGNS

_SPACE = " "
_MOST_LETTERS = 5  # of one glyph, with the marks above them
# pdfium's own signs for a hyphen at the end of a line; its reading of «¨», an empty box of Wingdings without its font.
_SIGNS = {"\ufffe": "-", "\x02": "-", "\u0308": "¨", ZWNJ: ZWNJ}
_STRETCH = {0x640: None}  # fills a line to its end
_UNWRITTEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


class Glyph(NamedTuple):
    """One or more letters, or a space. `base`: where its line stands; all in points of its frame."""

    text: str
    left: float
    right: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def is_space(self) -> bool:
        return self.text == _SPACE

    @property
    def is_whole(self) -> bool:
        """A box, or words that were typed in a field: nothing is joined to them."""
        return self.text in (TICKED, EMPTY) or len(self.text) > _MOST_LETTERS

    @property
    def is_mark(self) -> bool:
        """Written above or below a letter."""
        return unicodedata.category(self.text[0]) == "Mn"


def glyphs_of(letters: Iterable[Letter], frame: Frame) -> Iterator[Glyph]:
    """Those that are upright in the frame and the spaces that pdfium found, in no order."""
    upright = (one for one in letters if one.style.quarters == frame.quarters or one.is_guess)
    for _, together in groupby(upright, lambda letter: (letter.edges, letter.origin)):
        if glyph := _glyph(list(together), frame):
            yield glyph


def _glyph(letters: Sequence[Letter], frame: Frame) -> Glyph | None:
    first = letters[0]
    text = joined("".join(map(_plain, letters))).translate(_STRETCH)
    left, _, right, _ = frame.area(first.edges)
    base = frame.point(*first.origin)[1]
    return Glyph(text, left, right, base, first.style.size) if text else None


def _plain(letter: Letter) -> str:
    signs = letter.style.signs
    return chr(letter.code).translate(signs) if signs else plain(letter.code)


@lru_cache(maxsize=4096)
def plain(code: int) -> str:
    """A letter without its shape: nothing where nothing is seen."""
    sign = chr(code)
    if sign in _SIGNS or code in PRIVATE_SIGNS:
        return _SIGNS.get(sign) or PRIVATE_SIGNS[code]
    if sign.isspace():
        return _SPACE
    return _shown(sign)


def _shown(sign: str) -> str:
    if unicodedata.category(sign) in _UNWRITTEN:
        return ""
    return unicodedata.normalize("NFKC", sign).strip() if "\ufb50" <= sign <= "\ufefc" else sign
