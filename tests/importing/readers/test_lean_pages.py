"""Pages of our own making, read without a parser: the same blocks as with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.reading import ROOT, forms
from khedmat.importing.readers.blocks import Block
from khedmat.importing.readers.containers.docx import page_of
from khedmat.importing.readers.containers.html import lean, sheet
from khedmat.importing.readers.containers.html.nesting import MOST_TAGS
from khedmat.importing.readers.opening import opened
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.docx_files import BOXES
from tests.importing.readers.word_forms import as_word

WORDS = [
    "عنوان خدمت:",
    "  ",
    "☑ ملی ☐ استانی",
    "صدور &amp; تمدید",
    "a &lt; b",
    "☒ ✓",
    "نام خدمت ........ صدور پروانه",
    "\n",
]
OPEN = [
    "<div>",
    "<pre>",
    "<p>",
    "<h2>",
    "<table>",
    "<tr>",
    "<td>",
    '<td colspan="3">',
    '<a href="https://a.ir?b&amp;c">',
]
CLOSED = ["</div>", "</pre>", "</p>", "</h2>", "</table>", "</tr>", "</td>", "</a>", "<br>"]
FOREIGN = [
    "<img alt='☑'>",
    "&nbsp;",
    "&amp",
    "<",
    "<>",
    "\r",
    "<td class=a>",
    "<input type=checkbox checked>",
    "<iframe>",
]
LINES = st.sampled_from(
    ["<div>{}</div>", "<pre>{}</pre>", "<h1>{}</h1>", "<p></p>{}", '<div><a href="http://b.ir">{}</a></div>']
)
CELLS = st.sampled_from(
    ["<td>{}</td>", "<td>{}<br>ب</td>", '<td colspan="2">{}</td>', "<td><pre>الف   {}</pre></td>"]
    + ['<td><a href="https://a.ir">{}</a><br></td>', "<td>{}<table><tr><td>پ</td></tr></table></td>", "<td></td>"]
)
ROWS = st.lists(st.lists(CELLS, max_size=4).map(lambda row: f"<tr>{''.join(row)}</tr>"), max_size=3)
TABLES = ROWS.map(lambda rows: f"<table>{''.join(rows)}</table>\n")


@given(st.lists(st.one_of(LINES, TABLES), max_size=6), st.sampled_from(WORDS))
def test_what_our_readers_write_is_read_as_the_parser_reads_it(parts, words):
    page = "".join(parts).replace("{}", words)

    assert lean.sheet(page) in (sheet(page), None)
    assert lean.sheet(page) or "</table></td>" in page


@given(st.lists(st.sampled_from([*WORDS, *OPEN, *CLOSED, *FOREIGN]), max_size=12).map("".join))
def test_in_any_disorder_of_tags_it_reads_as_the_parser_does_or_not_at_all(page):
    assert lean.sheet(page) in (sheet(page), None)


@pytest.mark.parametrize(("name", "data"), forms(ROOT / "tests/golden").items())
def test_a_word_file_needs_no_parser(name, data):
    (leaf,) = opened(data, name).leaves
    page = page_of(as_word(leaf.sheet, BOXES["content control"])).html

    assert lean.sheet(page) == sheet(page)


@pytest.mark.parametrize("page", ["<td>الف</td>", "<div>الف", "الف<div>ب</div><i>پ</i>", "<table>الف</table>", "</p>"])
def test_a_page_of_others_is_left_to_the_parser(page):
    assert lean.sheet(page) is None


def test_a_row_has_sixty_columns_at_most():
    page = f"<table><tr>{'<td>الف</td>' * 100}</tr></table>"

    assert lean.sheet(page).blocks == (Block(("الف",) * 60, gap=True),)


def test_tags_without_end_are_refused():
    with pytest.raises(Unreadable):
        lean.sheet("<br>" * (MOST_TAGS + 1))
