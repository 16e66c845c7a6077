"""Words and rules of a printed page become blocks: tables by what is drawn, lines by what is written."""

import pytest
from pydantic import TypeAdapter

from khedmat.importing.readers.containers.geometry import PageSize
from khedmat.importing.readers.containers.layout import Area, Line, Link, Page, Rules, Word, printed, tables_of
from khedmat.importing.readers.containers.layout.lines import joined
from khedmat.importing.readers.containers.layout.packing import packed
from khedmat.importing.readers.containers.layout.tables import MOST_RULES, Rule
from khedmat.importing.readers.containers.layout.unpacking import unpacked
from khedmat.importing.readers.labels import begins_anew
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases

PAGE = PageSize(600, 800)
LETTER = 6  # points


def line(text, right, top, *, space=1):
    """Words from the right, each letter as wide as the other."""
    words, place = [], right
    for word in text.split():
        left = place - LETTER * len(word)
        words.append(Word(word, Area(left, top, place, top + 12)))
        place = left - LETTER * space
    return Line(tuple(words))


def grid(*, xs, ys):
    """A table whose rules all go from edge to edge."""
    level = [Rule(y, min(xs), max(xs)) for y in ys]
    return Rules(level, [Rule(x, min(ys), max(ys)) for x in xs])


NOTHING_DRAWN = Rules((), ())


def blocks(lines, rules=NOTHING_DRAWN):
    found = printed([Page(PAGE, lines, tables_of(rules))])
    return [block.cells for block in found.sheet.blocks]


def test_a_ruled_table_gives_its_rows_with_columns_from_the_right():
    rules = grid(xs=(50, 300, 550), ys=(100, 130, 160))
    lines = [line("عنوان", 545, 105), line("پروانه", 290, 105), line("شناسه", 545, 135)]

    assert blocks(lines, rules) == [("عنوان", "پروانه"), ("شناسه", "")]


def test_a_printed_line_over_two_cells_is_parted_by_their_rule():
    rules = grid(xs=(50, 300, 550), ys=(100, 130))

    assert blocks([line("عنوان خدمت پروانه بهره برداری از معدن و کارخانه", 545, 105)], rules) == [
        ("عنوان خدمت پروانه بهره برداری از معدن و", "کارخانه")
    ]


def test_a_cell_over_two_rows_stands_in_its_first_one():
    rules = grid(xs=(50, 300, 550), ys=(100, 130, 160))
    rules.level[1] = Rule(130, 50, 300)
    lines = [line("مشخصات", 545, 125), line("شرح", 290, 105), line("نوع", 290, 135)]

    assert blocks(lines, rules) == [("مشخصات", "شرح"), ("", "نوع")]


def test_a_cell_over_two_columns_stands_in_its_first_one():
    rules = grid(xs=(50, 200, 300, 550), ys=(100, 130, 160))
    rules.upright[1] = Rule(200, 130, 160)
    lines = [line("یک", 545, 105), line("بلند", 290, 105), line("سه", 190, 135)]

    assert blocks(lines, rules) == [("یک", "بلند", ""), ("", "", "سه")]


def test_a_table_that_is_open_at_its_sides_has_its_outer_columns():
    rules = Rules([Rule(100, 50, 550), Rule(130, 50, 550)], [Rule(300, 100, 130)])

    assert blocks([line("عنوان", 545, 105), line("پروانه", 290, 105)], rules) == [("عنوان", "پروانه")]


def test_a_frame_around_the_page_is_no_table():
    assert blocks([line("عنوان خدمت", 545, 105)], grid(xs=(20, 580), ys=(20, 780))) == [("عنوان خدمت",)]


def test_a_drawing_of_thousands_of_rules_is_no_table():
    assert tables_of(grid(xs=range(50, 550, 20), ys=[50 + step / 4 for step in range(MOST_RULES)])) == []


def test_a_cell_over_two_columns_holds_nothing_of_what_stands_around_the_table():
    rules = grid(xs=(50, 200, 300, 550), ys=(100, 130, 160))
    rules.upright[1] = Rule(200, 130, 160)

    assert blocks([line("بالا", 545, 60), line("خانه", 290, 105)], rules)[1] == ("", "خانه", "")


def test_lines_around_tables_keep_their_order():
    rules = grid(xs=(50, 300, 550), ys=(100, 130))
    lines = [line("بالا", 545, 60), line("خانه", 545, 105), line("زیر", 545, 200)]

    assert blocks(lines, rules) == [("بالا",), ("خانه", ""), ("زیر",)]


FULL = "این خدمت به همه متقاضیان دارای پروانه معتبر و شرایط مندرج در دستورالعمل ارائه میشود و"


