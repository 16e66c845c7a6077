"""The table of people's words: large, clean, and met by what people write."""

import pytest

from khedmat.core.persian import fold_line
from khedmat.core.word_lists import entries
from khedmat.search.analysis import stem, stems, words
from khedmat.search.synonyms import FOLDER, MOST_MEANINGS, is_said, meant_by, rows, table


def meant(text):
    found = meant_by([stem(word) for word in words(text)])
    return {tuple(meaning) for row in found for meaning in row.meanings}


def test_the_table_holds_far_more_than_six_hundred_phrases():
    assert len({row.phrase for row in rows()}) >= 1_500


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
