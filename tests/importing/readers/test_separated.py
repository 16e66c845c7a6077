"""Which character parts the cells of a text, and the cells that it parts."""

import pytest

from khedmat.importing.readers.containers.sheets.separated import grid_of, is_named, separator_of
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases


@cases(
    ("text", "separator"),
    {
        "commas": ("الف,ب\nپ,ت", ","),
        "semicolons with commas inside": ("الف;ب,پ\nت;ث", ";"),
        "tabs": ("الف\tب\nپ\tت", "\t"),
        "more cells win": ("الف;ب,پ,ت\nث;ج,چ,ح", ","),
        "said": ("sep=|\nالف,ب|پ\n", "|"),
        "quoted separators": ('"الف,ب",پ\n"ت,ث",ج', ","),
        "quoted line ends": ('"الف\nب",پ\nت,ث', ","),
        "records of other lengths": ("الف,ب\nپ\nت,ث,ج\nچ", None),
        "one record": ("الف,ب", None),
        "no separator": ("الف\nب", None),
        "nothing": ("", None),
    },
)
def test_the_separator_is_that_of_most_records(text, separator):
    assert separator_of(text) == separator


@cases(
    ("text", "rows"),
    {
        "plain": ("الف,ب\nپ,ت", (("الف", "ب"), ("پ", "ت"))),
        "empty cells": ("الف,,ب\n,,\nپ,,ت", (("الف", "ب"), ("پ", "ت"))),
        "quotation marks": ('"الف ""ب""",پ\n', (('الف "ب"', "پ"),)),
        "spaces around": (" الف , ب \n", (("الف", "ب"),)),
        "kept as text": ('"=""013""",ب\n', (("013", "ب"),)),
        "the said separator is no cell": ("sep=,\nالف,ب\n", (("الف", "ب"),)),
        "short records": ("الف,ب\nپ", (("الف", "ب"), ("پ", ""))),
    },
)
def test_cells_stand_where_their_record_puts_them(text, rows):
    assert grid_of(text, ",").rows == rows


def test_an_empty_record_parts_what_stands_around_it():
    assert grid_of("الف,ب\n,\nپ,ت", ",").gaps == {1}


def test_more_cells_than_any_list_are_refused(monkeypatch):
    monkeypatch.setattr("khedmat.importing.readers.containers.sheets.grid.MOST_CELLS", 3)

    with pytest.raises(Unreadable, match="خانهٔ پر"):
        grid_of("الف,ب\nپ,ت", ",")


@cases(
    ("name", "named"),
    {"csv": ("A.CSV", True), "tsv": ("a.tsv", True), "text": ("a.txt", False), "none": ("csv", False)},
)
def test_a_name_helps_by_its_ending(name, named):
    assert is_named(name) is named
