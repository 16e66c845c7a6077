"""Numbers in Persian text: three kinds of digits, thousands marks of every country, and words."""

import re
from typing import NamedTuple

from khedmat.core.persian import latin_digits

_ONES = {
    "صفر": 0,
    "یک": 1,
    "یکی": 1,
    "دو": 2,
    "سه": 3,
    "چهار": 4,
    "پنج": 5,
    "شش": 6,
    "شیش": 6,
    "هفت": 7,
    "هشت": 8,
    "نه": 9,
    "ده": 10,
    "یازده": 11,
    "دوازده": 12,
    "سیزده": 13,
    "چهارده": 14,
    "پانزده": 15,
    "شانزده": 16,
    "هفده": 17,
    "هجده": 18,
    "هیجده": 18,
    "نوزده": 19,
    "بیست": 20,
    "سی": 30,
    "چهل": 40,
    "پنجاه": 50,
    "شصت": 60,
    "هفتاد": 70,
    "هشتاد": 80,
    "نود": 90,
    "صد": 100,
    "یکصد": 100,
    "دویست": 200,
    "سیصد": 300,
    "چهارصد": 400,
    "پانصد": 500,
    "ششصد": 600,
    "هفتصد": 700,
    "هشتصد": 800,
    "نهصد": 900,
}
_SCALES = {"هزار": 1000, "میلیون": 10**6, "ملیون": 10**6, "میلیارد": 10**9}
_GROUPED = re.compile(r"\d{1,3}(?:[.,٬،/'’]\d{3})+(?!\d)|\d+(?:[./٫]\d{1,2}(?!\d))?")
_WORD = re.compile(
    rf"(?<![\w])(?:{'|'.join(sorted([*_ONES, *_SCALES], key=len, reverse=True))})(?=بار|مرتبه|روز|ساعت|ماه|هفته|سال|[^\w]|$)"
)
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


def numbers(text: str) -> list[Number]:
    """All numbers of a text, in order: «۱.۷۵۴.۹۰۰», «۳۳۴ هزار», «صد و بیست»."""
    text = latin_digits(text).replace("ي", "ی").replace("ك", "ک")
    parts = [(found.start(), found.end(), _digits(found.group())) for found in _GROUPED.finditer(text)]
    parts += [(found.start(), found.end(), None) for found in _WORD.finditer(text)]
    return _join(text, sorted(parts))


def _digits(text: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[.,٬،/'’]\d{3})+", text):
        return float(re.sub(r"\D", "", text))
    return float(re.sub(r"[/٫]", ".", text))


def _join(text: str, parts: list[tuple[int, int, float | None]]) -> list[Number]:
    """Neighbouring words and scales are one number: «سیصد و سی و چهار هزار»."""
    found: list[list[tuple[int, int, float | None]]] = []
    for part in parts:
        near = found and _JOIN.fullmatch(text, found[-1][-1][1], part[0])
        if near and part[2] is None and _continues(text, found[-1], part):
            found[-1].append(part)
        else:
            found.append([part])
    return [Number(_value(text, run), run[0][0], run[-1][1]) for run in found]


def _continues(text: str, run: list[tuple[int, int, float | None]], part: tuple[int, int, float | None]) -> bool:
    """A scale multiplies what stands before it; a smaller word is added by «و»."""
    word, last = text[part[0] : part[1]], text[run[-1][0] : run[-1][1]]
    if word in _SCALES:
        return True
    return "و" in text[run[-1][1] : part[0]] and (last in _SCALES or _ONES.get(last, 0) > _ONES[word] > 0)


def _value(text: str, run: list[tuple[int, int, float | None]]) -> float:
    total, group = 0.0, 0.0
    for start, end, digits in run:
        word = text[start:end]
        if word in _SCALES:
            total, group = total + (group or 1) * _SCALES[word], 0.0
        else:
            group += digits if digits is not None else _ONES[word]
    return total + group
