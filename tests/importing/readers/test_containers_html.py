"""Pages as agencies publish them, as blocks."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khedmat.importing.readers.containers.html import MOST_BLOCKS, sheet
from khedmat.importing.readers.containers.html.nesting import MOST_TAGS
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases

TAGS = ["<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<ul>", "<li>", "<dl>", "<dt>", "<dd>", "<p>", "<br>"]
TAGS += ["<td rowspan=3>", "<td colspan=2>", "<input type=checkbox checked>", "<!--", "-->", "<script>", "</script>"]


def cells(page: str) -> list[tuple[str, ...]]:
    return [block.cells for block in sheet(page).blocks if block.filled]


def rows(*lines: str) -> list[tuple[str, ...]]:
    return cells("<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>")


@cases(
    ("lines", "found"),
    {
        "plain": (["<td>الف</td><td>ب</td>"], [("الف", "ب")]),
        "headers": (["<th>الف</th><td>ب</td>"], [("الف", "ب")]),
        "an empty cell": (["<td>الف</td><td></td><td>ب</td>"], [("الف", "", "ب")]),
        "a wide cell": (["<td colspan=2>الف</td><td>ب</td>"], [("الف", "", "ب")]),
        "a high cell": (["<td rowspan=2>الف</td><td>ب</td>", "<td>پ</td>"], [("الف", "ب"), ("", "پ")]),
        "a high cell in the middle": (
            ["<td>الف</td><td rowspan=2>ب</td><td>پ</td>", "<td>ت</td><td>ث</td>"],
            [("الف", "ب", "پ"), ("ت", "", "ث")],
        ),
        "a cell wide and high": (
            ["<td rowspan=2 colspan=2>الف</td><td>ب</td>", "<td>پ</td>"],
            [("الف", "", "ب"), ("", "", "پ")],
        ),
        "three rows high": (
            ["<td rowspan=3>الف</td><td>ب</td>", "<td>پ</td>", "<td>ت</td>"],
            [("الف", "ب"), ("", "پ"), ("", "ت")],
        ),
        "breaks in a cell": (["<td>الف<br>ب</td><td>پ</td>"], [("الف\nب", "پ")]),
        "breaks around a remark": (["<td><br>ا<!-- -->لف <br><br hidden>ب<br> </td><td>پ</td>"], [("الف\nب", "پ")]),
        "paragraphs in a cell": (["<td><p>الف</p><p>ب</p></td><td>پ</td>"], [("الف\nب", "پ")]),
        "a broken span": (["<td colspan=x>الف</td><td rowspan=-2>ب</td>"], [("الف", "ب")]),
        "white space of the source": (["<td>\n   الف\n   ب </td><td>پ</td>"], [("الف ب", "پ")]),
        "no end tags": (["<td>الف<td>ب"], [("الف", "ب")]),
    },
)
def test_a_table_keeps_its_grid(lines, found):
    assert rows(*lines) == found


def test_a_span_does_not_reach_into_the_next_table():
    page = "<table><tr><td rowspan=9>الف</td><td>ب</td></tr></table><table><tr><td>پ</td><td>ت</td></tr></table>"

    assert cells(page) == [("الف", "ب"), ("پ", "ت")]


def test_a_table_inside_a_cell_gives_its_own_rows():
    page = "<table><tr><td>بیرون</td><td><table><tr><td>الف</td><td>ب</td></tr></table></td></tr></table>"

    assert ("الف", "ب") in cells(page)
    assert any("بیرون" in row for row in cells(page))


@cases(
    ("page", "found"),
    {
        "paragraphs": ("<p>الف</p><p>ب</p>", [("الف",), ("ب",)]),
        "divisions": ("<div>الف</div><div>ب</div>", [("الف",), ("ب",)]),
        "breaks": ("الف<br>ب", [("الف",), ("ب",)]),
        "inline tags": ("<p><b>الف</b> <span>ب</span></p>", [("الف ب",)]),
        "bullets": ("<ul><li>الف</li><li>ب</li></ul>", [("• الف",), ("• ب",)]),
        "numbers": ("<ol><li>الف</li><li>ب</li></ol>", [("1- الف",), ("2- ب",)]),
        "a definition": ("<dl><dt>الف</dt><dd>ب</dd></dl>", [("الف", "ب")]),
        "two definitions": ("<dl><dt>الف</dt><dd>ب</dd><dt>پ</dt><dd>ت</dd></dl>", [("الف", "ب"), ("پ", "ت")]),
        "several answers": ("<dl><dt>الف</dt><dd>ب</dd><dd>پ</dd></dl>", [("الف", "ب\nپ")]),
        "entities": ("<p>&#1575;&zwnj;&nbsp;&amp;</p>", [("ا\u200c &",)]),
        "details": ("<details><summary>الف</summary><p>ب</p></details>", [("الف",), ("ب",)]),
    },
)
def test_text_outside_tables_becomes_lines(page, found):
    assert cells(page) == found


def test_a_heading_has_its_level_and_what_follows_has_none():
    blocks = sheet("<h2>الف</h2><p>ب</p>").blocks

    assert [block.heading for block in blocks] == [2, 0]


@cases(
    ("tag", "mark"),
    {
        "checked box": ('<input type="checkbox" checked>', "☑"),
        "checked in xhtml": ('<input type="checkbox" checked="checked"/>', "☑"),
        "empty box": ('<input type="checkbox">', "☐"),
        "chosen radio": ('<input type="radio" checked>', "☑"),
        "empty radio": ("<INPUT TYPE=RADIO>", "☐"),
        "image of a tick": ('<img src="/img/checked.png">', "☑"),
        "image of an empty box": ('<img src="/img/unchecked.png">', "☐"),
        "alternative text": ('<img src="1.gif" alt="checked">', "☑"),
        "icon": ('<i class="fa fa-check-square-o"></i>', "☑"),
        "empty icon": ('<i class="fa fa-square-o"></i>', "☐"),
        "not checked": ('<span class="not-checked"></span>', "☐"),
    },
)
def test_boxes_of_a_page_become_marks(tag, mark):
    assert cells(f"<p>{tag} ملی</p>") == [(f"{mark} ملی",)]


@cases("tag", {"logo": '<img src="logo.png">', "portrait": '<img alt="وزیر">', "span": "<span class=title></span>"})
def test_other_images_and_tags_leave_nothing(tag):
    assert cells(f"<p>{tag}ملی</p>") == [("ملی",)]


@cases(
    ("tag", "said"),
    {
        "text": ('<input type="text" value="سماک">', "سماک"),
        "no value": ('<input type="text">', ""),
        "chosen of a list": ("<select><option>الف<option selected>ب</select>", "ب"),
        "nothing chosen": ("<select><option>الف<option>ب</select>", ""),
    },
)
def test_fields_of_a_page_give_what_was_chosen(tag, said):
    assert cells(f"<p>نام: {tag}</p>") == [(f"نام: {said}".strip(),)]


@cases(
    "part",
    {
        "script": "<script>var a = 'عنوان خدمت: دروغ'</script>",
        "style": "<style>p::before{content:'دروغ'}</style>",
        "comment": "<!-- دروغ -->",
        "template": "<template><p>دروغ</p></template>",
        "noscript": "<noscript>دروغ</noscript>",
        "menu": "<nav><a>دروغ</a></nav>",
        "frame": "<iframe>دروغ</iframe>",
        "hidden": "<p hidden>دروغ</p>",
        "not displayed": '<p style="color: red; display : none">دروغ</p>',
        "not visible": '<div style="visibility:hidden"><p>دروغ</p></div>',
        "head": "<head><title>دروغ</title></head>",
        "hidden field": '<input type="hidden" value="دروغ">',
    },
)
def test_what_a_reader_of_the_page_does_not_see_is_left_out(part):
    page = f"<html>{part}<body><p>راست</p></body></html>" if "<head" in part else f"<body>{part}<p>راست</p></body>"

    assert cells(page) == [("راست",)]


@cases(
    "page",
    {
        "deep divisions": "<div>" * 100_000 + "الف",
        "deep spans": "<span>" * 100_000 + "الف",
        "deep tables": "<table><tr><td>" * 20_000 + "الف",
        "too many rows": "<p>سطر</p>" * (MOST_BLOCKS + 1),
        "too many tags": "<b>سطر</b>" * (MOST_TAGS // 2 + 1),
    },
)
def test_a_hostile_page_is_refused_in_words_and_soon(page):
    began = perf_counter()

    with pytest.raises(Unreadable, match="[؀-ۿ]"):
        sheet(page)

    assert perf_counter() - began < 5


@cases(
    "page",
    {
        "wide spans": "<table>" + "<tr><td colspan=9999>الف</td></tr>" * 500 + "</table>",
        "high spans": "<table>" + "<tr><td rowspan=65000>الف</td></tr>" * 500 + "</table>",
        "nested a hundred deep": "<div>" * 100 + "الف" + "</div>" * 100,
        "unclosed cells": "<table>" + "<tr><td>الف" * 500,
    },
)
def test_an_odd_page_is_read_in_time(page):
    began = perf_counter()

    assert any("الف" in cell for row in cells(page) for cell in row)
    assert perf_counter() - began < 3


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*TAGS, "الف", "ب ", "&nbsp;", "<", '"'])), st.data())
def test_every_line_stands_in_its_block_where_it_says(parts, data):
    made = sheet("".join(parts))

    for line in made.lines:
        assert made.blocks[line.block].text[line.start :].startswith(line.text)


@pytest.mark.parametrize("deep", [30, 1500])
def test_lists_inside_each_other_lose_no_words_however_deep(deep):
    page = "<dl><dt>عنوان خدمت<dd>" * deep + "صدور پروانه"

    assert "صدور پروانه" in sheet(page).text


def test_text_that_was_set_beforehand_keeps_its_spaces_and_lines():
    page = "<pre>نام: الف   تلفن: ۱\nشرح</pre><p>نام   ب</p><pre>برچسب        مقدار</pre>"

    assert cells(page) == [("نام: الف   تلفن: ۱\nشرح",), ("نام ب",), ("برچسب", "مقدار")]
    assert rows("<td><pre>یک        دو</pre></td><td>سه</td>") == [("یک        دو", "سه")]
