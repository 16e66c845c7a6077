"""A duration as people write it → its numbers and unit; the phrase itself is always kept."""

import re

from khedmat.cards.form import Duration
from khedmat.core.persian import fold_line
from khedmat.importing.readers.values.numbers import Number, numbers

_UNITS = {"دقیقه": "minute", "ساعت": "hour", "روز": "day", "هفته": "week", "ماه": "month", "سال": "year"}
_UNIT = re.compile(r"(?:نیم\s*)?(دقیقه|ساعت|روز|هفته|ماه|سال)(?!\w*گی)")
_RANGE = re.compile(r"\s*(?:دقیقه|ساعت|روز|هفته|ماه|سال)?\s*(?:تا|الی|-|–|لغایت)\s*")
_LEAST, _MOST = (
    re.compile(r"حداقل|دست\s*کم|بیش از|کمینه"),
    re.compile(r"حداکثر|حد\s*اکثر|حداکثرتا|کمتر از|بیشینه|ظرف مدت حداکثر"),
)
_WORKING = re.compile(r"روز\s*(?:های)?\s*کاری|ساعت\s*(?:های)?\s*(?:کاری|اداری)|کاری")
_VISIT = re.compile(r"(?:هر|در هر)\s*(?:بار\s*)?مراجعه|برای هر مراجعه")
_HALF = re.compile(r"نیم\s*(ساعت|روز|سال)")
_HALF_UNIT = {"ساعت": ("minute", 30), "روز": ("hour", 12), "سال": ("month", 6)}
_FURTHEST = 12  # characters between a number and its unit


def looks_like_duration(text: str) -> bool:
    """A short phrase with a number and a unit of time."""
    return len(text) <= 80 and parse(text).unit is not None


def parse(text: str) -> Duration:
    """Never raises: what is not a number with a unit stays text only."""
    text = fold_line(text)
    duration = Duration(text=text, basis="visit" if _VISIT.search(text) else None)
    if half := _HALF.search(text):
        unit, value = _HALF_UNIT[half[1]]
        return duration.model_copy(update={"unit": unit, "value": float(value)})
    measured = [(number, unit) for number in numbers(text) if (unit := _unit_of(text, number))]
    if not measured:
        return duration
    number, unit = measured[0]
    if (least := _LEAST.search(text)) and (most := _MOST.search(text, least.end())):
        bounds = {"min": _first_from(text, least.end()), "max": _first_from(text, most.end())}
        return duration.model_copy(update={"unit": unit, "working": True if _WORKING.search(text) else None, **bounds})
    if len(measured) > 1 and measured[1][1] != unit and _RANGE.fullmatch(text, number.end, measured[1][0].start):
        return duration  # «2 ساعت تا 1 روز»: no one unit holds it
    working = True if _WORKING.search(text) else None
    return duration.model_copy(update={"unit": unit, "working": working, **_bounds(text, number, unit, measured)})


def _first_from(text: str, place: int) -> float | None:
    return next((number.value for number in numbers(text) if number.start >= place), None)


def _unit_of(text: str, number: Number) -> str | None:
    after = _UNIT.search(text, number.end, number.end + _FURTHEST + 6)
    if after and (after.start() - number.end <= 2 or _RANGE.match(text, number.end)):
        return _UNITS[after[1]]
    before = re.search(r"(دقیقه|ساعت|روز|هفته|ماه|سال)\s*$", text[: number.start])
    return _UNITS[before[1]] if before else None


def _bounds(text: str, number: Number, unit: str, measured: list[tuple[Number, str]]) -> dict[str, float]:
    if len(measured) > 1 and _RANGE.fullmatch(text, number.end, measured[1][0].start):
        return {"min": number.value, "max": measured[1][0].value}
    before = text[: number.start]
    if _LEAST.search(before):
        return {"min": number.value}
    if _MOST.search(before):
        return {"max": number.value}
    return {"value": number.value}
