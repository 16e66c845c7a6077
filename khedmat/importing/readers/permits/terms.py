"""Fee and duration of a permit or an inquiry, by dotted path."""

from typing import Any

from khedmat.core.persian import latin_digits
from khedmat.importing.readers.values import amounts, durations

_UNITS = {"hour", "day"}  # the form knows no other


def terms(fee: str | None, duration: str | None) -> dict[str, Any]:
    """The fee and the duration that are said; nothing of those that are not."""
    return _fee(fee) | _duration(duration)


def _fee(text: str | None) -> dict[str, Any]:
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
