"""Ticks and empty boxes in all their glyphs → ☑ and ☐, where options stand (elsewhere they are bullets or letters)."""

import re

from khedmat.core.remembering import remembered
from khedmat.importing.readers.blocks import EMPTY, TICKED

# Symbol fonts lose their font on the way to text: R S T P are ticks of Wingdings 2, þ ý ü n x of Wingdings, and
# £ ¨ o q their empty boxes.
_TICKED_SIGNS = "☒✓✔✅✗✘✖■▣▀◼◾⬛●◉⦿⚫√"
_EMPTY_SIGNS = "□▢◻◽⬜○◯⚪❏❑"
_SIGNS = {**dict.fromkeys(_TICKED_SIGNS, TICKED), **dict.fromkeys(_EMPTY_SIGNS, EMPTY)}
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")
UNSURE = "⊠"  # a crossed box of which nobody can say whether it is a tick or a no
_CHECKS, _BOXES = "✓✔✅☑", EMPTY + _EMPTY_SIGNS
_BESIDE_CHECKS = {**dict.fromkeys("✗✘✖", EMPTY), "☒": UNSURE}
_LATIN = "A-Za-z0-9"
_TRUE, _FALSE = (re.compile(rf"(?<=[:=])\s*{word}\s*$", re.I | re.M) for word in ("true", "false"))
_NOT_TIMES = r"(?:(?<!\d)(?<!\d )|(?!. ?\d))"  # «4 × 3» between two numbers is no mark
_TICKED_LETTER = re.compile(rf"{_NOT_TIMES}(?<![{_LATIN}])[RþýüSTPnxX¢×](?![{_LATIN}])")
_EMPTY_LETTER = re.compile(rf"(?<![{_LATIN}])[oq£¨](?![{_LATIN}])")
_STAR = re.compile(rf"{_NOT_TIMES}(?<![\d*])\*(?![\d*])")
_ENCLOSING = re.compile("\\s?\u20dd+")
_BRACKETED = re.compile(rf"[\[({{]\s*([xX×✓✔*√+{TICKED}])\s*[\])}}]")
# «☐ رایگان ذکر نشده»: a form that tells an empty box from a no says so behind it
_SILENT = "ذکر نشده"
_UNSAID = re.compile(f"{EMPTY}[^{TICKED}{EMPTY}\\n]*?{_SILENT}")
_BRACKETED_EMPTY = re.compile(rf"[\[({{]\s*{EMPTY}?\s*[\])}}]")
_LETTER = re.compile(  # whatever may be one of all these
    rf"(?<![{_LATIN}])[RþýüSTPnxX¢×oq£¨](?![{_LATIN}])|[\[({{]\s*[xX×✓✔*√+{TICKED}{EMPTY}]?\s*[\])}}]"
    r"|[*\u20dd]|[:=]\s*(?i:true|false)"
)


@remembered
def normalise(text: str) -> str:
    """The same text with ☑ for every tick and ☐ for every empty box, without boxes of which nothing is said."""
    text = _SIGN.sub(_box, text)
    text = _without_letters(text) if _LETTER.search(text) else text
    return _UNSAID.sub(" ", text) if _SILENT in text else text


def _box(sign: re.Match[str]) -> str:
    return _SIGNS[sign.group()]


def _without_letters(text: str) -> str:
    """Letters, brackets and words that stand for boxes."""
    text = _BRACKETED.sub(f" {TICKED} ", _ENCLOSING.sub(f" {EMPTY} ", text))
    text = _TICKED_LETTER.sub(f" {TICKED} ", _BRACKETED_EMPTY.sub(f" {EMPTY} ", text))
    text = _TRUE.sub(f" {TICKED} ", _EMPTY_LETTER.sub(f" {EMPTY} ", text))
    return _STAR.sub(f" {TICKED} ", _FALSE.sub(f" {EMPTY} ", text))


def contrasted(document: str) -> str:
    """A cross is a tick of its own, but a no in a document that prints it beside check marks and has no empty box.

    A crossed box there may be either: many forms tick with it.
    """
    has = document.__contains__
    beside = any(map(has, _BESIDE_CHECKS)) and any(map(has, _CHECKS)) and not any(map(has, _BOXES))
    return document.translate({ord(mark): other for mark, other in _BESIDE_CHECKS.items()}) if beside else document


def any_in(text: str) -> bool:
    """Whether a mark stands in a text that `normalise` gave."""
    return TICKED in text or EMPTY in text


def is_marked(text: str) -> bool:
    """Whether a tick or an empty box stands in a text as it came."""
    return any_in(normalise(text))
