"""Jalali dates as people write them in a text: year first or day first, years of four digits or of two."""

import re
from typing import NamedTuple

from khedmat.core.persian import latin_digits

_DATE = re.compile(r"(?<![\d/.-])(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?![\d/.-])")
_YEAR = re.compile(r"(?<!\d)1[234]\d\d(?!\d)")
NEWEST = 19  # «02» is 1402 and «98» is 1398: a two-digit year up to this one is of the fifteenth century


class Written(NamedTuple):
    """A date, or the year alone where month and day are 0."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}-{self.day:02}" if self.month else str(self.year)


def find(text: str) -> Written | None:
    """The first date of a text that can be told; «11/4/92» and «92/4/11» are one day, «10/5/12» none."""
    plain = latin_digits(text)
    dates = (_told(*map(int, found.groups())) for found in _DATE.finditer(plain))
    return next(filter(None, dates), None) or _year(plain)


def _year(plain: str) -> Written | None:
    found = _YEAR.search(plain)
    return Written(int(found.group())) if found else None


def _told(first: int, month: int, last: int) -> Written | None:
    """The end that cannot be a day is the year; None where both could be, or neither."""
    readings = [(first, last), (last, first)]
    told = [Written(_full(year), month, day) for year, day in readings if _is_year(year) and _is_day(month, day)]
    certain = [one for one, (year, _day) in zip(told, readings, strict=False) if not _is_day(month, year)]
    if len(told) == 1:
        return told[0]
    return certain[0] if len(certain) == 1 else None


def _is_year(number: int) -> bool:
    return number < 100 or 1200 <= number < 1500


def _full(year: int) -> int:
    if year >= 100:
        return year
    return year + (1400 if year <= NEWEST else 1300)


def _is_day(month: int, day: int) -> bool:
    """Six months of 31 days, six of 30 at most."""
    return 1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)
