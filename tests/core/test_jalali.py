"""Jalali dates. Leap years as in the official calendar: 1399, 1403 and 1408 have a 30th of Esfand, 1404 has none."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.core import jalali


def test_a_day_is_read_in_words_and_in_figures():
    day = date(2014, 9, 1)  # the day resolution 206/93/7740 was dated

    assert jalali.long(day) == "۱۰ شهریور ۱۳۹۳"
    assert jalali.short(day) == "۱۳۹۳/۰۶/۱۰"


def test_late_in_the_evening_of_utc_tehran_is_already_on_the_next_day():
    at = datetime(2026, 3, 20, 20, 31, tzinfo=UTC)

    assert jalali.day_in_tehran(at) == date(2026, 3, 21)
    assert jalali.with_time(at) == "۱ فروردین ۱۴۰۵، ۰۰:۰۱"


@pytest.mark.parametrize("typed", ["1403/12/30", "۱۴۰۳/۱۲/۳۰", "١٤٠٣-١٢-٣٠", " 1403 . 12 . 30 "])
def test_a_date_may_be_typed_with_any_digits_and_signs(typed):
    assert jalali.parse(typed) == date(2025, 3, 20)


@pytest.mark.parametrize("typed", ["", "1404/12/30", "1403/13/1", "1403/0/1", "30/12/1403", "دیروز", "1403/12"])
def test_a_day_that_does_not_exist_is_none_and_never_another_day(typed):
    assert jalali.parse(typed) is None


def test_a_year_of_two_digits_is_of_the_last_century():
    assert jalali.parse("93/6/10") == date(2014, 9, 1)


@given(st.dates(date(1921, 3, 21), date(2122, 1, 1)))
def test_what_is_shown_can_be_typed_again(day):
    assert jalali.parse(jalali.short(day)) == day
