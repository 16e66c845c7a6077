"""Working days against the holidays that the Public Culture Council published for 1403 and 1404.

Sources: «تعطیلات رسمی سال ۱۴۰۳، مصوب شورای فرهنگ عمومی» (calendar.nagsh.ir, تعطیلات-رسمی-سال-1403) and
«تعطیلات رسمی سال ۱۴۰۴» (gardshgar.com/holiday-1404), both after the calendar of the Institute of Geophysics of the
University of Tehran; 30 Esfand 1403 by titr.online/fa/news/9142495.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from khedmat.core import calendar
from khedmat.core.calendar import Holiday, Office

PUBLISHED = {
    1403: (
        "01-01", "01-02", "01-03", "01-04", "01-12", "01-13", "01-22", "01-23", "02-15",
        "03-14", "03-15", "03-28", "04-05", "04-25", "04-26", "06-04", "06-12", "06-14",
        "06-22", "06-31", "09-15", "10-25", "11-09", "11-22", "11-26", "12-29", "12-30",
    ),
    1404: (
        "01-01", "01-02", "01-03", "01-04", "01-11", "01-12", "01-13", "02-04", "03-14",
        "03-15", "03-16", "03-24", "04-14", "04-15", "05-23", "05-31", "06-02", "06-10",
        "06-19", "09-03", "10-13", "10-27", "11-15", "11-22", "12-20", "12-29",
    ),
}  # fmt: skip
NAMED = [
    ("1403-01-13", "روز طبیعت؛ شهادت امام علی"),
    ("1403-01-22", "عید سعید فطر"),
    ("1403-03-28", "عید سعید قربان"),
    ("1403-04-26", "عاشورای حسینی"),
    ("1403-12-30", "آخرین روز سال"),
    ("1404-01-12", "روز جمهوری اسلامی ایران؛ تعطیل به مناسبت عید سعید فطر"),
    ("1404-05-23", "اربعین حسینی"),
    ("1404-09-03", "شهادت حضرت فاطمه"),
    ("1404-11-15", "ولادت حضرت قائم"),
]
DAYS = st.dates(date(2010, 1, 1), date(2045, 12, 31))
OFFICES = st.builds(
    Office,
    works_on_thursday=st.booleans(),
    corrections=st.dictionaries(DAYS, st.none() | DAYS.map(lambda day: Holiday(day, "تعطیل عمومی")), max_size=5),
)


def day_of(text):
    return JalaliDate(*map(int, text.split("-"))).to_gregorian()


@pytest.mark.parametrize("text", [f"{year}-{day}" for year, days in PUBLISHED.items() for day in days])
def test_a_published_holiday_is_no_working_day(text):
    day = day_of(text)

    assert calendar.holiday_on(day).sure
    assert not calendar.is_working_day(day, Office(works_on_thursday=True))


@pytest.mark.parametrize("year", PUBLISHED)
def test_a_published_year_has_these_holidays_and_no_other(year):
    found = [f"{JalaliDate(holiday.day):%m-%d}" for holiday in calendar.holidays_of(year)]

    assert tuple(found) == PUBLISHED[year]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_holiday_says_its_name(text, name):
    assert calendar.holiday_on(day_of(text)).name == name


def test_friday_always_rests_and_thursday_where_the_office_does():
    thursday, friday = day_of("1404-02-18"), day_of("1404-02-19")

    assert not calendar.is_working_day(thursday)
    assert calendar.is_working_day(thursday, Office(works_on_thursday=True))
    assert not calendar.is_working_day(friday, Office(works_on_thursday=True))


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("1403-12-27", 1, "1403-12-28"),
        ("1403-12-28", 1, "1404-01-05"),  # 29 and 30 Esfand, then four days of Nowruz
        ("1404-03-13", 1, "1404-03-17"),  # 14 and 15 Khordad, then a feast on a Friday
        ("1404-02-17", 1, "1404-02-20"),  # a Wednesday: Thursday and Friday rest
        ("1404-02-20", 0, "1404-02-20"),
        ("1404-01-01", 30, "1404-02-20"),
    ],
)
def test_a_term_ends_on_the_working_day_that_a_clerk_counts(start, count, end):
    assert calendar.add_working_days(day_of(start), count) == day_of(end)


def test_days_are_added_and_never_taken_away():
    with pytest.raises(ValueError, match="never taken away"):
        calendar.add_working_days(date(2025, 1, 1), -1)


@given(DAYS, st.integers(0, 400), OFFICES)
def test_between_undoes_adding(day, count, office):
    end = calendar.add_working_days(day, count, office)

    assert calendar.working_days_between(day, end, office) == count
    assert calendar.working_days_between(end, day, office) == -count


@given(DAYS, st.integers(0, 300), st.integers(0, 300))
def test_a_stretch_of_days_is_the_sum_of_its_two_parts(day, first, second):
    middle = day + timedelta(days=first)
    end = middle + timedelta(days=second)

    whole = calendar.working_days_between(day, end)

    assert whole == calendar.working_days_between(day, middle) + calendar.working_days_between(middle, end)


@given(DAYS, st.integers(1, 60), OFFICES)
def test_a_term_always_ends_on_a_working_day(day, count, office):
    assert calendar.is_working_day(calendar.add_working_days(day, count, office), office)


def test_the_clock_runs_only_while_the_ball_is_with_us():
    with_us = [(day_of("1404-02-06"), day_of("1404-02-10")), (day_of("1404-02-20"), day_of("1404-02-22"))]

    assert calendar.elapsed(with_us) == 4 + 2


@given(st.lists(st.tuples(DAYS, st.integers(0, 40)), max_size=6), OFFICES)
def test_a_day_that_two_intervals_share_counts_once(starts, office):
    intervals = [(start, start + timedelta(days=length)) for start, length in starts]

    touched = {start + timedelta(days=number) for start, length in starts for number in range(1, length + 1)}

    assert calendar.elapsed(intervals, office) == sum(calendar.is_working_day(day, office) for day in touched)


def test_an_interval_that_ends_before_it_begins_counts_nothing():
    assert calendar.elapsed([(date(2025, 5, 5), date(2025, 4, 5))]) == 0


def test_an_office_enters_what_the_gazette_changed():
    closed, opened = day_of("1404-05-15"), day_of("1404-11-22")
    office = Office(corrections={closed: Holiday(closed, "تعطیلی به سبب گرما"), opened: None})

    assert not calendar.is_working_day(closed, office)
    assert calendar.is_working_day(opened, office)
    assert Holiday(closed, "تعطیلی به سبب گرما") in calendar.holidays_of(1404, office)
    assert opened not in [holiday.day for holiday in calendar.holidays_of(1404, office)]


@pytest.mark.parametrize("year", [1380, 1399, 1401, 1406, 1420])
def test_beyond_the_published_years_the_moon_is_not_sure_and_the_sun_is(year):
    sure = {f"{JalaliDate(each.day):%m-%d}" for each in calendar.holidays_of(year) if each.sure}
    moving = [each for each in calendar.holidays_of(year) if not each.sure]

    assert {"01-01", "01-04", "01-13", "03-15", "11-22", "12-29"} <= sure
    assert ("12-30" in sure) == JalaliDate.is_leap(year)
    assert len(moving) >= 12


@pytest.mark.parametrize("year", PUBLISHED)
def test_a_computed_lunar_day_is_within_two_days_of_the_published_one(year):
    for text, key in calendar._table()["published"]["days"].items():
        if text.startswith(str(year)):
            lunar = [calendar._tabular(candidate, key) for candidate in (1445, 1446, 1447)]

            assert min(abs((day - day_of(text)).days) for day in lunar) <= 2


def test_the_year_under_way_is_published_up_to_its_tenth_month_and_computed_after_it():
    moving = [holiday for holiday in calendar.holidays_of(1405) if not holiday.sure]

    assert [holiday.name for holiday in moving] == [
        "مبعث پیامبر",
        "ولادت حضرت قائم",
        "شهادت امام علی",
        "عید سعید فطر",
        "تعطیل به مناسبت عید سعید فطر",
    ]
