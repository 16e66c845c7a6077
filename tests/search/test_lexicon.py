"""A mistyped word is the likest known one; two that ran together come apart."""

import pytest

from khedmat.search.analysis import stem
from khedmat.search.keyboard import is_latin, retyped
from khedmat.search.lexicon import Lexicon

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
    ],
)
def test_a_slip_is_forgiven(typed, meant):
    lexicon = Lexicon(KNOWN)

    assert lexicon.nearest(typed)[0] == meant
    assert lexicon.nearest(typed)[0] == meant  # and remembered


@pytest.mark.parametrize("word", ["گذرنامه", "مل", "قسطنطنیه", "آب"])
def test_what_is_known_short_or_far_stays(word):
    assert Lexicon(KNOWN).nearest(word) == ()


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
