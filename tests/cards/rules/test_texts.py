"""C06, K03, K04, K05."""

import pytest

from tests.cards.rules.example import example, example_card, fields, found, permit_list, warning, with_raw

THINGS = ["سند تدبیر توسعه استان", "پروانه بهره برداری", "کارت هوشمند ملی", "گواهی عدم سوء پیشینه", "سامانه جامع حمل"]
SERVICES = [
    "صدور و تجدید کارت شناسایی پناهندگان",
    "رسیدگی و پاسخگویی به شکایات",
    "اشتراک پذیری جزء",
    "برنامه ریزی آموزشی",
    "لوله‌کشی گاز خانگی",
    "بازدید و نظارت فنی معادن",
    "ارزیابی توسعه و رصد آمایش سرزمین",
    "حمایت از ایجاد کنسرسیوم",
    "مدیریت پسماند",
    "ثبت‌نام دانش‌آموزان",
    "پایداری اسناد",
]


@pytest.mark.parametrize("title", THINGS)
def test_a_title_that_names_a_thing_is_noted(title):
    (finding,) = found("C06", example({"title": title}))

    assert finding.severity == "N"
    assert title in finding.message


@pytest.mark.parametrize("title", SERVICES)
def test_a_title_that_names_an_act_passes(title):
    assert not found("C06", example({"title": title}))


@pytest.mark.parametrize("text", ["....", "---", "XXX", "WWW.", "(ذکر گردد)", "اینترنتی (آدرس اینترنتی)"])
def test_what_the_form_printed_for_you_to_replace_blocks(text):
    (finding,) = found("K03", example({"system_name": text}))

    assert finding.severity == "B"
    assert finding.field == "card.system_name"


@pytest.mark.parametrize(
    "text", ["ندارد", "پاسخ در سامانه ذکر می شود", "سامانه بازآفرینی...", "مدارک دیگر در فرم ذکر شود"]
)
def test_ordinary_words_are_no_placeholders(text):
    assert not found("K03", example({"system_name": text}))


def test_a_filler_that_the_reader_left_out_is_reported_at_its_box():
    assert fields("K03", example(warnings=[warning("filler", "card.visits", "-")])) == ["card.visits"]


def test_none_is_an_answer_even_when_the_reader_calls_it_a_filler():
    assert not found("K03", example(warnings=[warning("filler", "card.documents", "ندارد")]))


def test_placeholders_of_a_permit_form_are_found_too():
    assert fields("K03", permit_list({"title": "پروانه", "validity": "..."})) == ["permits.0.validity"]


def test_arabic_letters_are_noted_once_with_a_count():
    (finding,) = found("K04", example({"title": "صدور كارت", "audience": "شركت ها"}))

    assert "۲ خانه" in finding.message


def test_arabic_letters_are_seen_in_the_raw_text_of_a_folded_value():
    assert fields("K04", with_raw(example_card(), "card.title", "صدور گواهينامه")) == ["card.title"]


def test_persian_and_latin_digits_in_one_box_are_noted():
    (finding,) = found("K04", with_raw(example_card(), "card.audience", "گروه ۱۲ و 13"))

    assert finding.severity == "N"


@pytest.mark.parametrize("raw", ["۱۲ روز", "12 روز", "نشانی ۱۲: https://a.ir/12"])
def test_one_kind_of_digits_or_an_address_is_not_mixed(raw):
    assert not found("K04", with_raw(example_card(), "card.audience", raw))


def test_who_filled_the_form_is_never_looked_at():
    assert not found("K04", with_raw(example_card(), "card.filled_by.name", "علي"))


@pytest.mark.parametrize(
    ("path", "value"),
    [("life_events", ["other"]), ("start_trigger", ["other"]), ("stages.request.channels", ["website", "other"])],
)
def test_other_without_its_text_asks_what_it_is(path, value):
    assert fields("K05", example({path: value})) == [f"card.{path}"]


def test_other_with_its_text_passes():
    assert not found("K05", example({"life_events": ["other"], "life_event_text": "مهاجرت"}))
