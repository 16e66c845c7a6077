"""Jalali months, seasons and years: where they begin and end, and how people and programs write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.core.periods import MONTHS_IN, Period, parse, since

PERIODS = st.sampled_from(list(MONTHS_IN)).flatmap(
    lambda kind: st.builds(
        Period, st.just(kind), st.integers(1300, 1499), st.integers(1, 12 // MONTHS_IN[kind])
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("code", "first", "last", "title"),
    [
        ("1403", date(2024, 3, 20), date(2025, 3, 20), "سال ۱۴۰۳"),  # a leap year
        ("1404", date(2025, 3, 21), date(2026, 3, 20), "سال ۱۴۰۴"),
        ("1404-S2", date(2025, 6, 22), date(2025, 9, 22), "تابستان ۱۴۰۴"),
        ("1403-12", date(2025, 2, 19), date(2025, 3, 20), "اسفند ۱۴۰۳"),
        ("1404-07", date(2025, 9, 23), date(2025, 10, 22), "مهر ۱۴۰۴"),
    ],
)
def test_a_period_has_its_days_and_its_name(code, first, last, title):
    period = parse(code)

    assert (period.first_day, period.last_day) == (first, last)
    assert (period.code, period.title) == (code, title)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("۱۴۰۴", "1404"),
        ("١٤٠٤/٥", "1404-05"),
        ("1404-s3", "1404-S3"),
        ("مرداد ۱۴۰۴", "1404-05"),
        (" تابستان  1404 ", "1404-S2"),
        ("سال ۱۴۰۴", "1404"),
    ],
)
def test_it_is_read_as_people_type_it(text, code):
    assert parse(text).code == code


@pytest.mark.parametrize("text", ["", "2025", "1404-13", "1404-0", "1404-S5", "1404-05-01", "مرداد", "ژانویه 1404"])
def test_what_is_no_period_is_none(text):
    assert parse(text) is None


@given(PERIODS)
def test_code_title_and_days_lead_back_to_it(period):
    assert parse(period.code) == parse(period.title) == since(period.kind, period.first_day) == period


@given(st.integers(1300, 1498), st.sampled_from(["month", "season"]))
def test_its_parts_fill_a_year_without_a_gap(year, kind):
    parts = [Period(kind, year, part) for part in range(1, 12 // MONTHS_IN[kind] + 1)]
    whole = Period("year", year)

    assert (parts[0].first_day, parts[-1].last_day) == (whole.first_day, whole.last_day)
    assert all(
        after.first_day - before.last_day == timedelta(days=1) for before, after in zip(parts, parts[1:], strict=False)
    )
