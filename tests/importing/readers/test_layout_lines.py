"""Where a printed line ends, and where it only was full."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.containers.layout import Area, Line
from khedmat.importing.readers.containers.layout.lines import (
    are_apart,
    goes_on,
    joined,
    paragraphs,
    usual_pitch,
    within,
)
from tests.importing.readers.layout_pages import HEIGHT, below, beside, line
from tests.importing.readers.reading_forms import cases

WORDS = st.lists(st.text("ابپتسشکمن", min_size=1, max_size=8), min_size=1, max_size=12)
NARROW = Area(400, 0, 550, 800)
FULL = "متقاضیان دارای پروانه معتبر"


@cases(
    ("text", "under", "whole"),
    {
        "two words": ("صدور", "پروانه", "صدور پروانه"),
        "an address cut before its joint": ("نشانی https://example.ir", "/a/12", "نشانی https://example.ir/a/12"),
        "an address cut at its joint": ("https://example.ir/", "list", "https://example.ir/list"),
        "words below an address": ("https://example.ir", "برای همه", "https://example.ir برای همه"),
        "a cut amount": ("مبلغ 1,200,", "000 ریال", "مبلغ 1,200,000 ریال"),
        "two amounts": ("مبلغ 1,200", "3,400", "مبلغ 1,200 3,400"),
    },
)
def test_what_had_no_room_is_whole_again(text, under, whole):
    assert joined(text, under) == whole


@given(WORDS, WORDS)
def test_joining_keeps_every_letter_in_its_order(words, others):
    one, other = " ".join(words), " ".join(others)

    assert joined(one, other).replace(" ", "") == (one + other).replace(" ", "")


@cases(
    ("above", "under", "is_one"),
    {
        "no room for the next word": (FULL, "شرایط مندرج", True),
        "room for the next word": ("پروانه", "شرایط", False),
        "a numbered item": (FULL, "2- متقاضیان", False),
        "a bullet": (FULL, "• متقاضیان", False),
        "a box": (FULL, "☐ متقاضیان", False),
        "a label": (FULL, "شرح خدمت: رسیدگی", False),
    },
)
def test_a_line_goes_on_where_it_was_full_and_nothing_begins_below(above, under, is_one):
    assert goes_on(line(above), line(under, top=116), NARROW) is is_one


def test_a_heading_does_not_go_on_in_the_smaller_letters_below():
    words = line(FULL).words
    heading = Line(tuple(word._replace(area=word.area._replace(top=word.area.top - HEIGHT)) for word in words))

    assert not goes_on(heading, line("شرایط مندرج", top=116), NARROW)


def test_full_lines_make_one_paragraph_and_a_short_one_ends_it():
    lines = below(FULL, "شرایط مندرج در آیین", "پایان", "تازه")

    found = paragraphs(lines, NARROW, 16)

    assert [one.text for one in found] == [f"{FULL} شرایط مندرج در آیین", "پایان", "تازه"]


def test_an_empty_line_parts_paragraphs_though_the_line_was_full():
    lines = [line(FULL), line("شرایط", top=100 + 3 * HEIGHT)]

    assert len(paragraphs(lines, NARROW, 16)) == 2


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_paragraphs_lose_no_line_and_keep_their_order(texts):
    lines = below(*map(" ".join, texts))

    found = paragraphs(lines, NARROW, 16)

    assert [one for paragraph in found for one in paragraph.lines] == lines


@cases(
    ("gap", "texts"),
    {
        "a space": (6, ["عنوان پروانه"]),
        "two and a half heights": (30, ["عنوان پروانه"]),
        "more": (31, ["عنوان", "پروانه"]),
        "the whole page": (400, ["عنوان", "پروانه"]),
    },
)
def test_words_that_stand_far_apart_are_columns(gap, texts):
    first = line("عنوان")
    whole = beside(first, line("پروانه", right=first.area.left - gap))

    assert [piece.text for piece in whole.columns()] == texts


@given(WORDS, st.integers(1, 20))
def test_pieces_of_a_line_are_its_words_in_their_order(words, space):
    whole = line(" ".join(words), space=space)

    assert beside(*whole.columns()) == whole


def test_latin_words_stand_the_other_way_and_are_no_columns():
    whole = beside(line("two", right=420), line("one", right=399), line("three", right=456))

    assert len(whole.columns()) == 1


@cases(
    ("tops", "pitch"),
    {
        "close lines": ((0, 14, 28, 42), 14),
        "one gap among them": ((0, 14, 28, 70, 84), 14),
        "every second line empty": ((0, 40, 80, 120), 2.2 * HEIGHT),
        "one line": ((0,), 2.2 * HEIGHT),
        "pieces beside each other": ((0, 0, 14, 14, 28, 28, 42), 14),
    },
)
def test_the_usual_distance_is_that_of_close_lines(tops, pitch):
    assert usual_pitch([line("سطر", top=top) for top in tops]) == pytest.approx(pitch)


def test_a_page_without_lines_has_no_distance():
    assert usual_pitch([]) == 0


@cases(("distance", "apart"), {"close": (16, False), "a little more": (25, False), "an empty line": (32, True)})
def test_lines_are_apart_where_another_one_has_room_between(distance, apart):
    assert are_apart(line("یک", top=0), line("دو", top=distance), 16) is apart


def test_lines_set_to_the_right_write_on_as_much_as_their_padding_leaves():
    lines = [line("متقاضیان پروانه", right=540), line("شرایط", right=540, top=116)]

    assert within(Area(300, 90, 550, 140), lines) == Area(310, 90, 540, 140)


def test_lines_set_to_the_left_are_measured_from_there():
    lines = [line("four five", right=364), line("six", right=328, top=116)]

    assert within(Area(300, 90, 550, 140), lines) == Area(310, 90, 540, 140)


def test_padding_has_an_end_for_a_line_in_the_middle():
    assert within(Area(100, 90, 550, 140), [line("میانه", right=340)]).left == 115
