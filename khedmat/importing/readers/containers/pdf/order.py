"""Glyphs as they stand, from the right → as they were written: numbers and Latin words run the other way.

What Unicode's bidirectional algorithm (UAX 9) did when the page was made, undone by what is seen of it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from khedmat.importing.readers.containers.pdf.glyphs import Glyph

# A letter for each kind of glyph: R from the right, L from the left, D digit, C joins digits, E joins them where no
# Persian word stands before, T stands beside them, B bracket, S space, O others.
_KINDS = {"R": "R", "AL": "R", "BN": "R", "L": "L", "EN": "D", "AN": "D", "CS": "C", "ES": "E", "ET": "T"}
_OPENING, _CLOSING = "([{«", ")]}»"
_BRACKETED = r"(?<=B)(?:D[CEOTD]*)?L(?:[^RB]*L)?(?:[CEOTD]*D)?"  # «(G2C)» among Persian words: alone
_LATIN = rf"{_BRACKETED}|(?:D[CEOTD]*)?L(?:(?:(?!BS*B)[^R])*L)?(?:[CEOTD]*D)?"
_NUMBERED = r"D{1,2}[EC](?=L)"  # «2-FAQ» at the beginning of a line
_AFTER_WORDS = re.compile(rf"{_LATIN}|D(?:C?D)*")
_AT_FIRST = re.compile(rf"^{_NUMBERED}|^C?(?:{_LATIN})|{_LATIN}|T*D(?:[CE]?D)*T*")


def as_written(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """A piece of a line of Persian, seen from the right → in the order of writing, brackets the right way round."""
    kinds = "".join(map(_kind, glyphs))
    words = kinds.find("R") if "R" in kinds else len(kinds)
    turned = list(glyphs)
    for run in (*_AT_FIRST.finditer(kinds, 0, words), *_AFTER_WORDS.finditer(kinds, words)):
        start, end = _whole(run, kinds)
        turned[start:end] = reversed(glyphs[start:end])
    return list(_bracketed(turned))


def _whole(run: re.Match[str], kinds: str) -> tuple[int, int]:
    """A bracket that opens within Latin words closes there."""
    start, end = run.span()
    is_open = run.group().count("B") % 2 and kinds[start - 1 : start] == "B"
    return start - is_open, end


def _kind(glyph: Glyph) -> str:
    return _kind_of(glyph.text[0])


@lru_cache(maxsize=4096)
def _kind_of(letter: str) -> str:
    if letter in _OPENING + _CLOSING:
        return "B"
    return "S" if letter == " " else _KINDS.get(unicodedata.bidirectional(letter), "O")


def _bracketed(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Makers of PDF disagree whether a bracket is named by its shape or by its meaning: its neighbours tell."""
    depth = 0
    for place, glyph in enumerate(glyphs):
        if _kind(glyph) != "B":
            yield glyph
            continue
        before, after = _is_free(glyphs[place - 1 : place]), _is_free(glyphs[place + 1 : place + 2])
        opens = before if before != after else depth == 0
        depth = max(depth + (1 if opens else -1), 0)
        yield glyph._replace(text=_turned(glyph.text, opens=opens))


def _is_free(neighbour: Sequence[Glyph]) -> bool:
    """The end of the line or a space."""
    return not neighbour or neighbour[0].is_space


def _turned(bracket: str, *, opens: bool) -> str:
    place = (_OPENING + _CLOSING).index(bracket[0]) % len(_OPENING)
    return (_OPENING if opens else _CLOSING)[place] + bracket[1:]
