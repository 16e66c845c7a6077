"""Working days of the offices of Iran: Fridays, Thursdays where they rest, and the holidays of the official calendar.

Days of the solar year are exact. Days of the lunar year move with the moon: for the years that were published by the
Public Culture Council (Calendar Centre, Institute of Geophysics, University of Tehran) they are read from
`holidays.json`; beyond them the tabular calendar of thirty years is computed, which may err by a day or two, and the
holiday says so (`sure=False`). Whatever a gazette or the Cabinet changes, an installation enters as the `corrections`
of its office.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from persiantools.jdatetime import JalaliDate

_DAY = timedelta(days=1)
_THURSDAY, _FRIDAY = 3, 4
_LUNAR_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram of the year 1, civil reckoning
_LUNAR_CYCLE_YEARS, _LUNAR_CYCLE_DAYS = 30, 10_631
_SAFAR = 2
_HEGIRA = 621  # a Jalali year begins in the spring of the Gregorian one that is so much greater


class Holiday(NamedTuple):
    """A day of rest by the official calendar; not sure when the moon may still move it."""

    day: date
    name: str
    sure: bool = True


class Office(NamedTuple):
    """What one office does differently: works on Thursdays; a day became a holiday, or (None) stopped being one."""

    works_on_thursday: bool = False
    corrections: Mapping[date, Holiday | None] = MappingProxyType({})


USUAL = Office()


def holiday_on(day: date, office: Office = USUAL) -> Holiday | None:
    """The holiday of a day, if it is one; Fridays are no holidays, they are the week."""
    if day in office.corrections:
        return office.corrections[day]
    return _holidays_around(day.year).get(day)


def holidays_of(year: int, office: Office = USUAL) -> tuple[Holiday, ...]:
    """The holidays of a Jalali year in their order, for a page and for whoever checks the table against the gazette."""
    days = sorted(_holidays(year).keys() | {day for day in office.corrections if JalaliDate(day).year == year})
    return tuple(holiday for day in days if (holiday := holiday_on(day, office)))


def is_working_day(day: date, office: Office = USUAL) -> bool:
    resting = day.weekday() == _FRIDAY or (day.weekday() == _THURSDAY and not office.works_on_thursday)
    return not resting and holiday_on(day, office) is None


def add_working_days(day: date, count: int, office: Office = USUAL) -> date:
    """The day on which so many working days have passed; the first one is the next, as terms are counted."""
    if count < 0:
        raise ValueError("working days are added, never taken away")
    while count:
        day += _DAY
        count -= is_working_day(day, office)
    return day


def working_days_between(after: date, until: date, office: Office = USUAL) -> int:
    """Working days after the one day, up to and with the other; negative when it lies before."""
    if until < after:
        return -working_days_between(until, after, office)
    usual = office._replace(corrections=USUAL.corrections)
    corrected = (day for day in office.corrections if after < day <= until)
    change = sum(is_working_day(day, office) - is_working_day(day, usual) for day in corrected)
    years = sum(_passed(year, office.works_on_thursday)[-1] for year in range(after.year, until.year))
    of_last, of_first = (_passed(day.year, office.works_on_thursday)[_place(day)] for day in (until, after))
    return years + of_last - of_first + change


def elapsed(intervals: Iterable[tuple[date, date]], office: Office = USUAL) -> int:
    """Working days in which the ball was with us: intervals in any order, a day that two of them share counts once."""
    passed, reached = 0, date.min
    for after, until in sorted(intervals):
        start = max(after, reached)
        if until > start:
            passed += working_days_between(start, until, office)
            reached = until
    return passed


def _place(day: date) -> int:
    """Of a day in its year, from 1."""
    return day.timetuple().tm_yday


@cache
def _passed(year: int, works_on_thursday: bool) -> tuple[int, ...]:
    """How many working days of a Gregorian year have passed before it and with each of its days."""
    office, first = Office(works_on_thursday), date(year, 1, 1)
    days = (first + timedelta(days=number) for number in range(_place(date(year, 12, 31))))
    return tuple(accumulate((is_working_day(day, office) for day in days), initial=0))


@cache
def _table() -> Mapping[str, Any]:
    return json.loads(Path(__file__).with_name("holidays.json").read_text(encoding="utf-8"))


@cache
def _holidays_around(year: int) -> Mapping[date, Holiday]:
    """Those of a Gregorian year, and of the days about it."""
    return {**_holidays(year - _HEGIRA - 1), **_holidays(year - _HEGIRA)}


@cache
def _holidays(year: int) -> Mapping[date, Holiday]:
    """A Jalali year's holidays by day; what falls on one day is one holiday with both names."""
    found: dict[date, Holiday] = {}
    for holiday in [*_solar(year), *_published(year), *_computed(year)]:
        already = found.get(holiday.day)
        found[holiday.day] = holiday._replace(name=f"{already.name}؛ {holiday.name}", sure=True) if already else holiday
    return found


def _solar(year: int) -> Iterator[Holiday]:
    for key, name in _table()["solar"].items():
        if (key != "12-30") or JalaliDate.is_leap(year):
            yield Holiday(_jalali(f"{year}-{key}"), name)


def _published(year: int) -> Iterator[Holiday]:
    for day, key in _table()["published"]["days"].items():
        if day.startswith(str(year)):
            yield Holiday(_jalali(day), _table()["lunar"][key])


def _computed(year: int) -> Iterator[Holiday]:
    """The lunar days of a Jalali year that no published calendar covers."""
    first, last = _jalali(f"{year}-01-01"), _jalali(f"{year + 1}-01-01") - _DAY
    known = _table()["published"]
    lunar_year = (first.toordinal() - _LUNAR_EPOCH) * _LUNAR_CYCLE_YEARS // _LUNAR_CYCLE_DAYS
    for candidate in range(lunar_year, lunar_year + 4):
        for key, name in _table()["lunar"].items():
            day = _tabular(candidate, key)
            if first <= day <= last and not _jalali(known["from"]) <= day <= _jalali(known["until"]):
                yield Holiday(day, name, sure=False)


def _tabular(year: int, key: str) -> date:
    """The day of a lunar date by the tabular calendar: months of 30 and 29 days, eleven long years in thirty."""
    month, day = (int(part) for part in key.split("-"))
    day = min(day, 29) if month == _SAFAR else day  # the last day of Safar, whichever it is
    past = (year - 1) * 354 + (3 + 11 * year) // _LUNAR_CYCLE_YEARS + (59 * (month - 1) + 1) // 2
    return date.fromordinal(_LUNAR_EPOCH + past + day - 1)


def _jalali(text: str) -> date:
    year, month, day = (int(part) for part in text.split("-"))
    return JalaliDate(year, month, day).to_gregorian()
