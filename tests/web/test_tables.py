"""Tables to take away are opened by spreadsheets: words of others are never reckoned there."""

import csv
import io

import pytest

from khedmat.web.tables import csv_answer


def cells(*row):
    answer = csv_answer("table.csv", ["عنوان"], [row])
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))[1]


@pytest.mark.parametrize("word", ["=1+1", "+98-1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_words_that_begin_like_a_formula_stay_words(word):
    assert cells(word)[0].startswith("'")


def test_numbers_and_other_words_stay_as_they_are():
    assert cells(-5, "-48", 0, "صدور پروانه", "۱۴۰۳") == ["-5", "-48", "0", "صدور پروانه", "۱۴۰۳"]


def test_what_is_unknown_is_an_empty_cell_and_no_zero():
    assert cells(None, 0, "آخر") == ["", "0", "آخر"]


def test_a_spreadsheet_hears_which_letters_these_are_and_that_it_is_a_file():
    answer = csv_answer("table.csv", ["عنوان"], [])

    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer["Content-Disposition"] == 'attachment; filename="table.csv"'
