"""Tables that nobody drew rules for: a label of one line beside an answer of several."""

from khedmat.importing.readers.containers.layout import is_loose, printed
from khedmat.importing.readers.containers.layout.open_tables import with_open_tables
from tests.importing.readers.layout_pages import beside, line, page, table
from tests.importing.readers.reading_forms import cases

EDGE = 420  # where answers begin


def row(label, answer, top):
    """On one line."""
    return beside(line(label, top=top), line(answer, top=top, right=EDGE))


def answer(text, top):
    return line(text, top=top, right=EDGE)


FIRST = [row("عنوان خدمت", "صدور پروانه", 100), row("شناسه خدمت", "13041216000", 120)]
LAST = [row("ماهیت خدمت", "حاکمیتی", 175), row("سطح خدمت", "ملی", 195)]
TWO_LINES = [answer("رسیدگی به درخواست ها و صدور پروانه", 140), line("شرح خدمت", top=147), answer("معادن", 154)]


def cells(*lines, **parts):
    return [block.cells for block in printed([page(*lines, **parts)]).sheet.blocks]


def test_a_label_stands_beside_the_middle_of_its_answer():
    found = cells(*FIRST, *TWO_LINES, *LAST)

    assert found[2] == ("شرح خدمت", "رسیدگی به درخواست ها و صدور پروانه معادن")
    assert [len(row) for row in found] == [2] * 5


def test_a_label_of_two_lines_stands_beside_its_answer():
    label = [line("متوسط مدت زمان", top=140), answer("دو ماه", 147), line("ارایه خدمت", top=154)]

    assert ("متوسط مدت زمان ارایه خدمت", "دو ماه") in [
        tuple(cell.replace("\n", " ") for cell in row) for row in cells(*FIRST, *label, *LAST)
    ]


def test_a_heading_above_stays_outside():
    heading = line("شناسنامه خدمت", top=70)

    assert cells(heading, *FIRST, *TWO_LINES, *LAST)[0] == ("شناسنامه خدمت",)


@cases(
    "lines",
    {
        "one line a row": (*FIRST, *LAST, row("نام دستگاه", "سازمان", 215)),
        "prose": tuple(line("متن یک گزارش که تا پایان سطر می رود", top=100 + 16 * n) for n in range(9)),
        "numbers before the items of a list": tuple(
            beside(line("1-", top=100 + 16 * n), line("مدرک نخست", top=100 + 16 * n, right=500)) for n in range(6)
        ),
        "an answer whose label cannot be told": (*FIRST, answer("سطری تنها", 148), *LAST),
        "answers that are set to no edge": tuple(
            beside(line("برچسب", top=100 + 20 * n), line("پاسخ", top=100 + 20 * n, right=EDGE - 9 * n))
            for n in range(7)
        ),
        "nothing": (),
    },
)
def test_what_is_no_such_table_is_read_as_it_was(lines):
    assert with_open_tables(page(*lines)).tables == ()


LOOSE = [
    row("عنوان خدمت", "صدور پروانه", 100),
    answer("رسیدگی به درخواست", 140),
    line("شرح", top=147, right=300),
    answer("ها و صدور پروانه", 154),
    line("مدارک", top=161, right=300),
    answer("کارت ملی", 168),
]


def test_rows_that_nobody_can_tell_are_told_to_be_loose():
    assert is_loose(page(*LOOSE))


@cases(
    "lines",
    {
        "a table that is told": (*FIRST, *TWO_LINES, *LAST),
        "a row a line": (*FIRST, *LAST),
        "prose": tuple(line("متن یک گزارش", top=100 + 16 * n) for n in range(9)),
        "one small sign above a line": (*FIRST, answer("متن", 140), line("٭", top=135, right=300)),
        "nothing": (),
    },
)
def test_what_can_be_told_is_not_loose(lines):
    assert not is_loose(page(*lines))


def test_a_page_with_drawn_rules_shows_its_tables_itself():
    drawn = page(*FIRST, *TWO_LINES, *LAST, tables=(table(xs=(550, 300, 50), ys=(400, 450)),))

    assert with_open_tables(drawn) is drawn
