"""Persian in Latin letters: consonants decide, vowels choose, and what is no Persian word stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.search.finglish import read, sounds
from khedmat.search.index import Index, build
from khedmat.search.lexicon import Lexicon
from khedmat.search.ranking import question
from khedmat.search.understanding import understood
from tests.search.conftest import ENTRIES

WORDS = (
    "گواهینامه", "گذرنامه", "سند", "بیمه", "بام", "بوم", "زمین", "ضامن", "خانه", "خون", "مجوز", "مجاز", "وظیفه", "حقوق",
    "مشهد", "ژاله", "اب", "با", "ارث", "استخدام", "ایران", "عمره", "خواهر", "اجاره", "طلاق", "کسب", "عصا", "تاکسی",
)  # fmt: skip
KNOWN = sounds(WORDS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("govahiname", "گواهینامه"),
        ("govahinameh", "گواهینامه"),
        ("gozarname", "گذرنامه"),
        ("sanad", "سند"),
        ("bimeh", "بیمه"),
        ("bime", "بیمه"),
        ("zamin", "زمین"),
        ("zaamen", "ضامن"),
        ("khane", "خانه"),
        ("khoon", "خون"),
        ("mojavez", "مجوز"),
        ("mojaz", "مجاز"),
        ("vazifeh", "وظیفه"),
        ("hoghoogh", "حقوق"),
        ("hoquq", "حقوق"),
        ("mashhad", "مشهد"),
        ("zhale", "ژاله"),
        ("ab", "اب"),
        ("ers", "ارث"),
        ("estekhdam", "استخدام"),
        ("iran", "ایران"),
        ("omreh", "عمره"),
        ("khahar", "خواهر"),
        ("ejare", "اجاره"),
        ("talagh", "طلاق"),
        ("kasb", "کسب"),
        ("taxi", "تاکسی"),
    ],
)
def test_a_word_is_read_as_it_sounds(typed, meant):
    assert read(typed, KNOWN) == meant


@pytest.mark.parametrize("typed", ["visa", "hello", "world", "the", "b", "a", "", "ssl3", "سند", "sanads", "e-mail"])
def test_what_sounds_like_no_known_word_stays(typed):
    assert read(typed, KNOWN) == ""


def test_the_first_list_is_preferred_where_another_is_hardly_nearer():
    assert read("edare", sounds(["دار"]), sounds(["اداره"])) == "اداره"
    assert read("bam", sounds(["بوم"]), sounds(["بام"])) == "بام"
    assert read("kasb", sounds(["کسب"]), sounds(["کاسب"])) == "کسب"
    assert read("kasb", sounds(["کسب", "کاسب"])) == "کاسب"


def test_latin_words_of_the_index_sound_like_nothing():
    assert sounds(["ssl", "vhf"]) == {}


@given(st.text(max_size=40))
def test_whatever_is_typed_gives_a_known_word_or_none(text):
    assert read(text.lower(), KNOWN) in {"", *WORDS}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("gozarname", ["گذرنامه"]),
        ("Parvaneh Kasb", ["پروانه", "کسب"]),
        ("pasport", ["پاسپورت"]),
        ("kart qwxz", ["کارت", "qwxz"]),
        ("ssl", ["ssl"]),
        ("ssl kart", ["ssl", "کارت"]),
        (";hvj lgd", ["کارت", "ملی"]),
        ("kart کارت", ["کارت", "کارت"]),
        ("bim کارت", ["bim", "کارت"]),
    ],
)
def test_latin_that_nobody_knows_and_no_keyboard_explains_is_read_so(typed, words):
    known = Lexicon(["گذرنامه", "کارت", "ملی", "پروانه", "کسب", "ssl"])

    assert understood(typed, known)[: len(words)] == words


def test_a_word_of_people_in_latin_letters_means_what_it_means_in_persian():
    known = Lexicon(["صدور"])

    assert question("pasport", known).meanings == question("پاسپورت", known).meanings != ()


@pytest.mark.parametrize(
    ("typed", "key"), [("gozarname", 1), ("sodur parvane kasb", 2), ("pasport", 1), ("enshab gaz", 5)]
)
def test_services_are_found_by_it(tmp_path, typed, key):
    build(tmp_path, ENTRIES)

    assert Index.open(tmp_path).keys(typed, 1) == [key]


def test_of_words_that_sound_so_the_one_said_more_often_is_meant():
    known = sounds(["ثبت", "ثابت"])

    assert read("sabt", known) == "ثابت"
    assert read("sabt", known, often={"ثبت": 700, "ثابت": 40}) == "ثبت"


@pytest.mark.parametrize(("typed", "meant"), [("ezharname", "اظهارنامه"), ("chah", "چاه"), ("daneshgah", "دانشگاه")])
def test_two_letters_may_be_two_sounds_and_an_h_after_a_is_said(typed, meant):
    assert read(typed, sounds(["اظهارنامه", "چاه", "چه", "دانشگاه"])) == meant
