"""What heads a column of a table of cards, and what is written below it."""

from khedmat.importing.readers.containers.sheets.grid import Span, grid
from khedmat.importing.readers.rows.columns import Column, column, field_of
from khedmat.importing.readers.rows.headers import header_at
from khedmat.importing.readers.rows.ticks import answer_of, tick_of, ticks_of
from tests.importing.readers.reading_forms import cases


def sheet(*rows, spans=()):
    cells = {(row, place): text for row, line in enumerate(rows) for place, text in enumerate(line) if text}
    return grid("برگه", cells, spans)


@cases(
    ("cell", "field"),
    {
        "a label": ("عنوان خدمت", "title"),
        "a label over two lines": ("متوسط مدت زمان\nارائه خدمت", "average_duration"),
        "with its number": ("۴- شرح خدمت", "description"),
        "with a remark": ("نوع خدمت (G2C, G2B)", "service_type"),
        "with a star": ("عنوان خدمت *", "title"),
        "with a colon": ("سطح خدمت:", "level"),
        "with its answer": ("عنوان خدمت: صدور پروانه", None),
        "two labels": ("عنوان خدمت: شرح خدمت:", None),
        "other words": ("وضعیت", None),
        "a text": ("عنوان خدمت " * 20, None),
        "nothing": ("", None),
    },
)
def test_a_cell_heads_a_column_where_a_label_is_all_that_it_says(cell, field):
    assert field_of(cell) == field


@cases(
    ("upper", "lower", "made"),
    {
        "one line": ("شرح خدمت", "", Column(0, "شرح خدمت", "description")),
        "an option below its label": (
            "مرحله درخواست خدمت",
            "الکترونیکی",
            Column(0, "مرحله درخواست خدمت", "stage_request", "الکترونیکی"),
        ),
        "a label below a heading": ("مشخصات", "شرح خدمت", Column(0, "شرح خدمت", "description")),
        "two lines that are one label": (
            "تعداد خدمت گیرندگان",
            "سال",
            Column(0, "تعداد خدمت گیرندگان در سال", "recipients_year"),
        ),
        "an option of its own": ("G2C", "", Column(0, "نوع خدمت", "service_type", "G2C")),
        "other words": ("وضعیت", "", Column(0, "وضعیت", None)),
    },
)
def test_the_two_lines_of_a_header_make_its_column(upper, lower, made):
    assert column(0, upper, lower) == made


HEAD = ("عنوان خدمت", "شرح خدمت", "نوع خدمت")
ROW = ("صدور", "رسیدگی", "G2C")


@cases(
    ("rows", "end"),
    {
        "one line": ([HEAD, ROW], 1),
        "two lines": ([(*HEAD, "مرحله درخواست", ""), ("", "", "", "الکترونیکی", "غیرالکترونیکی"), (*ROW, "✓", "✓")], 2),
        "no title": ([("شرح خدمت", "نوع خدمت", "سطح خدمت"), ROW], None),
        "no rows": ([HEAD], None),
        "only what lists say": ([("عنوان خدمت", "شناسه خدمت", "نام دستگاه اجرایی"), ROW], None),
    },
)
def test_a_header_ends_where_its_rows_begin(rows, end):
    found = header_at(sheet(*rows), 0)

    assert (found.end if found else None) == end


def test_a_group_reaches_as_far_as_it_was_merged():
    rows = [
        (*HEAD, "مرحله درخواست", "", ""),
        ("", "", "", "الکترونیکی", "غیرالکترونیکی", "توضیح"),
        (*ROW, "✓", "✓", "x"),
    ]

    found = header_at(sheet(*rows, spans=[Span((0, 3), (0, 4))]), 0)

    assert [one.label for one in found.columns[3:]] == ["مرحله درخواست", "مرحله درخواست", "توضیح"]


@cases("cell", {"check": "✓", "box": "☑", "star": "*", "yes": "بله", "has": "دارد", "true": "TRUE", "cross": "X"})
def test_these_are_ticks(cell):
    assert tick_of(cell, "الکترونیکی") is True


@cases("cell", {"box": "☐", "dash": "-", "no": "خیر", "has not": "ندارد", "false": "False"})
def test_these_are_empty_boxes(cell):
    assert tick_of(cell, "الکترونیکی") is False


@cases(
    ("cell", "option", "told"),
    {
        "one below an option": ("1", "الکترونیکی", True),
        "nought below an option": ("0", "الکترونیکی", False),
        "a count": ("1", "تعداد", None),
        "words": ("از راه وبگاه", "الکترونیکی", None),
    },
)
def test_numbers_and_words_are_ticks_only_where_they_can_be(cell, option, told):
    assert tick_of(cell, option) is told


def test_empty_cells_of_a_column_tell_nothing():
    assert ticks_of(["✓", "", "خیر"], "الکترونیکی") == [True, False]


@cases(("cell", "said"), {"true": ("☑", "بله"), "false": ("☐", "خیر"), "words": ("ملی", "ملی")})
def test_a_box_below_a_label_is_an_answer_in_words(cell, said):
    assert answer_of(cell) == said
