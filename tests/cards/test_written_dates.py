"""Jalali dates as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.cards.written_dates import find

DATES = [
    ("93/6/10", "1393-06-10"),
    ("۹۳/۶/۱۰", "1393-06-10"),
    ("11/4/92", "1392-04-11"),
    ("92/4/11", "1392-04-11"),
    ("1/10/81", "1381-10-01"),
    ("1399/2/11", "1399-02-11"),
    ("25/3/1387", "1387-03-25"),
    ("10-6-1393", "1393-06-10"),
    ("1395.11.20", "1395-11-20"),
    ("00/11/20", "1400-11-20"),
    ("مصوب ۱۳۴۵", "1345"),
    ("10/5/12", None),
    ("1399/13/1", "1399"),
    ("98/7/31", None),
    ("206/93/7740", None),
    ("بی‌تاریخ", None),
    ("1.2.3.4", None),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_a_date_is_told_in_either_order_and_not_at_all_where_both_could_be(text, date):
    found = find(text)

    assert (str(found) if found else None) == date


@given(st.integers(1320, 1419), st.integers(1, 12), st.integers(1, 30))
def test_a_whole_date_reads_the_same_from_both_ends(year, month, day):
    assert find(f"{year}/{month}/{day}") == find(f"{day}/{month}/{year}") == (year, month, day)


@given(st.text(max_size=60))
def test_any_text_gives_a_date_or_none(text):
    found = find(text)

    assert found is None or 1000 <= found.year < 1500
