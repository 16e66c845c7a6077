"""Plain text, and what converters leave in it, as blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.containers.text import sheet
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases


def cells(text: str) -> list[tuple[str, ...]]:
    return [block.cells for block in sheet(text).blocks]


@cases(
    ("line", "found"),
    {
        "one cell": ("عنوان خدمت: صدور", ("عنوان خدمت: صدور",)),
        "tabs": ("عنوان خدمت\tصدور", ("عنوان خدمت", "صدور")),
        "an empty cell between tabs": ("۱\t\tصدور", ("۱", "", "صدور")),
        "wide spaces": ("عنوان خدمت        صدور پروانه", ("عنوان خدمت", "صدور پروانه")),
        "five spaces are no column": ("عنوان خدمت     صدور", ("عنوان خدمت     صدور",)),
        "pipes": ("| عنوان خدمت | صدور |", ("عنوان خدمت", "صدور")),
        "an empty cell between pipes": ("| عنوان خدمت |  | صدور |", ("عنوان خدمت", "", "صدور")),
        "a pipe inside a line": ("صدور | تمدید", ("صدور | تمدید",)),
        "spaces around": ("   عنوان خدمت   ", ("عنوان خدمت",)),
        "bold": ("**عنوان خدمت:** صدور", ("عنوان خدمت: صدور",)),
        "bold with underscores": ("__عنوان خدمت__", ("عنوان خدمت",)),
        "inline tags": ("<b>عنوان</b> خدمت", ("عنوان  خدمت",)),
        "entities": ("قانون &laquo;برنامه&raquo; &amp; بودجه", ("قانون «برنامه» & بودجه",)),
        "a ticked input": ('<input type="checkbox" checked> ملی', ("☑  ملی",)),
        "an empty input": ('<input type="checkbox"> ملی', ("☐  ملی",)),
        "words between angle brackets": ("<نام> </w:t> <body:x>", ("<نام> </w:t> <body:x>",)),
        "a less-than sign": ("مبلغ < ۵۰۰ ریال", ("مبلغ < ۵۰۰ ریال",)),
        "a break in a cell": ("صدور<br>تمدید", ("صدور\nتمدید",)),
    },
)
def test_a_line_becomes_its_cells(line, found):
    (block,) = cells(line)

    assert tuple(" ".join(cell.split(" ")) for cell in block) == found


@cases(
    "rule",
    {"empty": "", "spaces": "   ", "hyphens": "-----", "Markdown": "|---|:--:|", "equals": "=====", "dashes": "———"},
)
def test_a_rule_is_no_block(rule):
    assert cells(f"الف\n{rule}\nب") == [("الف",), ("ب",)]


def test_an_empty_line_leaves_a_gap():
    assert [block.gap for block in sheet("الف\nب\n\nپ").blocks] == [False, False, True]


@cases(("line", "level"), {"first": ("# شرح", 1), "second": ("## شرح", 2), "none": ("شرح", 0), "glued": ("#شرح", 0)})
def test_a_heading_of_markdown_has_its_level(line, level):
    assert [block.heading for block in sheet(line).blocks] == [level]


@cases("ends", {"unix": "\n", "windows": "\r\n", "old mac": "\r", "unicode": "\u2028", "form feed": "\f"})
def test_every_kind_of_line_end_ends_a_line(ends):
    assert cells(f"الف{ends}ب") == [("الف",), ("ب",)]


def test_lines_know_their_block_cell_and_place():
    (first, second) = sheet("الف\tب پ").lines

    assert [(line.text, line.block, line.cell, line.alone) for line in (first, second)] == [
        ("الف", 0, 0, False),
        ("ب پ", 0, 1, False),
    ]
    assert sheet("الف\tب پ").blocks[0].text[second.start :] == "ب پ"


def test_the_only_filled_cell_of_a_row_stands_alone():
    assert [line.alone for line in sheet("| | صدور | |").lines] == [True]


@cases("text", {"too many lines": "سطر\n" * 20_001, "too long a line": "س" * 20_001})
def test_what_is_too_long_for_a_form_is_refused_in_words(text):
    with pytest.raises(Unreadable, match="بسیار بلند"):
        sheet(text)


@given(st.text(max_size=120))
def test_every_line_stands_in_its_block_where_it_says(text):
    made = sheet(text)

    for line in made.lines:
        block = made.blocks[line.block]
        assert block.text[line.start : line.start + len(line.text)] == line.text
