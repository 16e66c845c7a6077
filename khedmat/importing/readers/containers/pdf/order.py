"""Glyphs as they stand, from the right → as they were written: numbers and Latin words run the other way.

What Unicode's bidirectional algorithm (UAX 9) did when the page was made, undone by what is seen of it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import filterfalse
from operator import attrgetter

from khedmat.importing.readers.containers.pdf.glyphs import Glyph

# A letter for each kind of glyph: R from the right, L from the left, D digit, C joins digits, E joins them where no
# Persian word stands before, T stands beside them, B bracket, S space, O others.
_KINDS = {"R": "R", "AL": "R", "BN": "R", "L": "L", "EN": "D", "AN": "D", "CS": "C", "ES": "E", "ET": "T"}
_OPENING, _CLOSING = "([{«", ")]}»"
_BRACKETED = r"(?<=B)(?:D[CEOTD]*)?L(?:[^RB]*L)?(?:[CEOTD]*D)?"  # «(G2C)» among Persian words: alone
_LATIN = rf"{_BRACKETED}|(?:D[CEOTD]*)?L(?:(?:(?!BS*B)[^R])*L)?(?:[CEOTD]*D)?"
_NUMBERED = r"D{1,2}[EC](?=L)"  # «2-FAQ» at the beginning of a line
_AFTER_WORDS = re.compile(rf"{_LATIN}|D(?:C?D)*")
_PERSIAN = re.compile(r"(?P<number>(?:D(?:[CE]?D)*)?)(?P<joint>[CESO]*)(?P<words>R(?:[^L]*R)?)")
_UNIT_AT_END = re.compile("(?:ریال|تومان|روز|ساعت|دقیقه|هفته|ماه|سال|بار|مرتبه|نفر|مورد|کاری|متر)$")
_left, _right, _is_space = attrgetter("left"), attrgetter("right"), attrgetter("is_space")
_LONG_NUMBER = 3  # digits
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


def as_written_from_left(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """A piece of a line that was set from the left, seen from there: only its Persian runs the other way."""
    kinds = "".join(map(_kind, glyphs))
    turned = list(glyphs)
    for run in _PERSIAN.finditer(kinds):
        start = run.start() if _ends_with_number(glyphs, run) else run.start("words")
        turned[start : run.end()] = as_written(glyphs[start : run.end()][::-1])
    return list(_set_anew(list(_bracketed(turned))))


def _set_anew(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Each beside the one before it: words that follow each other stood at both ends of the piece."""
    place = max(map(_right, glyphs), default=0.0)
    space = _room(glyphs) / max(len(list(filter(_is_space, glyphs))), 1)
    for glyph in glyphs:
        width = space if glyph.is_space else _width(glyph)
        yield glyph._replace(left=place - width, right=place)
        place -= width


def _room(glyphs: Sequence[Glyph]) -> float:
    """For the spaces, between the ends of all."""
    span = max(map(_right, glyphs), default=0.0) - min(map(_left, glyphs), default=0.0)
    return max(span - sum(map(_width, filterfalse(_is_space, glyphs))), 0.0)


def _width(glyph: Glyph) -> float:
    return glyph.right - glyph.left


def _ends_with_number(glyphs: Sequence[Glyph], run: re.Match[str]) -> bool:
    """«تعداد: 2» and «ماده 187» are seen with their number before them; «1- عنوان» begins with it."""
    digits, joint = (glyphs[slice(*run.span(part))] for part in ("number", "joint"))
    told = {glyph.text for glyph in joint if not glyph.is_space}
    if told or len(digits) < _LONG_NUMBER:
        return told == {":"}
    words = "".join(glyph.text for glyph in glyphs[slice(*run.span("words"))][::-1])
    return _UNIT_AT_END.search(words) is None


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
