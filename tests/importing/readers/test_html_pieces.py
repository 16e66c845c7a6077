"""Parts of pages: frames, envelopes, spans, fonts of pictures, what is nested without end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.containers import html
from khedmat.importing.readers.containers.html.framed import unframed
from khedmat.importing.readers.containers.html.grid import MOST_COLUMNS
from khedmat.importing.readers.containers.html.nesting import DEEPEST, refuse_deep
from khedmat.importing.readers.containers.html.saved import page_in
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases

WORDS = st.lists(st.text("ابپخدمت", min_size=1, max_size=6), min_size=1, max_size=4).map(" ".join)


def cells(page):
    return [block.cells for block in html.sheet(page).blocks]


def table(*rows):
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


@cases(
    ("frame", "found"),
    {
        "in double quotes": ('<iframe srcdoc="<p>شرح خدمت</p>"></iframe>', [("شرح خدمت",)]),
        "in single quotes": ("<iframe srcdoc='<p>شرح خدمت</p>'></iframe>", [("شرح خدمت",)]),
        "with its signs spelt out": ('<iframe srcdoc="&lt;p&gt;شرح خدمت&lt;/p&gt;"></iframe>', [("شرح خدمت",)]),
        "behind other attributes": ('<iframe id="a" SRCDOC = "<b>شرح</b>"></iframe>', [("شرح",)]),
        "an empty one": ('<iframe srcdoc=""></iframe>', []),
        "of another page": ('<iframe src="a.html"></iframe>', []),
        "without end": ('<iframe srcdoc="<p>شرح', []),
    },
)
def test_a_page_written_in_a_frame_is_a_part_of_the_page(frame, found):
    assert cells(frame) == found


@given(st.text("<>iframe srcdoc='\"=ab", max_size=60))
def test_a_page_without_whole_frames_stays_as_it_is(text):
    assert unframed(text) == text or "<iframe" in text.lower()


@cases(
    "piece",
    {"one tag": "<div>", "many kinds": "<table><tr><td>", "in capitals": "<DIV>", "with classes": "<div class='a'>"},
)
def test_tags_nested_without_end_are_refused(piece):
    with pytest.raises(Unreadable, match="برچسب"):
        refuse_deep(piece * (DEEPEST + 1))


@cases(
    "page",
    {
        "many beside each other": "<div></div>" * (DEEPEST * 2),
        "without end tags": "<br>" * (DEEPEST * 2),
        "text": "خدمت",
        "only closing": "</div>" * DEEPEST,
    },
)
def test_long_pages_that_are_not_deep_are_read(page):
    assert refuse_deep(page) is None


@cases(
    ("rows", "found"),
    {
        "a cell over two columns": (("<td colspan=2>الف<td>ب",), [("الف", "", "ب")]),
        "a cell over two rows": (("<td rowspan=2>الف<td>ب", "<td>پ"), [("الف", "ب"), ("", "پ")]),
        "over both": (("<td rowspan=2 colspan=2>الف<td>ب", "<td>پ"), [("الف", "", "ب"), ("", "", "پ")]),
        "over no column": (("<td colspan=0>الف<td>ب",), [("الف", "ب")]),
        "over a word of columns": (("<td colspan=all>الف<td>ب",), [("الف", "ب")]),
        "over fewer than none": (("<td colspan=-3>الف<td>ب",), [("الف", "ب")]),
    },
)
def test_cells_keep_their_columns_whatever_spans_them(rows, found):
    assert cells(table(*rows)) == found


@cases(
    "span", {"a cell": "<td colspan=99999999>الف", "cells": "<td>الف</td>" * 5000, "spans": "<td colspan=50>الف" * 50}
)
def test_a_hostile_row_ends_where_no_form_goes_on(span):
    (row,) = cells(table(span))

    assert len(row) <= MOST_COLUMNS
    assert row[0] == "الف"


def test_a_cell_over_millions_of_rows_fills_no_memory():
    assert cells(table("<td rowspan=99999999>الف<td>ب", "<td>پ")) == [("الف", "ب"), ("", "پ")]


@given(st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_a_plain_table_gives_its_words_where_they_stand(rows):
    page = table(*("".join(f"<td>{cell}</td>" for cell in row) for row in rows))

    assert cells(page) == list(map(tuple, rows))


@given(st.lists(WORDS, max_size=6), st.sampled_from(["p", "div", "li", "section", "h2", "blockquote"]))
def test_words_keep_their_order_in_every_tag_of_lines(words, tag):
    found = cells("".join(f"<{tag}>{one}</{tag}>" for one in words))

    assert [cell.removeprefix("• ") for (cell,) in found] == words


@given(
    st.lists(
        st.sampled_from(
            ["<div>", "</div>", "<table>", "<tr>", "<td>", "</td>", "<dl>", "<dt>", "<dd>", "خدمت", "<p", ">", "&#x0;"]
        ),
        max_size=40,
    )
)
def test_any_soup_of_tags_is_read_without_losing_its_plain_words(pieces):
    page = "خدمت " + " ".join(pieces)

    assert "خدمت" in html.sheet(page).text


@cases(
    ("style", "shown"),
    {
        "its style": ('<span style="font-family:Wingdings">þ</span>', "☑"),
        "its style in quotes": ("<span style=\"font-family:'Wingdings 2', serif\">R</span>", "☑"),
        "its face": ('<font face="Wingdings">þ</font>', "☑"),
        "its class": ("<style>.box{font-family:Wingdings}</style><span class=box>þ</span>", "☑"),
        "the tag around it": ('<p style="font-family:Wingdings"><b>þ</b></p>', "☑"),
        "a nearer font of letters": ('<p style="font-family:Wingdings"><b style="font-family:Tahoma">R</b></p>', "R"),
        "no such font": ("<span>þ</span>", "þ"),
    },
)
def test_a_letter_shows_the_picture_of_the_font_that_is_nearest(style, shown):
    assert html.sheet(style).text.strip() == shown


ENVELOPE = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="cut"\r\n\r\n'


def enveloped(*parts):
    return ENVELOPE + b"".join(b"--cut\r\n" + part + b"\r\n" for part in parts) + b"--cut--"


PAGE = b"Content-Type: text/html\r\n\r\n<p>page</p>"
PICTURE = b"Content-Type: image/png\r\n\r\n\x89PNG"


@cases(
    ("data", "page"),
    {
        "a page": (enveloped(PAGE), b"<p>page</p>"),
        "a page behind a picture": (enveloped(PICTURE, PAGE), b"<p>page</p>"),
        "the first of two": (enveloped(PAGE, PAGE.replace(b"page", b"other")), b"<p>page</p>"),
        "only pictures": (enveloped(PICTURE), None),
        "nothing in it": (enveloped(), None),
        "no envelope": (b"<p>page</p>", None),
        "a text that names one": (b"boundary=cut\r\n" + PAGE, None),
        "nothing": (b"", None),
    },
)
def test_the_first_page_is_taken_out_of_its_envelope(data, page):
    found = page_in(data)

    assert (found.strip() if found else found) == page


@given(st.binary(max_size=200), st.sampled_from([b"base64", b"quoted-printable", b"8bit", b"x"]))
def test_whatever_is_packed_in_an_envelope_gives_bytes(body, how):
    part = b"Content-Type: text/html\r\nContent-Transfer-Encoding: " + how + b"\r\n\r\n" + body

    assert isinstance(page_in(enveloped(part)), bytes)
