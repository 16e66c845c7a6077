"""Numbers with a unit of time in a text: no years of the calendar, no hours of the clock."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from khedmat.importing.readers.values.numbers import Number, numbers

_UNITS = {"دقیقه": "minute", "ساعت": "hour", "روز": "day", "هفته": "week", "ماه": "month", "سال": "year"}
_NAMES = "|".join(_UNITS)
_UNIT = re.compile(rf"(?:نیم\s*)?({_NAMES})(?!\w*گی)")
_UNIT_BEFORE = re.compile(rf"({_NAMES})\s*:?\s*$")
_RANGE = re.compile(rf"\s*(?:{_NAMES})?\s*(?:تا|الی|-|–|لغایت)\s*")
_SUM = re.compile(rf"\s*(?:{_NAMES})\s*و\s*")
_HALF_BEHIND = re.compile(rf"(?:\s*(?:{_NAMES}))?\s*و\s*نیم\b")
_CLOCK = re.compile(r"ساعت\s*\d[\d:]*\s*(?:صبح\s*)?(?:تا|الی|لغایت|-|–)\s*(?:ساعت\s*)?\d[\d:]*(?!\s*(?:ساعت|دقیقه))")
_YEAR = re.compile(r"سال\s*1[34]\d\d\b")
FURTHEST = 18  # characters behind a number in which its unit is looked for


class Measured(NamedTuple):
    """A number and the name of its unit in the contract."""

    number: Number
    unit: str


def measured(text: str) -> list[Measured]:
    """The numbers that have a unit, in their order."""
    text = _YEAR.sub(_blank, _CLOCK.sub(_blank, text))
    found = [_whole(text, number) for number in numbers(text)]
    return [Measured(number, unit) for number in found if (unit := _unit_of(text, number))]


def is_range(text: str, found: Sequence[Measured]) -> bool:
    """The first two are the ends of a range."""
    return _stand_around(_RANGE, text, found)


def is_sum(text: str, found: Sequence[Measured]) -> bool:
    """«1 ماه و 10 روز» is no number of one unit."""
    return _stand_around(_SUM, text, found)


def _stand_around(between: re.Pattern[str], text: str, found: Sequence[Measured]) -> bool:
    return len(found) > 1 and bool(between.fullmatch(text, found[0].number.end, found[1].number.start))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _whole(text: str, number: Number) -> Number:
    """With the half behind it: «یک ساعت و نیم», «یک و نیم ساعت»."""
    half = _HALF_BEHIND.match(text, number.end)
    return Number(number.value + 0.5, number.start, half.end()) if half else number


def _unit_of(text: str, number: Number) -> str | None:
    found = _unit_inside(text, number) or _unit_behind(text, number) or _UNIT_BEFORE.search(text[: number.start])
    return _UNITS[found[1]] if found else None


def _unit_inside(text: str, number: Number) -> re.Match[str] | None:
    return _UNIT.search(text, number.start, number.end)


def _unit_behind(text: str, number: Number) -> re.Match[str] | None:
    """Just behind, or behind the second number of a range: «۲ تا ۳ روز»."""
    after = _UNIT.search(text, number.end, number.end + FURTHEST)
    if after and after.start() - number.end > 2:
        return after if _RANGE.match(text, number.end) else None
    return after
