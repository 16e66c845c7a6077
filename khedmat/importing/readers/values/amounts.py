"""Amounts of money → whole rials."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import filterfalse, pairwise
from operator import itemgetter
from typing import NamedTuple

from khedmat.core.persian import ZWNJ, fold_line
from khedmat.importing.readers.values.numbers import Number, numbers

_RIAL, _TOMAN = re.compile(r"[\s.)]*ریال"), re.compile(r"[\s.)]*تومان")
_RIAL_BEFORE = re.compile(r"ریال\s*:?\s*$")
_FREE = re.compile(
    r"رایگان|هزینه(?:\s*ای)?\s*(?:ندارد|دریافت نمی)|(?:وجهی|مبلغی|هزینه\s*ای)\s[^.؛\n]{0,30}(?:دریافت|اخذ|گرفته)\s*نمی"
    r"|بدون\s*(?:دریافت\s*)?هزینه|بلا\s*عوض|^\s*ندارد\s*[.]?\s*$"
)
_NOT_FREE = re.compile(r"غیر\s*رایگان|رایگان\s*(?:نیست|نمی)")
_EVERYBODY = r"(?:عموم|همه|کلیه|تمام|متقاضی|مراجع|خدمت|گیرند|مشترک|شهروند|مردم|مخاطب|مشتری|ارباب)"
_CONDITIONED = re.compile(  # free for some, in some cases, or but for something
    r"رایگان[^.؛\n]{0,20}(?:به\s*جز|بجز|به\s*استثنا|غیر از|در صورت|چنانچه|مشروط|به شرط)"
    rf"|رایگان\s*برای\s+(?!{_EVERYBODY})|برای\s+(?!{_EVERYBODY})[^.؛\n،]{{2,40}}\s+رایگان"
    r"|در صورت [^.؛\n]{2,60} رایگان"
)
_ONLY_NUMBER = re.compile(r"^[\s\d.,٬،/]+$|^\s*صفر\s*$")
_SPACED = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?=\s*(?:هزار|میلیون|میلیارد)?\s*(?:ریال|تومان))")
_AGAIN = re.compile(r"\s*\(\s*(?:معادل\s+|برابر با\s+)?")
FURTHEST_UNIT = 20  # characters before a number in which its unit is looked for
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
    text = fold_line(text).replace(ZWNJ, " ")
    return bool(_FREE.search(text)) and not (_NOT_FREE.search(text) or is_conditioned(text))


def is_conditioned(text: str) -> bool:
    """Free for some people, in some cases, or but for a part: «رایگان برای ایثارگران» does not free everybody."""
    return bool(_CONDITIONED.search(fold_line(text).replace(ZWNJ, " ")))


def amounts(text: str) -> list[Amount]:
    """Numbers with a unit of money, and a number that stands alone in the box of amounts."""
    text = _SPACED.sub(_joined, text)
    whole = filterfalse(partial(_is_torn, text), filter(_is_amount, numbers(text)))
    with_unit = filter(None, map(partial(_amount, text), whole))
    return _without_restated(text, list(with_unit)) or list(_bare(text))


def _without_restated(text: str, found: list[Amount]) -> list[Amount]:
    """«150,000 تومان (یک میلیون و پانصد هزار ریال)» is one amount, said twice."""
    behind = filterfalse(partial(_restates, text), pairwise(found))
    return [*found[:1], *map(itemgetter(1), behind)]


def _restates(text: str, pair: tuple[Amount, Amount]) -> bool:
    one, other = pair
    return one.rials == other.rials and _AGAIN.fullmatch(text, one.end, other.start) is not None


def _joined(spaced: re.Match[str]) -> str:
    """«500 000 ریال» with a thousands mark in place of the space, so that places in the text stay."""
    return spaced.group().replace(" ", "٬")


def _bare(text: str) -> Iterator[Amount]:
    """A box that holds nothing but a number means rials; a number as long as an account is none."""
    if _ONLY_NUMBER.match(text):
        for number in filter(_is_bare_amount, numbers(text)[:1]):
            yield Amount(int(number.value), number.start, number.end, False)


def _amount(text: str, number: Number) -> Amount | None:
    return _unit_behind(text, number) or _unit_before(text, number)


def _unit_behind(text: str, number: Number) -> Amount | None:
    whole = int(number.value)
    if toman := _TOMAN.match(text, number.end):
        return Amount(whole * 10, number.start, toman.end(), True)
    rial = _RIAL.match(text, number.end)
    return Amount(whole, number.start, rial.end(), False) if rial else None


def _unit_before(text: str, number: Number) -> Amount | None:
    before = _RIAL_BEFORE.search(text, max(0, number.start - FURTHEST_UNIT), number.start)
    return Amount(int(number.value), before.start(), number.end, False) if before else None


def _is_amount(number: Number) -> bool:
    return number.whole is not None and len(str(number.whole)) <= LONGEST


def _is_torn(text: str, number: Number) -> bool:
    """«2000 0 ریال»: a narrow cell tore the last zero off, and nothing is free there."""
    return number.whole == 0 and text[: number.start].rstrip()[-1:].isdigit()


def _is_bare_amount(number: Number) -> bool:
    return _is_amount(number) and len(str(number.whole)) <= LONGEST_BARE
