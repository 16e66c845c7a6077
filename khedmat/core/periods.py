"""Months, seasons and years of the Jalali calendar, by which things are counted; their days stay Gregorian."""

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple

from persiantools.jdatetime import JalaliDate

from khedmat.core.jalali import MONTHS
from khedmat.core.persian import fold_line, persian_digits

Kind = Literal["month", "season", "year"]
SEASONS = ("بهار", "تابستان", "پاییز", "زمستان")
MONTHS_IN: dict[Kind, int] = {"month": 1, "season": 3, "year": 12}
_CODE = re.compile(r"(1[34]\d\d)(?:[-/](?:(0?[1-9]|1[0-2])|[sS]([1-4])))?")
_NAMED = re.compile(rf"(?:({'|'.join((*MONTHS, *SEASONS))}|سال) )?(1[34]\d\d)")


class Period(NamedTuple):
    """`part`: which month or season of the year, from 1; 1 where the year is whole."""

    kind: Kind
    year: int
    part: int = 1

    @property
    def first_day(self) -> date:
        return JalaliDate(self.year, self._first_month, 1).to_gregorian()

    @property
    def last_day(self) -> date:
        years, month = divmod(self._first_month - 1 + MONTHS_IN[self.kind], 12)
        return JalaliDate(self.year + years, month + 1, 1).to_gregorian() - timedelta(days=1)

    @property
    def code(self) -> str:
        """As programs write it: 1404, 1404-S2, 1404-05."""
        return {"year": f"{self.year}", "season": f"{self.year}-S{self.part}"}.get(
            self.kind, f"{self.year}-{self.part:02}"
        )

    @property
    def title(self) -> str:
        """«سال ۱۴۰۴», «تابستان ۱۴۰۴», «مرداد ۱۴۰۴»."""
        names = {"year": ("سال",), "season": SEASONS, "month": MONTHS}[self.kind]
        return persian_digits(f"{names[self.part - 1]} {self.year}")

    @property
    def _first_month(self) -> int:
        return (self.part - 1) * MONTHS_IN[self.kind] + 1


def parse(text: str) -> Period | None:
    """Of a code or a title, with any digits; None where it is neither."""
    text = fold_line(text)
    if found := _CODE.fullmatch(text):
        year, month, season = (int(part or 0) for part in found.groups())
        return Period("month", year, month) if month else Period("season", year, season) if season else _whole(year)
    if found := _NAMED.fullmatch(text):
        return _of_name(found[1] or "", int(found[2]))
    return None


def since(kind: Kind, first_day: date) -> Period:
    """The period of a kind that begins on a day."""
    day = JalaliDate(first_day)
    return Period(kind, day.year, (day.month - 1) // MONTHS_IN[kind] + 1)


def _whole(year: int) -> Period:
    return Period("year", year)


def _of_name(name: str, year: int) -> Period:
    if name in MONTHS:
        return Period("month", year, MONTHS.index(name) + 1)
    return Period("season", year, SEASONS.index(name) + 1) if name in SEASONS else _whole(year)
