"""What no form could hold is refused while it is being read."""

import pytest

from khedmat.importing.readers import rows
from khedmat.importing.readers.blocks import Block
from khedmat.importing.readers.containers import html, text
from khedmat.importing.readers.containers.sheets import separated
from khedmat.importing.readers.containers.size import MOST_CELLS, MOST_CHARACTERS, Size
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases

COLUMNS = 50
ROWS = MOST_CELLS // COLUMNS


@cases(
    "block",
    {
        "cells": Block(("",) * MOST_CELLS),
        "lines of a cell": Block(("\n" * (MOST_CELLS - 1),)),
        "characters": Block(("ا" * MOST_CHARACTERS,)),
    },
)
def test_as_much_as_may_be_is_taken_and_no_more(block):
    size = Size()

    size.add(block)

    with pytest.raises(Unreadable, match="بسیار بزرگ"):
        size.add(Block(("ا",)))


def test_each_sheet_of_a_workbook_may_be_as_large_as_a_page():
    row = "\t".join(["خانه"] * COLUMNS)
    half, whole = (separated.grid_of("\n".join([row] * count), "\t") for count in (ROWS // 2, ROWS + 1))

    assert len(rows.leaves([half, half, half])) == 3

    with pytest.raises(Unreadable, match="بسیار بزرگ"):
        rows.leaves([half, whole])


def test_countthat_are_a_card_each_are_given_to_the_grammar_one_by_one():
    head = ["عنوان خدمت", "شرح خدمت", "نوع خدمت", *(f"ستون {number}" for number in range(COLUMNS))]
    row = ["صدور پروانه", "رسیدگی", "G2C", *["خانه"] * COLUMNS]
    table = separated.grid_of("\n".join(map("\t".join, [head, *[row] * ROWS])), "\t")

    assert len(rows.leaves([table])) == ROWS


@cases(
    ("sheet", "row"),
    {
        "text": (text.sheet, "\t".join(["خانه"] * COLUMNS) + "\n"),
        "page": (html.sheet, "<table><tr>" + "<td>خانه</td>" * COLUMNS + "</tr></table>"),
    },
)
def test_tables_larger_than_any_form_are_refused(sheet, row):
    assert len(sheet(row * ROWS).blocks) == ROWS

    with pytest.raises(Unreadable, match="بسیار بزرگ"):
        sheet(row * (ROWS + 1))
