"""Tables and lists of Word: columns stay columns, numbers are printed as Word prints them."""

import pytest

from tests.importing.readers.docx_files import (
    cell,
    control,
    p,
    part,
    r,
    relation,
    row,
    rows_of,
    style,
    styles,
    table,
    word,
)
from tests.importing.readers.reading_forms import cases


def test_cells_keep_their_lines_and_their_columns():
    made = word(table(row("الف", cell("یک", "دو\nسه", "")), row("", "ب")))

    assert rows_of(made) == [("الف", "یک\nدو\nسه"), ("", "ب")]


@cases(
    ("rows", "shown"),
    {
        "over columns": (
            [row(cell("الف", about='<w:gridSpan w:val="2"/>'), "ب"), row("۱", "۲", "۳")],
            [("الف", "", "ب"), ("۱", "۲", "۳")],
        ),
        "over rows": (
            [row(cell("الف", about='<w:vMerge w:val="restart"/>'), "ب"), row(cell("نهان", about="<w:vMerge/>"), "پ")],
            [("الف", "ب"), ("", "پ")],
        ),
        "over both": (
            [
                row(cell("الف", about='<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), "ب"),
                row(cell("", about='<w:gridSpan w:val="2"/><w:vMerge w:val="continue"/>'), "پ"),
            ],
            [("الف", "", "ب"), ("", "", "پ")],
        ),
        "old merging": (
            [row(cell("الف", about='<w:hMerge w:val="restart"/>'), cell("", about="<w:hMerge/>"), "ب")],
            [("الف", "", "ب")],
        ),
        "begins later": (
            [row("ب", about='<w:gridBefore w:val="2"/>'), row("۱", "۲", "۳")],
            [("", "", "ب"), ("۱", "۲", "۳")],
        ),
        "wild numbers": ([row(cell("الف", about='<w:gridSpan w:val="99999999999"/>'), "ب")], [("الف", "ب")]),
        "below nothing": ([row(cell("الف", about='<w:gridSpan w:val="-4"/>'), "ب")], [("الف", "ب")]),
    },
)
def test_merged_cells_leave_empty_places(rows, shown):
    assert rows_of(word(table(*rows))) == shown


def test_a_table_from_right_to_left_is_read_in_the_order_of_its_cells():
    made = word(f"<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr>{row('عنوان خدمت', 'صدور پروانه')}</w:tbl>")

    assert rows_of(made) == [("عنوان خدمت", "صدور پروانه")]


def test_a_table_within_a_cell_is_read_row_by_row():
    inner = table(row("۱", "۲"), row("۳", "۴"))
    made = word(table(row("برچسب", cell("پیش", inner, "پس")), row("الف", "ب")))

    assert rows_of(made) == [("برچسب",), ("پیش",), ("۱", "۲"), ("۳", "۴"), ("پس",), ("الف", "ب")]


def test_a_single_cell_drawn_around_a_text_is_no_table():
    framed = table(row(cell(p("نام خدمت:\tصدور"), p("شرح"))))

    assert rows_of(word(framed)) == [("نام خدمت:", "صدور"), ("شرح",)]
    assert rows_of(word(table(row("الف", cell(table(row("در قاب"))))))) == [("الف", "در قاب")]


def test_rows_and_cells_of_content_controls_are_rows_and_cells():
    cells = control("<w:text/>", "<w:tc>" + p("ب") + "</w:tc>")
    made = word(table(f"<w:tr><w:tc>{p('الف')}</w:tc>{cells}</w:tr>", control("<w:text/>", row("پ", "ت"))))

    assert rows_of(made) == [("الف", "ب"), ("پ", "ت")]


def test_tabs_within_a_cell_make_no_table_of_it():
    assert rows_of(word(table(row(cell(p(r("یک\tدو"))), "ب")))) == [("یک دو", "ب")]


def test_cells_without_a_table_and_rows_without_cells_are_read_through():
    assert rows_of(word(f"<w:tc>{p('الف')}</w:tc><w:tr>{p('ب')}</w:tr>", "<w:tbl><w:tr/></w:tbl>")) == [
        ("الف",),
        ("ب",),
    ]


def level(number, kind, text, more=""):
    return f'<w:lvl w:ilvl="{number}"><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def numbering(*levels, more=""):
    nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return part("numbering", f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}{more}')


def listed(text, deep=0, name="1"):
    return p(text, about=f'<w:numPr><w:ilvl w:val="{deep}"/><w:numId w:val="{name}"/></w:numPr>')


def lines(made, *body, **more):
    relations = [relation("n", "numbering", "numbering.xml"), relation("s", "styles", "styles.xml")]
    file = word(*body, parts={"word/numbering.xml": made, **more}, relations=relations)
    return [text for (text,) in rows_of(file)]


@cases(
    ("kind", "text", "printed"),
    {
        "number": ("decimal", "%1.", "1- "),
        "number in brackets": ("decimal", "(%1)", "1- "),
        "words": ("decimal", "ماده %1:", "ماده 1- "),
        "point": ("bullet", "\uf0b7", "• "),
        "letter": ("arabicAbjad", "%1)", "الف- "),
        "Latin letter": ("lowerLetter", "%1)", "a- "),
        "nothing": ("none", "%1", ""),
        "no text": ("decimal", "", ""),
    },
)
def test_the_number_that_word_prints_stands_before_the_paragraph(kind, text, printed):
    assert lines(numbering(level(0, kind, text)), listed("کارت ملی")) == [f"{printed}کارت ملی"]


def test_levels_count_on_their_own_and_begin_anew_below_the_next():
    made = numbering(
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2."),
        level(2, "decimal", "%3.", '<w:lvlRestart w:val="0"/>'),
    )

    found = lines(made, *(listed("ا", deep) for deep in (0, 1, 2, 1, 0, 1, 2)))

    assert found == ["1- ا", "1.1- ا", "1- ا", "1.2- ا", "2- ا", "2.1- ا", "2- ا"]


def test_lists_of_one_kind_count_together_unless_one_begins_anew():
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    made = numbering(level(0, "decimal", "%1.", '<w:start w:val="1"/>'), more=more)

    found = lines(made, *(listed("ا", name=name) for name in "1123 3".replace(" ", "")))

    assert found == ["1- ا", "2- ا", "3- ا", "5- ا", "6- ا"]


@cases("name", {"switched off": "0", "unknown": "77"})
def test_a_paragraph_of_no_list_has_no_number(name):
    assert lines(numbering(level(0, "decimal", "%1.")), listed("ا", name=name)) == ["ا"]


def test_a_list_may_come_from_a_style_and_its_level_from_the_paragraph():
    made = styles(style("Item", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'))
    both = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
    item = '<w:pStyle w:val="Item"/>'

    found = lines(both, p("ا", about=item), p("ب", about=f'{item}<w:numPr><w:ilvl w:val="1"/></w:numPr>'), **made)

    assert found == ["1- ا", "a- ب"]


@pytest.mark.parametrize("wild", ["-1", "9", "99999999999999999999", "x", ""])
def test_wild_levels_are_the_first(wild):
    assert lines(numbering(level(0, "decimal", "%1.")), listed("ا", deep=wild)) == ["1- ا"]
