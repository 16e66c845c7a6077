"""Text as terms: what two writings of one word share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.search.analysis import FILLERS, STOPS, asked_words, groups_of, joined, letter_groups, stem, stems, words


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("كارت ملي", "کارت ملی"),
        ("خدمت‌گیرنده", "خدمت گیرنده"),
        ("تأسیس", "تاسیس"),
        ("ماده ۱۸۷", "ماده 187"),
        ("مُهر", "مهر"),
        ("SSL", "ssl"),
        ("صدور/تمدید", "صدور تمدید"),
    ],
)
def test_two_writings_are_the_same_words(one, two):
    assert words(one) == words(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("کتاب‌هایشان", "کتاب"),
        ("مشترکین", "مشترک"),
        ("ماشینم", "ماشین"),
        ("برقمو", "برق"),
        ("گواهی‌های", "گواهی"),
        ("می‌فروشم", "فروش"),
    ],
)
def test_endings_are_taken_off(one, two):
    assert stems(one)[0] == stem(two)


@pytest.mark.parametrize("word", ["نان", "ملی", "دام", "سم"])
def test_short_words_stay_whole(word):
    assert stem(word) == words(word)[0]


def test_small_words_say_nothing_beside_others_and_stand_for_themselves_alone():
    assert stems("برای من شناسنامه") == stems("شناسنامه")
    assert len(stems("برای من")) == 2


def test_neighbours_are_joined():
    assert stem("صورتحساب") in joined("صورت حساب برق")
    assert stem("صورتحساب") in joined("صورت‌حساب برق")


def test_a_word_in_letters_has_its_begin_and_end():
    assert groups_of("برق") == ("^بر", "برق", "رق$")
    assert "^گذ" in letter_groups("گذرنامه")


def test_letters_of_small_words_are_left_out():
    assert letter_groups("از کنم برای") == []


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("مغازه دارم چه کار کنم", "مغازه دارم"),
        ("چیکار کنم سند گم شده", "سند گم شده"),
        ("چه کار کنم", "چه کار کنم"),
        ("کار پیدا کنم", "کار پیدا کنم"),
    ],
)
def test_what_stands_around_a_question_is_left_out(asked, left):
    assert asked_words(asked) == left.split()


def test_stops_are_among_the_fillers_and_folded():
    assert STOPS < FILLERS
    assert all(words(word) == [word] for word in FILLERS)


@given(st.text(max_size=200))
def test_any_text_gives_terms_without_spaces(text):
    found = [*words(text), *stems(text), *joined(text), *letter_groups(text)]

    assert all(one and " " not in one for one in found)


def test_a_very_long_text_is_cut():
    assert len(words("واژه " * 100_000)) <= 1_000


@pytest.mark.parametrize(("one", "other"), [("کارت", "کار"), ("مالیات", "مال"), ("کارتم", "کارم")])
def test_a_word_that_only_looks_like_an_ending_stays(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize("ending", ["ی", "م", "ها", "هایش", "ات"])
def test_words_that_stay_whole_lose_their_endings(ending):
    assert stem(f"کارت{ending}") == "کارت"
