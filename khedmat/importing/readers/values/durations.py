"""A duration as people write it → its numbers and unit; the phrase itself is always kept."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from khedmat.cards.form import Duration
from khedmat.core.persian import fold_line
from khedmat.core.remembering import remembered
from khedmat.importing.readers.values.numbers import numbers
from khedmat.importing.readers.values.time_spans import Measured, is_range, is_sum, measured

_LEAST = re.compile(r"حداقل|دست\s*کم|بیش از|کمینه")
_MOST = re.compile(r"حداکثر|حد\s*اکثر|حداکثرتا|کمتر از|بیشینه|ظرف مدت حداکثر|(?<!\w)تا\s*$")
_LEAST_AND_MOST = re.compile(rf"({_LEAST.pattern}).*?({_MOST.pattern})")
_WORKING = re.compile(r"روز\s*(?:های)?\s*کاری|ساعت\s*(?:های)?\s*(?:کاری|اداری)|کاری")
_VISIT = re.compile(r"(?:هر|در هر)\s*(?:بار\s*)?مراجعه|برای هر مراجعه")
_HALF = re.compile(r"(?<!و )نیم\s*(ساعت|روز|سال)")
_HALVES = {"ساعت": ("minute", 30.0), "روز": ("day", 0.5), "سال": ("month", 6.0)}
LONGEST = 80  # characters; a longer text is a sentence about time
_LINE = re.compile(r"[.…]{3,}")  # «....7.... روز»: written on a dotted line


def looks_like_duration(text: str) -> bool:
    """A short phrase with a number and a unit of time."""
    return len(text) <= LONGEST and parse(text).unit is not None


def parse(text: str) -> Duration:
    """Never raises: what is not a number with a unit stays text only."""
    text = fold_line(text)
    duration = Duration(text=text, basis="visit" if _VISIT.search(text) else None)
    return duration.model_copy(update=_said(_LINE.sub(" ", text)))


@remembered
def parts_of(text: str) -> Mapping[str, Any]:
    """What `parse` finds, by name: nearly all forms say one of a hundred durations."""
    return parse(text).model_dump(exclude_none=True)


def _said(text: str) -> dict[str, Any]:
    found, half = measured(text), _HALF.search(text)
    if half is None:
        return _measures(text, found) if found else {}
    return {} if found else _half(text, half)


def _measures(text: str, found: Sequence[Measured]) -> dict[str, Any]:
    bounds = _between_words(text, found) or _by_place(text, found)
    return {"unit": found[0].unit, "working": _working(text), **bounds} if bounds else {}


def _half(text: str, half: re.Match[str]) -> dict[str, Any]:
    """«نیم ساعت» is thirty minutes; half a day is no number of hours: an office works eight of them."""
    unit, value = _HALVES[half[1]]
    return {"unit": unit, _bound(text[: half.start()]): value}


def _working(text: str) -> bool | None:
    """Never False: a form that does not say «کاری» says nothing of working days."""
    return True if _WORKING.search(text) else None


def _between_words(text: str, found: Sequence[Measured]) -> dict[str, float | None]:
    """«حداقل ۲ و حداکثر ۵ روز», both in one unit."""
    words = _LEAST_AND_MOST.search(text) if len({unit for _, unit in found}) == 1 else None
    return {"min": _first_from(text, words.end(1)), "max": _first_from(text, words.end(2))} if words else {}


def _first_from(text: str, place: int) -> float | None:
    return next((number.value for number in numbers(text) if number.start >= place), None)


def _by_place(text: str, found: Sequence[Measured]) -> dict[str, float]:
    """What stands between two numbers, or before the first, makes it a bound. Empty when no one unit holds both."""
    number = found[0].number
    if is_range(text, found):
        return _range(*found[:2])
    return {} if is_sum(text, found) else {_bound(text[: number.start]): number.value}


def _range(least: Measured, most: Measured) -> dict[str, float]:
    """Nothing of «2 ساعت تا 1 روز»; «20-15 روز» was typed from right to left."""
    ends = sorted((least.number.value, most.number.value))
    return dict(zip(("min", "max"), ends, strict=True)) if least.unit == most.unit else {}


def _bound(before: str) -> str:
    if _LEAST.search(before):
        return "min"
    return "max" if _MOST.search(before) else "value"
