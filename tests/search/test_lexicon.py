"""A mistyped word is the likest known one; two that ran together come apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.search.analysis import stem
from khedmat.search.keyboard import is_latin, retyped
from khedmat.search.lexicon import Lexicon
from khedmat.search.slips import is_likely

KNOWN = ["گذرنامه", "داروخانه", "صدور", "کارت", "بازرگانی", "شناسنامه", "ملی", "پروانه"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("گذرنامع", "گذرنامه"),
        ("گذرنمه", "گذرنامه"),
        ("گذررنامه", "گذرنامه"),
        ("گذنرامه", "گذرنامه"),
        ("دارخوانه", "داروخانه"),
        ("بازگانی", "بازرگانی"),
        ("صدرو", "صدور"),
        ("ذگرنامه", "گذرنامه"),
        ("شناسنام", "شناسنامه"),
        ("بازرگانیی", "بازرگانی"),
    ],
)
def test_a_slip_is_forgiven(typed, meant):
    lexicon = Lexicon(KNOWN)

    assert lexicon.nearest(typed)[0] == meant
    assert lexicon.nearest(typed)[0] == meant  # and remembered


def test_two_slips_are_forgiven_behind_the_same_first_letter():
    assert Lexicon(KNOWN).nearest("داخانه") == ()
    assert Lexicon(KNOWN).less_near("داخانه") == ("داروخانه",)
    assert Lexicon(KNOWN).less_near("تاخانه") == ()
    assert Lexicon(KNOWN).less_near("کرته") == ()  # too short for two


@pytest.mark.parametrize("word", ["گذرنامه", "مل", "قسطنطنیه", "آب", "کرت" * 20, "پارو", "ذگرنمه"])
def test_what_is_known_short_or_far_stays(word):
    assert Lexicon(KNOWN).nearest(word) == Lexicon(KNOWN).less_near(word) == ()


@given(st.sampled_from(KNOWN).filter(lambda word: len(word) > 4), st.integers(0, 3), st.data())
def test_any_one_slip_leads_back(word, kind, data):
    place, letter = data.draw(st.integers(0, len(word) - 2)), data.draw(st.sampled_from("".join(KNOWN)))
    before, one, other, after = word[:place], word[place], word[place + 1], word[place + 2 :]
    typed = before + (other + after, letter + one + other + after, letter + other + after, other + one + after)[kind]

    assert typed in KNOWN or word in Lexicon(KNOWN).nearest(typed)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [("کارتملی", ("کارت", "ملی")), ("صدورگذرنامه", ("صدور", "گذرنامه")), ("گذرنامه", ()), ("قسطنطنیه", ())],
)
def test_two_words_that_ran_together_come_apart(typed, parts):
    assert Lexicon(KNOWN).parted(typed) == parts


def test_words_of_other_texts_are_known_and_nothing_is_corrected_into_them():
    lexicon = Lexicon(KNOWN, [stem("هواشناسی")])

    assert "هواشناسی" in lexicon
    assert lexicon.nearest("هواشناصی") == ()


@pytest.mark.parametrize(("typed", "meant"), [(";hvj", "کارت"), (";hvj lgd", "کارت ملی"), ("fvr", "برق")])
def test_keys_say_persian_when_the_layout_was_english(typed, meant):
    assert retyped(typed) == meant


@pytest.mark.parametrize(
    ("text", "answer"), [("ssl", True), ("کارت ssl", False), ("123", False), ("", False), ("é", False)]
)
def test_latin_is_letters_of_ascii_alone(text, answer):
    assert is_latin(text) is answer


@pytest.mark.parametrize(
    ("typed", "meant", "is_so"),
    [
        ("زندن", "زندان", True),
        ("ذندان", "زندان", True),
        ("ذندان", "دندان", True),
        ("جمایت", "حمایت", True),
        ("صدرو", "صدور", True),
        ("نزاد", "نماد", False),
        ("کنکر", "کنار", False),
    ],
)
def test_fingers_slip_to_keys_beside_and_ears_to_letters_of_one_sound(typed, meant, is_so):
    assert is_likely(typed, meant) is is_so


def test_the_likest_of_words_one_slip_away_comes_first():
    assert Lexicon(["نماد", "نوزاد"]).nearest("نزاد") == ("نوزاد", "نماد")
    assert Lexicon(["منطقه"], said=["مناقصه"]).nearest("مناقه")[0] == "مناقصه"


@pytest.mark.parametrize(("typed", "near"), [("گذرنام", ("گذرنامه",)), ("passpor", ("passport",)), ("ماده", ())])
def test_a_finger_slips_to_a_letter_of_the_same_keyboard(typed, near):
    assert Lexicon(["گذرنامه", "passport", "ماده3", "مادهx"]).nearest(typed) == near
