"""A question as it is understood: bounded, corrected where nobody knows the word, an ID by its digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.core.persian import key
from khedmat.search.analysis import stem
from khedmat.search.lexicon import Lexicon
from khedmat.search.ranking import MOST_GROUPS, WEIGHTS, number_in, question, sought
from khedmat.search.schema import BODY, NAMES, TITLE, WORDS
from khedmat.search.synonyms import Meaning
from khedmat.search.understanding import MOST_WORDS, guesses, is_known, understood
from khedmat.search.verbs import forms

LEXICON = Lexicon(["صدور", "گذرنامه", "کارت", "ملی", "پروانه", "کسب", "هوشمند", "ssl", "انشعاب"], ["هزینه"])


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("صدور گذرنامع", ("صدور", "گذرنامه")),
        ("صدورگذرنامه", ("صدور", "گذرنامه")),
        ("گذر نامه", ("گذرنامه",)),
        ("کارتملی هوشند", ("کارت", "ملی", "هوشمند")),
        ("صدور گذرنامه", ()),
        ("پاسپورت", ()),
        ("هزینهٔ صدور", ()),
        ("قسطنطنیه", ()),
    ],
)
def test_only_what_nobody_knows_is_corrected(typed, mended):
    assert question(typed, LEXICON).corrected == mended


def test_what_was_typed_is_asked_beside_what_it_may_have_been():
    asked = question("صدور گذرنامع", LEXICON)

    assert {"گذرنامع", "گذرنامه"} <= set(asked.words)
    assert {stem("گذرنامع"), stem("گذرنامه")} <= set(asked.stems)


def test_letters_are_asked_for_strange_words_alone():
    known, strange = question("صدور گذرنامه", LEXICON), question("صدور گذرنامع", LEXICON)

    assert known.groups == ()
    assert "^گذ" in strange.groups
    assert "^صد" not in strange.groups


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (";hvj lgd", ["کارت", "ملی"]),
        ("ssl", ["ssl"]),
        ("qwerty", ["qwerty"]),
        ("CARD کارت", ["card", "کارت"]),
        ("کارت چه کار کنم", ["کارت"]),
    ],
)
def test_keys_are_read_where_they_say_something(typed, words):
    assert understood(typed, LEXICON) == words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("13011234000", "13011234000"),
        ("۱۳۰۱ ۱۲۳۴ ۰۰۰", "13011234000"),
        ("شناسه: ١٣٠١-١٢٣٤-٠٠٠", "13011234000"),
        ("ماده ۱۸۷", ""),
        ("سال ۱۴۰۴", ""),
        ("0" * 30, ""),
        ("", ""),
    ],
)
def test_an_id_is_its_digits(text, number):
    assert number_in(text) == number


@pytest.mark.parametrize("word", ["گذرنامه", "هزینه", "پاسپورت", "برای", "کنم"])
def test_words_of_the_index_of_people_and_small_ones_are_known(word):
    assert is_known(word, LEXICON)
    assert guesses(word, LEXICON)[0] == (word,)


@pytest.mark.parametrize("word", ["187x", "f16", "۱۲"])
def test_what_holds_a_digit_is_never_corrected(word):
    assert guesses(word, LEXICON) == ((word,),)


@given(st.text(max_size=3_000))
def test_whatever_is_typed_the_question_is_bounded(text):
    asked = question(text, LEXICON)

    assert len(asked.groups) <= MOST_GROUPS
    assert len(asked.stems) <= 4 * MOST_WORDS
    assert len(asked.pairs) <= 8 * MOST_WORDS


def test_a_long_question_is_its_first_words():
    assert len(understood("واژه " * 1_000, LEXICON)) == MOST_WORDS


def test_meanings_stand_beside_what_was_typed():
    asked = question("پاسپورت گم شده", LEXICON)

    assert any("مفقود" in " ".join(meaning) for row in asked.meanings for meaning in row.meanings)


@pytest.mark.parametrize(
    ("spoken", "written"), [("صندوغ", "صندوغ"), ("خیابون", "خیابان"), ("ساختمونی", "ساختمانی"), ("قانون", "قانون")]
)
def test_what_is_said_is_read_as_it_is_written_where_that_is_known(spoken, written):
    known = Lexicon(["خیابان", "ساختمانی", "قانون"])

    assert guesses(spoken, known)[0] == (written,)


def test_a_known_word_with_half_a_word_behind_it_is_a_slip():
    known = Lexicon(["بازرگانی", "کتاب"], ["باز", "کتاب"])

    assert guesses("بازگانی", known)[0] == ("بازرگانی",)
    assert guesses("کتابی", known)[0] == ("کتابی",)


@pytest.mark.parametrize("one", ["پاسپورت", "گذرنامه"])
def test_a_word_counts_most_in_the_title_whether_typed_or_meant(one):
    found = sought(question("پاسپورت", LEXICON))

    assert found[TITLE, stem(one)] > found[NAMES, stem(one)] > found[BODY, stem(one)] > 0


def test_a_word_counts_as_it_was_typed_and_a_meaning_by_its_stem_alone():
    found = sought(question("پاسپورت", LEXICON))

    assert found[BODY, stem("پاسپورت")] == WEIGHTS.body
    assert (WORDS, "پاسپورت") in found
    assert (WORDS, "گذرنامه") not in found


def test_what_is_said_twice_counts_once():
    place = (TITLE, stem("صدور"))

    assert sought(question("صدور صدور", LEXICON))[place] == sought(question("صدور", LEXICON))[place]


def test_of_a_meaning_of_many_words_each_says_less():
    short, long = Meaning(frozenset("a"), "a", (("x",),)), Meaning(frozenset("b"), "b", (("y", "z"),))
    found = sought(question("صدور", LEXICON)._replace(meanings=(short, long)))

    assert found[TITLE, "x"] > found[TITLE, "y"] == found[TITLE, "z"]


def test_a_phrase_in_several_writings_says_its_meaning_once():
    spoken = [row.phrase for row in question("عوض کردن", LEXICON).meanings]

    assert len(spoken) == len({row.meanings for row in question("عوض کردن", LEXICON).meanings}) == 1


def test_a_mistyped_word_of_people_is_theirs_where_no_title_holds_a_likelier_one():
    known = Lexicon(["کنتور", "کنار"], said=["کنکور"])

    assert guesses("کنکورر", known)[0] == ("کنکور",)
    assert guesses("کنکر", known)[0] == ("کنکور",)
    assert guesses("کنتورر", known)[0] == ("کنتور",)


def test_a_slip_before_an_ending_is_forgiven():
    assert guesses("پنزینم", Lexicon(["بنزین"]))[0] == ("بنزین",)


def test_half_spaces_part_words_of_a_question():
    assert understood("شناسنامه‌ام", LEXICON) == ["شناسنامه", "ام"]


@pytest.mark.parametrize(
    "asked", ["کارتمان را بگیرم", "می‌خواهیم کارت بگیریم", "کارت ببرند", "کارتهایم", "می گوید کارت", "کارتمون"]
)
def test_endings_and_forms_of_verbs_are_no_slips_that_a_reader_is_asked_about(asked):
    assert question(asked, LEXICON).corrected == ()


@pytest.mark.parametrize("asked", ["کارط ملی", "کارتملی", "کا رت ملی"])
def test_a_slip_is_told(asked):
    assert question(asked, LEXICON).corrected == ("کارت", "ملی")


@pytest.mark.parametrize("form", ["بزنم", "می‌زنند", "نزده", "بگیرمش", "بیارم", "نمیاد", "گوید", "برگردونم", "میره"])
def test_forms_of_everyday_verbs_are_known(form):
    assert key(form) in forms()
