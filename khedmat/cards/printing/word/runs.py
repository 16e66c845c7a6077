"""Words as runs of OOXML: Persian from right to left, words with Latin letters from left to right."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from xml.sax.saxutils import escape, quoteattr

from khedmat.core.persian import LATIN

_WORD = re.compile(r"\n|[^\S\n]+|\S+")
_NEITHER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # no XML file may hold them
_LEFT_TO_RIGHT = "\u200e"  # an address that ends with a stroke would begin with it
_LOOSE = ("/", "=", "&", "?", "#", "_", "-")
_RTL, _LTR, _BREAK = "<w:rtl/>", "", "\n"


def plain(text: str) -> str:
    """Without what no XML file may hold."""
    return _NEITHER.sub("", text)


def quoted(text: str) -> str:
    """As the value of an attribute."""
    return quoteattr(plain(text).replace("\n", " "))


def runs(text: str, props: str = "", *, is_code: bool = False) -> str:
    """`props`: further properties of each run. A code («10031093000») stands from left to right as a whole."""
    sides = groupby(_sided(plain(text), is_code=is_code), key=itemgetter(0))
    return "".join(_run(side, "".join(word for _, word in words), props) for side, words in sides)


def _sided(text: str, *, is_code: bool) -> Iterator[tuple[str, str]]:
    """Each word with its side; a space goes with the word before it."""
    side = _LTR if is_code else _RTL
    for word in _WORD.findall(text):
        if not (is_code or word.isspace()):
            side = _side_of(word)
        yield _BREAK if word == _BREAK else side, word


def _side_of(word: str) -> str:
    return _LTR if LATIN.search(word) else _RTL


def _run(side: str, text: str, props: str) -> str:
    if side == _BREAK:
        return "<w:r><w:br/></w:r>" * len(text)
    text += _LEFT_TO_RIGHT if side == _LTR and text.endswith(_LOOSE) else ""
    return f'<w:r><w:rPr>{props}{side}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, style: str = "", props: str = "") -> str:
    """Right to left."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{props}<w:bidi/></w:pPr>{content}</w:p>"
