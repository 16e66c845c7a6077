"""Durations as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.values.durations import looks_like_duration, parse
from tests.importing.readers.reading_forms import cases


def said(text: str) -> dict[str, object]:
    return parse(text).model_dump(exclude_none=True, exclude={"text"})


@cases(
    ("text", "value", "unit"),
    {
        "minutes": ("30 دقیقه", 30, "minute"),
        "hours": ("۳ ساعت", 3, "hour"),
        "days": ("20 روز", 20, "day"),
        "weeks": ("یک هفته", 1, "week"),
        "months": ("دو ماه", 2, "month"),
        "years": ("۱ سال", 1, "year"),
        "glued": ("20روز", 20, "day"),
        "unit before the number": ("روز20", 20, "day"),
        "unit before the number with a space": ("ماه 2", 2, "month"),
        "a fraction": ("۱/۵ ساعت", 1.5, "hour"),
        "for three months": ("سه ماهه", 3, "month"),
        "of 72 hours": ("۷۲ ساعته", 72, "hour"),
        "of one day": ("یک روزه", 1, "day"),
        "half an hour": ("نیم ساعت", 30, "minute"),
        "half a day": ("نیم روز", 0.5, "day"),
        "half a year": ("نیم سال", 6, "month"),
        "about": ("حدود 45 دقیقه", 45, "minute"),
        "mean": ("میانگین 12 روز", 12, "day"),
        "words behind": ("۱۰ روز پس از تکمیل پرونده", 10, "day"),
    },
)
def test_a_number_with_its_unit_is_a_value(text, value, unit):
    assert said(text) == {"value": value, "unit": unit}


@cases(
    ("text", "least", "most"),
    {
        "with تا": ("10 تا 15 روز", 10, 15),
        "with الی": ("۱۰ الی ۱۵ روز", 10, 15),
        "with a hyphen": ("10-15 روز", 10, 15),
        "with a dash": ("10 – 15 روز", 10, 15),
        "with لغایت": ("10 لغایت 15 روز", 10, 15),
        "unit said twice": ("10 روز تا 15 روز", 10, 15),
        "with از": ("از 3 تا 7 روز", 3, 7),
        "in words": ("دو تا سه روز", 2, 3),
        "typed from right to left": ("20-15 روز", 15, 20),
    },
)
def test_a_range_has_its_two_ends_and_no_value(text, least, most):
    assert said(text) == {"min": least, "max": most, "unit": "day"}


@cases(
    ("text", "bound"),
    {
        "at least": ("حداقل 3 روز", {"min": 3}),
        "more than": ("بیش از 3 روز", {"min": 3}),
        "no less": ("دست کم 3 روز", {"min": 3}),
        "at most": ("حداکثر 3 روز", {"max": 3}),
        "at most, parted": ("حد اکثر 3 روز", {"max": 3}),
        "at most until": ("حداکثر تا 3 روز", {"max": 3}),
        "until": ("تا 3 روز", {"max": 3}),
        "until, with more words": ("تا سه روز پس از تکمیل", {"max": 3}),
        "less than": ("کمتر از 3 روز", {"max": 3}),
        "within at most": ("ظرف مدت حداکثر 3 روز", {"max": 3}),
        "at most with more words": ("حداکثر سه روز پس از تکمیل مدارک", {"max": 3}),
    },
)
def test_a_bound_is_no_value(text, bound):
    assert said(text) == bound | {"unit": "day"}


@cases(
    ("text", "unit"),
    {
        "working days": ("20 روز کاری", "day"),
        "working days in words": ("بیست روز کاری", "day"),
        "glued": ("10روزکاری", "day"),
        "office hours": ("48 ساعت اداری", "hour"),
        "working days of a range": ("5 تا 10 روز کاری", "day"),
    },
)
def test_working_time_is_told_from_time(text, unit):
    assert (parse(text).unit, parse(text).working) == (unit, True)


@cases("text", {"days": "20 روز", "days of visits": "20 روز پس از مراجعه", "hours": "3 ساعت"})
def test_days_that_nobody_calls_working_days_are_not_told(text):
    assert parse(text).working is None


@cases(
    "text", {"in each": "۱۰ دقیقه در هر مراجعه", "for each": "10 دقیقه برای هر مراجعه", "each": "هر مراجعه 10 دقیقه"}
)
def test_time_of_one_visit_is_no_time_of_the_whole_service(text):
    assert said(text) == {"value": 10, "unit": "minute", "basis": "visit"}


@cases(
    "text",
    {
        "hours to days": "2 ساعت تا 1 روز",
        "days to months": "ده روز تا دو ماه",
        "a month and days": "1 ماه و 10 روز",
        "an hour and minutes": "1 ساعت و 20 دقیقه",
        "half an hour to an hour": "نیم ساعت تا یک ساعت",
    },
)
def test_mixed_units_stay_text(text):
    assert said(text) == {}


@cases(
    ("text", "value", "unit"),
    {
        "hour and a half": ("یک ساعت و نیم", 1.5, "hour"),
        "month and a half": ("یک ماه و نیم", 1.5, "month"),
        "unit before a colon": ("روز: 20", 20, "day"),
        "half before its unit": ("دو و نیم روز", 2.5, "day"),
    },
)
def test_a_half_and_a_unit_are_not_lost_wherever_they_stand(text, value, unit):
    assert said(text) == {"value": value, "unit": unit}


@cases(("text", "bound"), {"at least": ("حداقل نیم ساعت", {"min": 30}), "at most": ("حداکثر نیم ساعت", {"max": 30})})
def test_half_a_unit_may_be_a_bound(text, bound):
    assert said(text) == bound | {"unit": "minute"}


def test_hours_of_the_clock_do_not_hide_a_duration():
    assert said("2 روز، مراجعه از ساعت 8 تا 14") == {"value": 2, "unit": "day"}


def test_bounds_of_two_units_are_not_made_one():
    assert said("حداقل 2 ساعت و حداکثر 3 روز") == {"min": 2, "unit": "hour"}


@cases(
    "text",
    {
        "at once": "بلافاصله",
        "it depends": "بسته به مورد",
        "a number without unit": "5",
        "a range without unit": "20 الی 30",
        "a unit without number": "روز",
        "daily": "روزانه",
        "an age": "دو ماهگی",
        "life": "مادام العمر",
        "nothing": "",
        "a year of the calendar": "سال 1393",
        "office hours of the day": "ساعت 8 تا 14",
    },
)
def test_what_is_no_number_with_a_unit_stays_text(text):
    assert said(text) == {}


def test_the_phrase_itself_is_always_kept():
    assert parse("حداکثر  ۱۰ روز   کاري").text == "حداکثر 10 روز کاری"


@pytest.mark.parametrize("text", ["20 روز", "نیم ساعت", "حداکثر ۳ ماه", "۱۰ تا ۱۵ روز"])
def test_a_short_phrase_with_number_and_unit_looks_like_a_duration(text):
    assert looks_like_duration(text)


@cases(
    "text",
    {
        "no unit": "5 نسخه",
        "no number": "روز مراجعه",
        "a long sentence": "متقاضی باید ظرف 10 روز پس از دریافت پیامک به اداره برود و اصل مدارک خود را به کارشناس بدهد",
    },
)
def test_a_sentence_or_a_bare_number_does_not_look_like_a_duration(text):
    assert not looks_like_duration(text)


@given(
    st.integers(1, 999),
    st.sampled_from(["دقیقه", "ساعت", "روز", "هفته", "ماه", "سال"]),
    st.sampled_from(["", " ", "\u200c"]),
)
def test_every_count_of_every_unit_is_read(count, unit, gap):
    assert parse(f"{count}{gap}{unit}").value == count


@given(st.text(max_size=80))
def test_no_text_is_too_odd(text):
    duration = parse(text)

    assert (duration.unit is None) == (duration.value is None and duration.min is None and duration.max is None)
