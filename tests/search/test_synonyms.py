"""The table of people's words: large, clean, and met by what people write."""

from pathlib import Path

import pytest

from khedmat.core.persian import fold_line
from khedmat.core.word_lists import entries
from khedmat.search.analysis import stem, stems, words
from khedmat.search.synonyms import FOLDER, MOST_MEANINGS, is_said, meant_by, rows, table


def meant(text):
    found = meant_by([stem(word) for word in words(text)])
    return {tuple(meaning) for row in found for meaning in row.meanings}


QUESTIONS = Path(__file__).parents[2] / "bench" / "search" / "questions.tsv"


def test_the_table_holds_thousands_of_phrases():
    assert len({row.phrase for row in rows()}) >= 3_000


def test_no_phrase_repeats_a_question_by_which_the_search_is_measured():
    asked = {line.split("\t")[0] for line in QUESTIONS.read_text("utf-8").splitlines() if "\t" in line}

    assert asked.isdisjoint(row.phrase for row in rows())


@pytest.mark.parametrize(
    ("plain", "spoken"),
    [
        ("هزینه دفن", "پول دفن"),
        ("جابجایی کنتور", "کنتور را ببرم"),
        ("سند خانه", "سند خونه"),
        ("وام فرزند", "وام برای پسرم"),
    ],
)
def test_an_everyday_word_stands_for_the_plain_one_in_a_phrase(plain, spoken):
    assert meant(plain) & meant(spoken)


def test_every_word_of_a_phrase_may_be_another_that_is_of_its_kind():
    assert tuple(stems("اصالت فرآورده‌های سلامت")) in meant("قرص فیک")
    assert tuple(stems("اصالت فرآورده‌های سلامت")) not in meant("قرص شربت")


def test_one_word_never_stands_for_two_words_of_a_phrase():
    assert tuple(stems("سرپرستی کودکان فرزندخواندگی")) in meant("بچه به فرزندی")
    assert tuple(stems("سرپرستی کودکان فرزندخواندگی")) not in meant("بچه")


def test_words_that_nobody_typed_mean_nothing_by_themselves():
    assert meant("پول") == {("هزین",)}


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.txt")), ids=lambda file: file.stem)
def test_every_line_is_folded_and_has_two_sides(file):
    for line in entries(file):
        said, sign, meanings = line.partition(" = ")
        assert sign, line
        assert said.strip(), line
        assert meanings.strip(), line
        assert fold_line(line) == line, line


def test_no_phrase_stands_twice_with_one_meaning():
    seen = [(row.phrase, meaning) for row in rows() for meaning in row.meanings]

    assert sorted({pair for pair in seen if seen.count(pair) > 1}) == []


def test_every_phrase_and_meaning_has_a_word_that_says_something():
    assert all(row.said and all(row.meanings) for found in table().values() for row in found)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("پاسپورت", "گذرنامه"),
        ("سربازی بروم دفترچه", "درخواست اعزام به خدمت سربازی"),
        ("کنتور را جابجا کنم", "جابجایی"),
        ("بچه از پرورشگاه", "سرپرستی کودکان فرزندخواندگی"),
        ("مرغداری", "موافقت اصولی دامداری و مرغداری"),
    ],
)
def test_a_phrase_in_a_question_tells_what_is_meant(asked, told):
    assert tuple(stems(told)) in meant(asked)


def test_a_longer_phrase_silences_its_parts():
    assert tuple(stems("تلفن ثابت")) in meant("تلفن")
    assert tuple(stems("بستن و باز کردن صفر تلفن")) in meant("صفر تلفن")
    assert tuple(stems("تلفن ثابت")) not in meant("صفر تلفن")


def test_words_may_stand_in_any_order():
    assert meant("تلفن صفر") == meant("صفر تلفن")


def test_what_no_table_holds_means_nothing():
    assert meant("قرنفل") == set()
    assert not is_said(stem("قرنفل"))


def test_a_question_of_all_words_is_bounded():
    everything = [stem(word) for row in rows() for word in words(row.phrase)]

    assert len(meant_by(everything)) == MOST_MEANINGS


def test_a_phrase_with_one_word_and_a_telling_small_one_is_not_met_by_the_word_alone():
    assert tuple(stems("قبض برق")) in meant("برق من")
    assert tuple(stems("قبض برق")) not in meant("برق")
    assert tuple(stems("بیمه حرف و مشاغل آزاد")) not in meant("تصادف بیمه")