@cases(
    "below, wanted",
    {
        "no room for its first word": ("هزینه ندارد", [(f"{FULL} هزینه ندارد",)]),
        "an item begins": ("2- کارت ملی", [(FULL,), ("2- کارت ملی",)]),
        "a box begins": ("☐ ملی", [(FULL,), ("☐ ملی",)]),
    },
)
def test_a_line_goes_on_below_where_it_was_only_full(below, wanted):
    assert blocks([line(FULL, 570, 60), line(below, 570, 76)]) == wanted


def test_a_line_that_had_room_for_the_next_word_ends():
    assert blocks([line(FULL, 570, 60), line("عنوان خدمت", 570, 90), line("پروانه", 570, 106)]) == [
        (FULL,),
        ("عنوان خدمت",),
        ("پروانه",),
    ]


def test_a_cell_keeps_its_lines_and_joins_what_was_only_full():
    rules = grid(xs=(50, 470, 550), ys=(100, 160))
    lines = [line("متوسط زمان", 545, 105), line("ارائه", 545, 120), line("روز", 545, 140)]

    found = printed([Page(PAGE, lines, tables_of(rules))])

    assert found.sheet.blocks[0].cells[0] == "متوسط زمان ارائه\nروز"


def test_words_far_apart_on_a_line_are_columns():
    assert blocks([line("عنوان پروانه", 545, 60, space=8)]) == [("عنوان", "پروانه")]


def test_room_for_an_empty_line_is_a_gap():
    found = printed([Page(PAGE, [line("یک", 545, 60), line("دو", 545, 76), line("سه", 545, 110)], [])])

    assert [block.gap for block in found.sheet.blocks] == [False, False, True]


def test_each_printed_line_has_its_box_with_the_letters_that_stand_in_it():
    found = printed([Page(PAGE, [line(FULL, 570, 60), line("هزینه ندارد", 570, 76)], [])])

    ((first, second),) = found.places[0]
    assert (first.top, second.top, second.right) == (60, 76, 570)
    assert first.letters + second.letters == len("".join(found.sheet.blocks[0].text.split()))


def test_pages_follow_one_another():
    found = printed([Page(PAGE, [line(word, 545, 60)], []) for word in ("یک", "دو")])

    assert [boxes[0][0].page for boxes in found.places] == [0, 1]
    assert found.sizes == (PAGE, PAGE)


UPPER, LOWER = (700, 760), (60, 100)


def turned(above, below, *, xs=(50, 300, 550)):
    """A table at the end of a page, and one at the beginning of the next; places from the right."""
    pages = [
        Page(PAGE, [line(text, right, ys[0] + 10) for right, text in cells], tables_of(grid(xs=xs, ys=ys)))
        for cells, ys in ((above, UPPER), (below, LOWER))
    ]
    return [block.cells for block in printed(pages).sheet.blocks]


def test_a_row_of_short_lines_at_the_end_of_a_page_is_not_cut():
    assert turned([(545, "مراحل")], [(545, "نوع")]) == [("مراحل", ""), ("نوع", "")]
    assert turned([(100, "مراحل")], [(100, "نوع")]) == [("", "مراحل"), ("", "نوع")]


def test_a_row_that_the_end_of_a_page_cut_is_one_and_has_its_places_on_both():
    narrow = (450, 500, 550)

    assert turned([(545, "سازمان"), (495, "سامانه")], [(545, "حفاظت"), (495, "اثرات")], xs=narrow) == [
        ("سازمان حفاظت", "سامانه اثرات")
    ]


def test_a_row_is_cut_where_its_list_counts_on_below_its_label_that_was_full():
    first, second = (545, "فرایندهای"), (545, "خدمتهای")

    assert turned([first, (495, "1- ثبت")], [second, (495, "2- صدور")], xs=(50, 500, 550)) == [
        ("فرایندهای خدمتهای", "1- ثبت 2- صدور")
    ]
    assert len(turned([first, (495, "1- ثبت")], [second, (495, "4- صدور")], xs=(50, 500, 550))) == 2


def test_a_header_that_is_printed_again_is_read_once():
    assert turned([(545, "ردیف"), (295, "عنوان")], [(545, "ردیف"), (295, "عنوان")]) == [("ردیف", "عنوان")]


def test_a_table_keeps_its_columns_where_fewer_rules_are_drawn_on_the_next_page():
    first = Page(PAGE, [line("یک", 545, 710), line("سه", 190, 710)], tables_of(grid(xs=(50, 200, 300, 550), ys=UPPER)))
    second = Page(PAGE, [line("دو", 545, 70)], tables_of(grid(xs=(50, 300, 550), ys=LOWER)))

    assert [block.cells for block in printed([first, second]).sheet.blocks] == [("یک", "", "سه"), ("دو", "", "")]


def paged(*lines_of_pages):
    return [block.cells for block in printed([Page(PAGE, lines, []) for lines in lines_of_pages]).sheet.blocks]


def body(text):
    return line(text, 545, 300)


