"""Amounts of money → whole rials."""

import re
from typing import NamedTuple

from khedmat.importing.readers.values.numbers import Number, numbers

_RIAL, _TOMAN = re.compile(r"[\s.)]*ریال"), re.compile(r"[\s.)]*تومان")
_RIAL_BEFORE = re.compile(r"ریال\s*:?\s*$")
_FREE = re.compile(
    r"رایگان|هزینه(?:\s*ای)?\s*(?:ندارد|دریافت نمی)|(?:وجهی|مبلغی|هزینه\s*ای)\s*(?:دریافت|اخذ|گرفته)\s*نمی|بدون\s*(?:دریافت\s*)?هزینه|بلا\s*عوض|^\s*ندارد\s*[.]?\s*$"
)
_NOT_FREE = re.compile(r"غیر\s*رایگان|رایگان\s*(?:نیست|نمی)")
_ONLY_NUMBER = re.compile(r"^[\s\d.,٬،/]+$|^\s*صفر\s*$")
LONGEST = 15  # digits; more is an account
LONGEST_BARE = 11  # without its unit


class Amount(NamedTuple):
    """`toman` when the form said toman: its number was multiplied by ten."""

    rials: int
    start: int
    end: int
    toman: bool


def is_free(text: str) -> bool:
    """The form says that nothing is paid."""
    return bool(_FREE.search(text)) and not _NOT_FREE.search(text)


def amounts(text: str) -> list[Amount]:
    """Numbers with a unit of money, and a number that stands alone in the box of amounts."""
    found = [amount for number in numbers(text) if (amount := _amount(text, number))]
    if found or not _ONLY_NUMBER.match(text):
        return found
    bare = [
        number for number in numbers(text)[:1] if _is_amount(number) and len(str(int(number.value))) <= LONGEST_BARE
    ]
    return [Amount(int(number.value), number.start, number.end, False) for number in bare]


def _amount(text: str, number: Number) -> Amount | None:
    if not _is_amount(number):
        return None
    whole = int(number.value)
    if toman := _TOMAN.match(text, number.end):
        return Amount(whole * 10, number.start, toman.end(), True)
    if rial := _RIAL.match(text, number.end):
        return Amount(whole, number.start, rial.end(), False)
    before = _RIAL_BEFORE.search(text[: number.start])
    return Amount(whole, before.start(), number.end, False) if before else None


def _is_amount(number: Number) -> bool:
    return number.whole is not None and len(str(number.whole)) <= LONGEST
