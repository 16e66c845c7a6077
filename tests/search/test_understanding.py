"""How people write: spoken forms, words that ran together or came apart, numbers at words, sounds, small talk."""

import pytest

from khedmat.search.analysis import asked_words, stem, stems
from khedmat.search.entry import Entry
from khedmat.search.index import Index, build
from khedmat.search.lexicon import Lexicon
from khedmat.search.ranking import question
from khedmat.search.understanding import guesses, merged, understood

KNOWN = Lexicon(
    [
        "کارت",
        "ملی",
        "پروانه",
        "کسب",
        "مالیات",
        "معلم",
        "گوسفند",
        "خیابان",
        "مدرک",
        "خودرو",
        "وارد",
        "سربازی",
        "ماده",
        "38",
    ],
    said=["پاسپورت", "موتور"],
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("خونه", "خانه"), ("خونمون", "خانه"), ("بچمو", "بچه"), ("زنمو", "زن"), ("آبمون", "آب"), ("نون", "نان")],
)
def test_a_spoken_form_that_would_be_cut_to_another_word_is_the_written_one(one, other):
    assert stems(one) == stems(other)


@pytest.mark.parametrize("word", ["چنار", "شیراز", "سوزن", "پشیمان"])
def test_an_ordinary_word_is_no_slip_of_another(word):
    near = Lexicon(["چهار", "شیرازه", "سوزان", "پیمان"])

    assert guesses(word, near) == ((word,),)
    assert guesses("چنهار", near) == (("چهار",),)


@pytest.mark.parametrize("word", ["میمون", "گندم", "خاله", "بسته"])
def test_what_only_looks_like_a_form_stays_whole(word):
    assert stem(word) == word


def test_a_house_is_no_blood():
    assert stem("خونمون") != stem("خون") != stem("خونه")


@pytest.mark.parametrize(
    ("typed", "written"),
    [("معلما", "معلم"), ("گوسفندامون", "گوسفند"), ("مدرکامو", "مدرک"), ("خیابونا", "خیابان"), ("خیابون", "خیابان")],
)
def test_a_spoken_plural_is_its_word(typed, written):
    assert guesses(typed, KNOWN) == ((written,),)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("کارتملیم", ("کارت", "ملیم")),
        ("واردکنیم", ("وارد", "کنیم")),
        ("پروانهکسبخودرو", ("پروانه", "کسب", "خودرو")),
        ("موتوربگیرم", ("موتور", "بگیرم")),
    ],
)
def test_words_that_ran_together_come_apart_with_their_endings_and_verbs(typed, parts):
    assert guesses(typed, KNOWN) == (parts,)


def test_halves_of_a_word_with_an_ending_come_together():
    assert merged(["سرب", "ازیم"], KNOWN) == ["سربازیم"]
    assert merged(["کارت", "ملی"], KNOWN) == ["کارت", "ملی"]
    assert merged(["سربازی", "از"], KNOWN) == ["سربازی", "از"]


def test_a_number_stands_apart_from_its_word():
    assert understood("ماده۳۸", KNOWN) == understood("ماده ۳۸", KNOWN) == ["ماده", "38"]
    assert understood("۳۸ماده", KNOWN) == ["38", "ماده"]
    assert understood("g4b", KNOWN) == ["g4b"]


def test_of_two_readings_of_the_keys_the_one_that_says_more_is_meant():
    single = Lexicon(["کارت", "ملی", "c", "of"])

    assert understood(";hvj lgd c", single) == ["کارت", "ملی", "ز"]
    assert understood("c of", single) == ["c", "of"]


def test_a_word_known_by_its_stem_alone_may_be_a_slip_and_stays_what_it_is():
    assert guesses("مالات", Lexicon(["مالیات"], [stem("مال")])) == (("مالات",), ("مالیات",))
    assert guesses("کارتم", Lexicon(["کارت", "کارم"])) == (("کارتم",), ("کارم",))
    assert guesses("کارتها", Lexicon(["کارت", "کارته"])) == (("کارتها",),)  # of one stem: no other word


def test_what_may_also_have_been_meant_is_looked_for_and_not_told():
    asked = question("مالات", Lexicon(["مالیات"], [stem("مال")]))

    assert asked.corrected == ()
    assert stem("مالیات") in asked.stems


def test_several_words_one_slip_away_are_all_looked_for():
    asked = question("کارن", Lexicon(["کارت", "کاری", "باران"]))

    assert {stem("کارت"), stem("کاری")} <= set(asked.stems)
    assert len(asked.corrected) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "سلام خسته نباشید ببخشید می‌خواستم بدونم پروانه کسب چه مدارکی لازمه",
        "سلام پروانه کسب شرایطش چیه ممنون",
        "پروانه کسب چقدر طول می کشه",
        "لطفا پروانه کسب از کجا باید اقدام کنم مرسی",
    ],
)
def test_small_talk_around_a_question_says_nothing(asked):
    assert stems(" ".join(asked_words(asked))) == stems("پروانه کسب")


@pytest.mark.parametrize("form", ["کنن", "بشه", "نمی‌خواستم", "میکردند", "بتونم", "نداشت", "شدیم"])
def test_verbs_that_stand_beside_every_noun_say_nothing(form):
    assert stems(f"پروانه {form}") == stems("پروانه")


def test_words_of_a_title_that_ran_together_are_found_by_each(tmp_path):
    build(tmp_path, [Entry(1, "رتبهبندی معلمان"), Entry(2, "صدور پروانه کسب")])
    index = Index.open(tmp_path)

    assert index.keys("رتبه") == index.keys("بندی") == index.keys("رتبه‌بندی") == [1]


LATIN = Lexicon(["گواهی", "ssl", "مالیات", "ثبت", "احوال", "شکایت"], said=["tax", "کارفرما", "کار", "فرما", "نانوایی"])


def test_latin_typed_on_the_persian_layout_is_read_back():
    assert understood("گواهی سسم", LATIN) == ["گواهی", "ssl"]
    assert understood("گواهی شششش", LATIN) == ["گواهی", "شششش"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("https://my.tax.gov.ir/login", ["tax"]),
        ("www.tax.gov.ir مالیات", ["tax", "مالیات"]),
        ("sabt-maliat.ir", ["ثبت", "مالیات"]),
    ],
)
def test_of_an_address_its_names_are_asked(typed, words):
    assert understood(typed, LATIN) == words


def test_latin_words_that_ran_together_are_read_apart():
    assert understood("sabtemaliat", LATIN) == ["ثبت", "مالیات"]


def test_halves_of_a_spoken_word_come_together():
    assert merged(["نون", "وایی"], LATIN) == ["نونوایی"]


def test_two_words_that_are_one_word_too_are_asked_as_both():
    assert {"کار", "فرما", "کارفرما"} <= set(question("کار فرما شکایت", LATIN).words)
