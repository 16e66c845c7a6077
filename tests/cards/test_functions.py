"""The functions of government: the table, and which of them a title and an agency's other IDs speak for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.cards.functions import MOST, functions, suggested
from khedmat.core.persian import fold


def codes(title, others=None):
    return [hint.function.code for hint in suggested(title, others or {})]


def test_every_group_has_a_persian_name_of_its_own_and_its_division():
    names = [one.name for one in functions().values()]

    assert len(names) == len(set(names)) == 69
    assert len({one.division for one in functions().values()}) == 10
    assert {one.code[:2] for one in functions().values()} == {str(number) for number in range(10, 20)}


def test_the_table_is_kept_as_text_is_kept():
    words = [text for one in functions().values() for text in (one.name, one.division, *one.phrases)]

    assert [text for text in words if fold(text) != text or not text.strip()] == []


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("واگذاری انشعاب گاز خانگی", "1303"),
        ("صدور پروانهٔ داروخانه", "1601"),
        ("ثبت ولادت", "1003"),
        ("اعزام به حج تمتع", "1704"),
        ("پرداخت بیمه بیکاری", "1905"),
        ("حمايت از كنسرسيوم‌های صادراتي", "1301"),
        ("صدور روادید (ویزا)", "1001"),
    ],
)
def test_words_of_a_title_speak_for_a_function(title, first):
    assert codes(title)[0] == first


def test_a_word_inside_another_word_says_nothing():
    assert "1303" not in codes("ارگازی")
    assert codes("خدمتی بی‌نام") == []


def test_the_agencys_other_ids_speak_too_and_the_title_speaks_louder():
    others = {"1503": 40, "1402": 1}

    assert codes("خدمتی بی‌نام", others) == ["1503", "1402"]
    assert codes("واگذاری انشعاب گاز", others)[0] == "1303"


def test_each_reason_is_a_sentence_that_says_from_what_it_comes():
    (first,) = [hint for hint in suggested("انشعاب آب روستایی", {"1503": 7}) if hint.function.code == "1503"]

    assert first.reasons == ("در عنوان آمده است: «آب»، «انشعاب آب».", "۷ شناسهٔ دیگر این دستگاه با همین کارکرد است.")


def test_ids_from_before_whose_function_does_not_exist_suggest_nothing():
    assert codes("خدمتی بی‌نام", {"1466": 9}) == []


@given(st.text(max_size=60), st.dictionaries(st.sampled_from(["1303", "1503", "9999", ""]), st.integers(0, 99)))
def test_whatever_the_title_a_few_functions_that_exist_are_suggested_each_with_a_reason(title, others):
    hints = suggested(title, others)

    assert len(hints) <= MOST
    assert all(hint.function.code in functions() and hint.reasons for hint in hints)
