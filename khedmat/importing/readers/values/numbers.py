"""Numbers in Persian text: three kinds of digits, thousands marks of every country, and words."""

import re
from collections.abc import Iterable
from functools import reduce
from typing import NamedTuple

from khedmat.core.persian import latin_digits
from khedmat.importing.readers.values.number_words import LONGEST_FIRST, SCALES, UNITS, may_be_added

_DIGITS = re.compile(r"\d{1,3}(?:[.,٬٫،/'’]\d{3})+(?!\d)|\d+(?:[./٫]\d{1,2}(?!\d))?")
_GROUPED = re.compile(r"\d{1,3}(?:[.,٬٫،/'’]\d{3})+")
_WORD = re.compile(rf"(?<![\w])(?:{'|'.join(LONGEST_FIRST)})(?=بار|مرتبه|روز|ساعت|ماه|هفته|سال|ریال|تومان|[^\w]|$)")
_SCALE_BEHIND = re.compile(rf"[\s\u200c]*({'|'.join(SCALES)})")
_JOIN = re.compile(r"[\s\u200c]*(?:و)?[\s\u200c]*$")


class Number(NamedTuple):
    """A number and where it stands."""

    value: float
    start: int
    end: int

    @property
    def whole(self) -> int | None:
        """As an integer; None when it has a fraction."""
        return int(self.value) if float(self.value).is_integer() else None


class _Part(NamedTuple):
    """One run of digits, or one word of a number (`digits` is None)."""

    start: int
    end: int
    text: str
    digits: float | None

    @property
    def value(self) -> float:
        """Of digits or of a word that is no scale."""
        return UNITS[self.text] if self.digits is None else self.digits


def numbers(text: str) -> list[Number]:
    """All numbers of a text, in order: «۱.۷۵۴.۹۰۰», «۳۳۴ هزار», «صد و بیست»."""
    text = latin_digits(text).replace("ي", "ی").replace("ك", "ک")
    parts = [*map(_digits, _DIGITS.finditer(text)), *map(_word, _WORD.finditer(text))]
    return list(map(_number, _runs(text, sorted(parts))))


def _digits(found: re.Match[str]) -> _Part:
    return _Part(found.start(), found.end(), found.group(), _value_of_digits(found.group()))


def _value_of_digits(text: str) -> float:
    """Three digits behind a mark are thousands, one or two are a fraction."""
    if _GROUPED.fullmatch(text):
        return float(re.sub(r"\D", "", text))
    return float(re.sub(r"[/٫]", ".", text))


def _word(found: re.Match[str]) -> _Part:
    return _Part(found.start(), found.end(), found.group(), None)


def _runs(text: str, parts: Iterable[_Part]) -> list[list[_Part]]:
    """Neighbouring words and scales are one number: «سیصد و سی و چهار هزار»."""
    runs: list[list[_Part]] = []
    for part in parts:
        if runs and _continues(text, runs[-1][-1], part):
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def _continues(text: str, last: _Part, part: _Part) -> bool:
    near = _JOIN.fullmatch(text, last.end, part.start)
    if near is None:
        return False
    return _is_joined(near.group(), last, part) if part.digits is None else _adds_digits(text, last, part)


def _adds_digits(text: str, last: _Part, part: _Part) -> bool:
    """«2 میلیون و 500 هزار»: behind a scale, and smaller than it; elsewhere digits begin a number of their own."""
    scale = _SCALE_BEHIND.match(text, part.end)
    value = part.value * (SCALES[scale[1]] if scale else 1)
    return "و" in text[last.end : part.start] and value < SCALES.get(last.text, 0)


def _is_joined(between: str, last: _Part, part: _Part) -> bool:
    """A scale multiplies what stands before it; a smaller word is added by «و»."""
    return part.text in SCALES or "و" in between and may_be_added(part.text, last.text)


def _number(run: list[_Part]) -> Number:
    sums: tuple[float, float] = reduce(_add, run, (0.0, 0.0))
    return Number(sum(sums), run[0].start, run[-1].end)


def _add(sums: tuple[float, float], part: _Part) -> tuple[float, float]:
    """(what its scale has closed, what the next scale would multiply)."""
    closed, group = sums
    if part.text in SCALES:
        return closed + (group or 1) * SCALES[part.text], 0.0
    return closed, group + part.value
