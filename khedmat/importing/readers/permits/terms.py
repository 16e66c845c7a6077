"""Fee and duration of a permit or an inquiry, by dotted path."""

from collections.abc import Iterable
from typing import Any

from khedmat.core.persian import fold_line, latin_digits
from khedmat.importing.readers import options
from khedmat.importing.readers.values import amounts, durations
from khedmat.importing.readers.wording import is_zero, said_line

_WRITTEN = {  # «غیر الکترونیکی» denies the other mode; «الکترونیکی» denies nothing
    ("electronic",): {"electronic": True},
    ("non_electronic",): {"electronic": False, "non_electronic": True},
    ("electronic", "non_electronic"): {"electronic": True, "non_electronic": True},
}
_UNITS = {"hour", "day"}  # the form knows no other


def terms(fee: str, duration: str) -> dict[str, Any]:
    """The fee and the duration that two texts say; nothing of those that say none."""
    return _fee(fee) | _duration(said_line(duration))


def _fee(raw: str) -> dict[str, Any]:
    """A zero that is written is nothing to pay; any other filler says nothing."""
    if is_zero(raw):
        return {"fee.text": fold_line(raw), "fee.amount_rial": 0}
    text = said_line(raw)
    return {} if text is None else {"fee.text": text, "fee.amount_rial": _amount(text)}


def _amount(text: str) -> int | None:
    """One amount, or nothing to pay; of several amounts none is the fee."""
    found = amounts.amounts(latin_digits(text))
    if len(found) == 1:
        return found[0].rials
    return 0 if amounts.is_free(text) else None


def _duration(text: str | None) -> dict[str, Any]:
    if text is None:
        return {}
    found = durations.parse(text)
    if found.unit not in _UNITS:
        return {"duration.text": text}
    value = found.max if found.value is None else found.value
    return {"duration.text": text, "duration.value": value, "duration.unit": found.unit}


def modes(texts: Iterable[str]) -> dict[str, bool]:
    """The boxes as they are ticked; else what somebody wrote."""
    reading = options.read(texts, ["mode"])
    boxes = {mode: tick for mode, tick in reading.of("mode").items() if tick is not None}
    return boxes or _WRITTEN.get(tuple(reading.decide("mode")[0]), {})
