"""Printed pages for whoever checks them: a picture, boxes over it that say which letters stand in them, the words."""

import re

from khedmat.importing.readers.blocks import Block, Sheet
from khedmat.importing.readers.containers.geometry import Box, PageSize, Printed
from khedmat.importing.readers.opening import opened
from khedmat.importing.readers.original.printed import shown
from tests.importing.readers import pdfs
from tests.importing.readers.reading_forms import cases

A4 = PageSize(595.0, 842.0)


def box(page=0, letters=0, top=100.0):
    return Box(page, 300, top, 400, top + 12.5, letters=letters)


def page_of(*placed, sizes=(A4,)):
    blocks, places = zip(*placed, strict=True) if placed else ((), ())
    return "".join(shown(Printed(Sheet(tuple(map(Block, blocks))), places, sizes)))


def spans(html):
    return [(int(start), int(end)) for start, end in re.findall(r'data-from="(\d+)" data-to="(\d+)"', html)]


def test_each_page_has_its_picture_its_boxes_and_its_words():
    html = page_of((("عنوان خدمت",), ((box(letters=9),),)), (("شرح",), ((box(1, 3),),)), sizes=(A4, A4))

    first, second = html.split('<div class="source-page">')[1:]
    assert '<img src="page:1.png" width="595" height="842" alt="صفحهٔ ۱"' in first
    assert '<g id="source-0" data-block="0"><rect x="300.0" y="100.0" width="100.0" height="12.5"' in first
    assert '<div data-block="0">عنوان خدمت</div>' in first
    assert ('id="source-1"' in second, "شرح" in second) == (True, True)


@cases(
    "cells, boxes, wanted",
    {
        "a line": (("ab cd",), [[4]], [(0, 4)]),
        "two lines of a cell": (("ab\ncd e",), [[2, 3]], [(0, 2), (2, 5)]),
        "two cells": (("ab", "cd e"), [[2], [3]], [(0, 2), (2, 5)]),
        "a cell without words": (("ab", "", "c"), [[2], [], [1]], [(0, 2), (2, 3)]),
        "letters that nobody counted": (("ab", "cd e"), [[0], [0]], [(0, 2), (2, 5)]),
        "letters counted otherwise": (("ab", "cd e"), [[2], [2, 2]], [(0, 2), (2, 5), (2, 5)]),
    },
)
def test_a_box_says_which_letters_of_its_block_stand_in_it(cells, boxes, wanted):
    html = page_of((cells, tuple(tuple(box(letters=count) for count in cell) for cell in boxes)))

    assert spans(html) == wanted


def test_a_row_without_boxes_stands_where_the_one_before_it_stands():
    html = page_of((("یک",), ((box(1, 2),),)), (("", ""), ((), ())), (("دو",), ((box(1, 2),),)), sizes=(A4, A4))

    assert [n for n in range(3) if f'data-block="{n}"' in html.split('class="source-page"')[2]] == [0, 1, 2]
    assert 'id="source-1"' not in html


def test_a_page_of_which_nothing_is_known_is_shown_all_the_same():
    assert 'viewBox="0 0 595 842"' in page_of(sizes=(PageSize(0.0, 0.0),))


def test_nothing_of_theirs_is_an_element():
    html = page_of((("<script>alert(1)</script>", 'src="page:1.png"'), ((box(),), (box(),))))

    assert "<script>" not in html
    assert html.count('src="page:1.png"') == 1


def test_every_word_of_a_pdf_has_its_box():
    data = pdfs.pdf(pdfs.table((100, 300, 500), (100, 130)) + pdfs.lines("عنوان خدمت", "شرح خدمت", top=112))
    (leaf,) = opened(data, "form.pdf").leaves

    html = "".join(leaf.shown())

    assert html.count("<rect") >= 2
    assert all(f'data-block="{n}"' in html for n, block in enumerate(leaf.sheet.blocks) if block.filled)
