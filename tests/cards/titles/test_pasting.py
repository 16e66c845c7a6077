"""What is pasted, line by line, and what becomes of it."""

import pytest

from khedmat.cards.titles.pasting import Line, lines_of


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        ("صدور پروانه", Line("صدور پروانه")),
        ("  ۱۲- صدور پروانه ", Line("صدور پروانه")),
        ("3) صدور پروانه", Line("صدور پروانه")),
        ("٤. صدور پروانه", Line("صدور پروانه")),
        ("صدور پروانهٔ ۲ ساله", Line("صدور پروانهٔ 2 ساله")),
        ("شركت\u200fسازی", Line("شرکتسازی")),
        ("۱\tصدور پروانه\tالکترونیکی", Line("صدور پروانه", True)),
        ("صدور پروانه\tغیر الکترونیکی", Line("صدور پروانه", False)),
        ("صدور پروانه\tغیرالکترونیکی\t۱۳۰۴۱۸۶۱۰۰۰", Line("صدور پروانه", False, "13041861000")),
        ("1304-1861-000\tصدور پروانه", Line("صدور پروانه", None, "13041861000")),
        ("صدور پروانه\t021-12345678", Line("صدور پروانه")),
    ],
)
def test_a_line_is_a_title_with_what_stands_beside_it(pasted, read):
    assert lines_of(pasted) == [read]


@pytest.mark.parametrize("dash", ["- ", "– ", "• ", "\t", "* "])
def test_a_line_that_begins_with_a_dash_is_below_the_last_one_that_does_not(dash):
    read = lines_of(f"صدور پروانه\n{dash}تمدید پروانه\n{dash}لغو پروانه\nپاسخ")

    assert [(line.title, line.under) for line in read] == [
        ("صدور پروانه", ""),
        ("تمدید پروانه", "صدور پروانه"),
        ("لغو پروانه", "صدور پروانه"),
        ("پاسخ", ""),
    ]


@pytest.mark.parametrize("nothing", ["", "\n\n", "  \n\t\n", "\x00", "\u200f"])
def test_lines_without_a_letter_are_none(nothing):
    assert lines_of(nothing) == []