def test_a_running_head_is_read_once_and_a_running_foot_never():
    pages = [[line("سازمان نمونه", 545, 30), body(word), line("فرم شماره 12", 545, 770)] for word in ("یک", "دو", "سه")]

    assert paged(*pages) == [("سازمان نمونه",), ("یک",), ("دو",), ("سه",)]


@cases(
    "number",
    {"in words": "صفحه 1 از 4", "with a colon": "صفحه: 1", "as a share": "1/4", "in brackets": "صفحه (1) از (4)"},
)
def test_numbers_of_pages_are_not_read(number):
    assert paged([body("متن"), line(number, 300, 770)]) == [("متن",)]


def test_numbers_alone_are_those_of_pages_where_every_page_has_one():
    assert paged([body("یک"), line("1", 300, 770)], [body("دو"), line("2", 300, 770)]) == [("یک",), ("دو",)]
    assert paged([body("یک"), line("12", 300, 770)]) == [("یک",), ("12",)]


def test_what_answers_a_label_is_no_running_head():
    pages = [[line("دستگاه: سازمان نمونه", 545, 30), body(word)] for word in ("یک", "دو")]

    assert paged(*pages).count(("دستگاه: سازمان نمونه",)) == 2


def test_columns_without_rules_keep_their_places():
    rows = [
        Line((*line("عنوان", 545, 60).words, *line("مدت", 345, 60).words, *line("هزینه", 145, 60).words)),
        Line((*line("صدور", 545, 80).words, *line("رایگان", 145, 80).words)),
    ]

    assert blocks(rows) == [("عنوان", "مدت", "هزینه"), ("صدور", "", "رایگان")]


def test_a_value_goes_on_below_in_its_column():
    rows = [Line((*line("شرح", 545, 60).words, *line("صدور پروانه", 345, 60).words)), line("کسب", 345, 76)]

    assert blocks(rows) == [("شرح", "صدور پروانه کسب")]


def test_words_beside_the_rows_of_a_table_are_a_column_of_it():
    rules = grid(xs=(50, 300), ys=(100, 130, 160))
    lines = [line("عنوان", 545, 105), line("پروانه", 290, 105), line("شرح", 545, 135), line("صدور", 290, 135)]

    assert blocks(lines, Rules(rules.level, [*rules.upright, Rule(175, 100, 160)])) == [
        ("عنوان", "پروانه", ""),
        ("شرح", "صدور", ""),
    ]


PROSE = "خدمت به همه متقاضیان دارای پروانه معتبر"


def test_pages_of_two_columns_are_read_column_by_column():
    lines = [
        Line((*line(f"{PROSE} {place}", 570, top).words, *line(f"{PROSE} {place}", 290, top).words))
        for place, top in enumerate(range(76, 188, 16), start=1)
    ]

    found = blocks(lines)

    assert sum(map(len, found)) == len(found)
    assert [place for row in found for place in row[0].split() if place.isdecimal()] == [*"1234567", *"1234567"]


@cases(
    "above, below, wanted",
    {
        "an address": ("نشانی http://www.example.ir/", "a.html", "نشانی http://www.example.ir/a.html"),
        "an amount": ("1,250,00", "0", "1,250,000"),
        "words": ("صدور", "پروانه", "صدور پروانه"),
        "an account": ("حساب 010123456700", "8", "حساب 0101234567008"),
        "two counts": ("12", "345", "12 345"),
        "an e-mail": ("info@alborz.mimt.g", "ov.ir", "info@alborz.mimt.gov.ir"),
        "an e-mail and an address": ("info@mimt.gov.ir", "www.mimt.gov.ir", "info@mimt.gov.ir www.mimt.gov.ir"),
        "an amount and a number": ("1,250,000", "12", "1,250,000 12"),
    },
)
def test_what_was_cut_by_the_end_of_a_line_is_whole(above, below, wanted):
    assert joined(above, below) == wanted


def test_a_label_begins_anew_below_a_full_line_but_not_with_its_own_end():
    assert blocks([line(FULL, 570, 60), line("مدارک لازم: کارت", 570, 76)])[1] == ("مدارک لازم: کارت",)
    assert begins_anew("سطر پر", "نوع خدمت صدور")
    assert not begins_anew("هزینه ارایه خدمت (ریال) به", "خدمت گیرندگان")


def test_an_address_behind_words_stands_with_their_cell():
    page = Page(PAGE, [line("ورود", 545, 60)], [], [Link("https://www.example.ir", Area(521, 60, 545, 72))])

    assert printed([page]).sheet.blocks[0].links == ((0, "https://www.example.ir"),)


def test_what_comes_back_from_the_child_is_checked():
    shape = TypeAdapter(tuple[Page, ...])
    page = Page(PAGE, (line("یک", 545, 60),), ())

    assert unpacked(packed([page]), shape)[0].lines[0].text == "یک"
    with pytest.raises(Unreadable):
        unpacked(b"[[1]]", shape)
