"""A duration as people write it → its numbers and unit; the phrase itself is always kept."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from khedmat.cards.form import Duration
from khedmat.core.persian import fold_line
from khedmat.importing.readers.values.numbers import Number, numbers

_UNITS = {"دقیقه": "minute", "ساعت": "hour", "روز": "day", "هفته": "week", "ماه": "month", "سال": "year"}
_UNIT = re.compile(r"(?:نیم\s*)?(دقیقه|ساعت|روز|هفته|ماه|سال)(?!\w*گی)")
_UNIT_BEFORE = re.compile(r"(دقیقه|ساعت|روز|هفته|ماه|سال)\s*$")
_RANGE = re.compile(r"\s*(?:دقیقه|ساعت|روز|هفته|ماه|سال)?\s*(?:تا|الی|-|–|لغایت)\s*")
_LEAST = re.compile(r"حداقل|دست\s*کم|بیش از|کمینه")
_MOST = re.compile(r"حداکثر|حد\s*اکثر|حداکثرتا|کمتر از|بیشینه|ظرف مدت حداکثر")
_LEAST_AND_MOST = re.compile(rf"({_LEAST.pattern}).*?({_MOST.pattern})")
_WORKING = re.compile(r"روز\s*(?:های)?\s*کاری|ساعت\s*(?:های)?\s*(?:کاری|اداری)|کاری")
_VISIT = re.compile(r"(?:هر|در هر)\s*(?:بار\s*)?مراجعه|برای هر مراجعه")
_HALF = re.compile(r"نیم\s*(ساعت|روز|سال)")
_HALVES = {
    "ساعت": {"unit": "minute", "value": 30.0},
    "روز": {"unit": "hour", "value": 12.0},
    "سال": {"unit": "month", "value": 6.0},
}
FURTHEST = 18  # characters behind a number in which its unit is looked for
LONGEST = 80  # characters; a longer text is a sentence about time


class _Measured(NamedTuple):
    number: Number
    unit: str


def looks_like_duration(text: str) -> bool:
    """A short phrase with a number and a unit of time."""
    return len(text) <= LONGEST and parse(text).unit is not None


def parse(text: str) -> Duration:
    """Never raises: what is not a number with a unit stays text only."""
    text = fold_line(text)
    duration = Duration(text=text, basis="visit" if _VISIT.search(text) else None)
    return duration.model_copy(update=_half(text) or _unit_and_numbers(text))


def _half(text: str) -> dict[str, Any]:
    """«نیم ساعت» is thirty minutes: no unit is kept in halves."""
    half = _HALF.search(text)
    return _HALVES[half[1]] if half else {}


def _unit_and_numbers(text: str) -> dict[str, Any]:
    measured = _measured(text)
    bounds = _between_words(text) or _by_place(text, measured) if measured else {}
    return {"unit": measured[0].unit, "working": _working(text), **bounds} if bounds else {}


def _working(text: str) -> bool | None:
    """Never False: a form that does not say «کاری» says nothing of working days."""
    return True if _WORKING.search(text) else None


def _measured(text: str) -> list[_Measured]:
    """The numbers that have a unit."""
    return [_Measured(number, unit) for number in numbers(text) if (unit := _unit_of(text, number))]


def _unit_of(text: str, number: Number) -> str | None:
    found = _unit_behind(text, number) or _UNIT_BEFORE.search(text[: number.start])
    return _UNITS[found[1]] if found else None


def _unit_behind(text: str, number: Number) -> re.Match[str] | None:
    """Just behind, or behind the second number of a range: «۲ تا ۳ روز»."""
    after = _UNIT.search(text, number.end, number.end + FURTHEST)
    if after and after.start() - number.end > 2:
        return after if _RANGE.match(text, number.end) else None
    return after


def _between_words(text: str) -> dict[str, float | None]:
    """«حداقل ۲ و حداکثر ۵ روز»."""
    words = _LEAST_AND_MOST.search(text)
    return {"min": _first_from(text, words.end(1)), "max": _first_from(text, words.end(2))} if words else {}


def _first_from(text: str, place: int) -> float | None:
    return next((number.value for number in numbers(text) if number.start >= place), None)


def _by_place(text: str, measured: Sequence[_Measured]) -> dict[str, float]:
    """What stands between two numbers, or before the first, makes it a bound. Empty when no one unit holds both."""
    number = measured[0].number
    if _is_range(text, measured):
        return _range(*measured[:2])
    return {_bound(text[: number.start]): number.value}


def _is_range(text: str, measured: Sequence[_Measured]) -> bool:
    return len(measured) > 1 and bool(_RANGE.fullmatch(text, measured[0].number.end, measured[1].number.start))


def _range(least: _Measured, most: _Measured) -> dict[str, float]:
    """Nothing of «2 ساعت تا 1 روز»."""
    return {"min": least.number.value, "max": most.number.value} if least.unit == most.unit else {}


def _bound(before: str) -> str:
    if _LEAST.search(before):
        return "min"
    return "max" if _MOST.search(before) else "value"
