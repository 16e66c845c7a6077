"""Jalali days against days that everybody knows, at the edges of months, years and centuries."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.core import jalali

KNOWN = [
    ("1300/01/01", date(1921, 3, 21)),
    ("1304/01/01", date(1925, 3, 21)),
    ("1357/11/22", date(1979, 2, 11)),
    ("1368/08/29", date(1989, 11, 20)),
    ("1375/01/01", date(1996, 3, 20)),
    ("1378/10/10", date(1999, 12, 31)),
    ("1378/10/11", date(2000, 1, 1)),
    ("1386/07/08", date(2007, 9, 30)),
    ("1393/06/10", date(2014, 9, 1)),
    ("1395/12/30", date(2017, 3, 20)),
    ("1396/01/01", date(2017, 3, 21)),
    ("1399/12/30", date(2021, 3, 20)),
    ("1400/01/01", date(2021, 3, 21)),
    ("1402/12/29", date(2024, 3, 19)),
    ("1403/01/01", date(2024, 3, 20)),
    ("1403/06/31", date(2024, 9, 21)),
    ("1403/07/01", date(2024, 9, 22)),
    ("1403/12/30", date(2025, 3, 20)),
    ("1404/01/01", date(2025, 3, 21)),
    ("1404/06/31", date(2025, 9, 22)),
    ("1405/09/01", date(2026, 11, 22)),
    ("1408/12/30", date(2030, 3, 20)),
]
MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()  # noqa: SIM905
LEAP = {1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412}
NO_DAY = [
    "1403/07/31",
    "1402/12/30",
    "1404/12/30",
    "1403/00/10",
    "1403/01/00",
    "1403/01/32",
    "1403/13/01",
    "0/1/1",
    "1403",
    "1403/1",
    "1403/1/1/1",
    "1403 1 1",
    "یک/دو/سه",
    "1403-1-",
    "12345/1/1",
    "9999/99/99",
    "-1403/1/1",
    "1403/۱x/1",
]
TYPED = [
    "1403/1/5",
    "1403/01/05",
    "۱۴۰۳/۱/۵",
    "١٤٠٣/١/٥",
    "1403-1-5",
    "1403.1.5",
    " 1403 / 1 / 5 ",
    "\t1403/1/5\n",
    "1403/1-5",
]


@pytest.mark.parametrize(("typed", "day"), KNOWN)
def test_a_day_that_everybody_knows_is_that_day(typed, day):
    assert jalali.parse(typed) == day
    assert jalali.parse(jalali.short(day)) == day


@pytest.mark.parametrize("year", range(1370, 1413))
def test_esfand_has_thirty_days_in_a_leap_year_only(year):
    assert (jalali.parse(f"{year}/12/30") is not None) == (year in LEAP)
    assert jalali.parse(f"{year}/12/29") is not None


@pytest.mark.parametrize("month", range(1, 12))
def test_six_months_have_a_day_more_than_the_next_five(month):
    assert (jalali.parse(f"1403/{month}/31") is not None) == (month <= 6)
    assert jalali.parse(f"1403/{month}/30") is not None


@pytest.mark.parametrize("typed", NO_DAY)
def test_what_is_no_day_is_never_taken_for_another(typed):
    assert jalali.parse(typed) is None


@pytest.mark.parametrize("typed", TYPED)
def test_one_day_typed_in_many_ways(typed):
    assert jalali.parse(typed) == date(2024, 3, 24)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_name(month):
    assert jalali.long(jalali.parse(f"1403/{month}/9")) == f"۹ {MONTHS[month - 1]} ۱۴۰۳"


@pytest.mark.parametrize(("hour", "minute", "day"), [(0, 0, 21), (20, 29, 21), (20, 30, 22), (23, 59, 22)])
def test_the_day_turns_at_midnight_in_tehran(hour, minute, day):
    at = datetime(2026, 11, 21, hour, minute, tzinfo=UTC)

    assert jalali.day_in_tehran(at) == date(2026, 11, day)


def test_a_date_without_an_hour_is_that_date():
    assert jalali.day_in_tehran(date(2026, 11, 21)) == date(2026, 11, 21)


@given(st.dates(date(1921, 3, 21), date(2090, 1, 1)))
def test_the_next_day_is_later_in_every_writing(day):
    after = day + timedelta(days=1)

    assert jalali.short(day) < jalali.short(after)
    assert jalali.long(day) != jalali.long(after)


@given(st.text("0123456789۰۱۲۳۴۵۶۷۸۹/-. ", max_size=14))
def test_whatever_is_typed_is_a_day_or_none(typed):
    day = jalali.parse(typed)

    assert day is None or jalali.parse(jalali.short(day)) == day
