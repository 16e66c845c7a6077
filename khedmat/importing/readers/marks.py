"""Ticks and empty boxes in all their glyphs → ☑ and ☐, where options stand (elsewhere they are bullets or letters)."""

import re

from khedmat.importing.readers.blocks import EMPTY, TICKED

# Symbol fonts lose their font on the way to text: R S T P are ticks of Wingdings 2, þ ý ü n x of Wingdings, and
# £ ¨ o q their empty boxes.
_TICKED_SIGNS = "☒✓✔✅✗✘✖■▣▀◼◾⬛●◉⦿⚫√"
_EMPTY_SIGNS = "□▢◻◽⬜○◯⚪❏❑"
_SIGNS = str.maketrans({**dict.fromkeys(_TICKED_SIGNS, TICKED), **dict.fromkeys(_EMPTY_SIGNS, EMPTY)})
_CHECKS, _CROSSES, _BOXES = set("✓✔✅☑"), set("✗✘✖☒"), {EMPTY, *_EMPTY_SIGNS}
_EMPTIED = str.maketrans(dict.fromkeys(_CROSSES, EMPTY))
_LATIN = "A-Za-z0-9"
_TRUE, _FALSE = (re.compile(rf"(?<=[:=])\s*{word}\s*$", re.I | re.M) for word in ("true", "false"))
_NOT_TIMES = r"(?:(?<!\d)(?<!\d )|(?!. ?\d))"  # «4 × 3» between two numbers is no mark
_TICKED_LETTER = re.compile(rf"{_NOT_TIMES}(?<![{_LATIN}])[RþýüSTPnxX¢×](?![{_LATIN}])")
_EMPTY_LETTER = re.compile(rf"(?<![{_LATIN}])[oq£¨](?![{_LATIN}])")
_STAR = re.compile(rf"{_NOT_TIMES}(?<![\d*])\*(?![\d*])")
_ENCLOSING = re.compile("\\s?\u20dd+")
_BRACKETED = re.compile(rf"[\[({{]\s*([xX✓✔*√+{TICKED}])\s*[\])}}]")
_BRACKETED_EMPTY = re.compile(rf"[\[({{]\s*{EMPTY}?\s*[\])}}]")


def normalise(text: str) -> str:
    """The same text with ☑ for every tick and ☐ for every empty box."""
    text = _ENCLOSING.sub(f" {EMPTY} ", text.translate(_SIGNS))
    text = _BRACKETED_EMPTY.sub(f" {EMPTY} ", _BRACKETED.sub(f" {TICKED} ", text))
    text = _EMPTY_LETTER.sub(f" {EMPTY} ", _TICKED_LETTER.sub(f" {TICKED} ", text))
    text = _FALSE.sub(f" {EMPTY} ", _TRUE.sub(f" {TICKED} ", text))
    return _STAR.sub(f" {TICKED} ", text)


def contrasted(document: str) -> str:
    """A cross is a tick of its own, but a no in a document that prints it beside check marks and has no empty box."""
    signs = set(document)
    beside = signs & _CHECKS and signs & _CROSSES and not signs & _BOXES
    return document.translate(_EMPTIED) if beside else document


def any_in(text: str) -> bool:
    """Whether a mark stands in a text that `normalise` gave."""
    return TICKED in text or EMPTY in text


def is_marked(text: str) -> bool:
    """Whether a tick or an empty box stands in a text as it came."""
    return any_in(normalise(text))
