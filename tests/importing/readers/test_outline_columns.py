"""Labels over two lines and in columns, values before and above, what belongs to the paper."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.blocks import Block, Sheet
from khedmat.importing.readers.outline.numbering import is_numbered, row_number
from khedmat.importing.readers.outline.running import running_lines
from tests.importing.readers.reading_forms import cases, outline_of

WORDS = st.lists(st.text("ابپسشکل", min_size=1, max_size=6), min_size=1, max_size=4).map(" ".join)


def said(field, *lines):
    answer = outline_of(*lines).best(field)
    return answer.texts if answer else None


def sheet(*rows):
    return Sheet(tuple(Block(tuple(row.split("|"))) for row in rows))


def running(*rows):
    return sorted({line.text for line in running_lines(sheet(*rows))})


@cases(
    ("lines", "value"),
    {
        "in two halves": (("متوسط مدت زمان", "ارائه خدمت: ۲ ساعت"), ["2 ساعت"]),
        "behind a value": (("شرح خدمت: رسیدگی", "متوسط مدت زمان", "ارائه خدمت: ۲ ساعت"), ["2 ساعت"]),
        "with its value below": (("متوسط مدت زمان", "ارائه خدمت:", "۲ ساعت"), ["2 ساعت"]),
        "in one": (("متوسط مدت زمان ارائه خدمت: ۲ ساعت",), ["2 ساعت"]),
    },
)
def test_a_label_over_two_lines_is_one_label(lines, value):
    assert said("average_duration", *lines) == value


def test_the_first_half_of_a_label_is_no_end_of_the_value_before_it():
    lines = ("شرح خدمت: رسیدگی", "متوسط مدت زمان", "ارائه خدمت: ۲ ساعت")

    assert said("description", *lines) == ["رسیدگی"]


@cases(
    "lines",
    {
        "an empty line between": ("متوسط مدت زمان", "", "ارائه خدمت: ۲ ساعت"),
        "a colon in the first": ("متوسط مدت زمان:", "ارائه خدمت: ۲ ساعت"),
    },
)
def test_lines_that_somebody_parted_are_no_halves_of_one_label(lines):
    assert said("average_duration", *lines) != ["2 ساعت"]


def test_a_label_that_goes_on_in_its_column_has_the_values_beside_it():
    wide = " " * 12

    assert said("documents", f"مدارک لازم برای{wide}درخواست", f"انجام خدمت{wide}دفترچه") == ["درخواست", "دفترچه"]


@cases(
    ("row", "value"),
    {
        "before its label": ("سازمان نمونه|نام دستگاه اجرایی", ["سازمان نمونه"]),
        "behind an empty cell": ("|سازمان نمونه|نام دستگاه اجرایی", ["سازمان نمونه"]),
        "behind it": ("نام دستگاه اجرایی|سازمان نمونه", ["سازمان نمونه"]),
        "two cells before it": ("گلستان|نمونه|نام دستگاه اجرایی", []),
    },
)
def test_a_value_before_its_label_is_found_where_only_one_cell_may_be_it(row, value):
    assert said("executive_agency", row.replace("|", "\t")) == value


def test_a_value_in_an_unusual_place_leaves_a_doubt():
    usual, turned = outline_of("نام دستگاه اجرایی\tسازمان"), outline_of("سازمان\tنام دستگاه اجرایی")

    assert turned.best("executive_agency").sure < usual.best("executive_agency").sure


@given(WORDS, WORDS)
def test_columns_of_a_row_of_labels_never_change_places(agency, parent):
    lines = ("نام دستگاه اجرایی\tنام دستگاه مادر", f"س{agency}\tو{parent}")

    assert said("executive_agency", *lines) == [f"س{agency}"]
    assert said("parent_agency", *lines) == [f"و{parent}"]


@cases(
    ("rows", "found"),
    {
        "a page": (("عنوان", "صفحه ۲", "شرح"), ["صفحه ۲"]),
        "of so many": (("عنوان", "صفحه 2 از 5", "شرح"), ["صفحه 2 از 5"]),
        "in Latin": (("عنوان", "Page 2 of 5", "شرح"), ["Page 2 of 5"]),
        "without a name": (("عنوان", "- 2 از 5 -", "شرح"), ["- 2 از 5 -"]),
        "a head beside bare numbers": (("سازمان نمونه", "1", "شرح", "سازمان نمونه", "2"), ["1", "2", "سازمان نمونه"]),
        "a bare number": (("تعداد", "12", "شرح"), []),
        "words that come again": (("سازمان نمونه", "شرح", "سازمان نمونه"), []),
        "a short head": (("دولت", "1", "شرح", "دولت", "2"), []),
        "a page in a cell": (("صفحه ۲|شرح",), []),
        "a page in a sentence": (("به صفحه ۲ نگاه کنید",), []),
        "nothing": ((), []),
    },
)
def test_what_belongs_to_the_paper_is_told_from_the_form(rows, found):
    assert running(*rows) == found


def test_a_box_that_heads_every_page_is_kept_once():
    rows = ("عنوان خدمت: صدور", "صفحه 1", "شرح", "عنوان خدمت: صدور", "صفحه 2")
    paper = running_lines(made := sheet(*rows))

    assert [line.block for line in made.lines if line not in paper] == [0, 2]


@given(st.lists(WORDS, max_size=10))
def test_words_without_any_number_all_belong_to_the_form(rows):
    assert running(*rows, *rows) == []


@given(st.lists(st.one_of(WORDS, st.integers(0, 99).map(str), st.just("صفحه 3")), max_size=12))
def test_what_is_said_once_and_is_no_number_always_belongs_to_the_form(rows):
    paper = running(*rows)

    assert not {row for row in rows if rows.count(row) == 1 and not any(map(str.isdigit, row))} & set(paper)


@cases(
    ("row", "number"),
    {
        "a number": ("2|گذرنامه", 2),
        "in Persian": ("۲|گذرنامه", 2),
        "with a dash": ("2-|گذرنامه", 2),
        "three digits": ("200|گذرنامه", -1),
        "a word": ("یک|گذرنامه", -1),
        "a number alone": ("2", -1),
        "an empty cell": ("|گذرنامه", -1),
    },
)
def test_a_row_is_numbered_by_the_bare_number_in_its_first_cell(row, number):
    assert row_number(sheet(row), 0) == number


@cases(
    ("rows", "numbered"),
    {
        "with a neighbour": (("1|الف", "2|ب"), [True, True]),
        "alone": (("5|الف", "شرح|ب"), [False, False]),
        "out of order": (("2|الف", "1|ب"), [False, False]),
        "from nothing": (("0|الف", "1|ب"), [False, False]),
    },
)
def test_a_number_counts_its_row_where_a_neighbour_is_counted_too(rows, numbered):
    made = sheet(*rows)

    assert [is_numbered(made, block) for block in range(len(rows))] == numbered


def test_rows_behind_the_ends_of_a_sheet_have_no_number():
    assert [row_number(sheet("1|الف"), block) for block in (-1, 1)] == [-1, -1]


FORM = [
    *("عنوان خدمت", "عنوان خدمت: صدور", "شرح خدمت	رسیدگی", "1	گذرنامه", "مدارک لازم", "", "سازمان"),
    *("هزینه	سطح خدمت", "☑ ملی", "صفحه 3", "(ذکر گردد)"),
]
LINES = st.lists(st.sampled_from(FORM), max_size=14)


@given(LINES)
def test_no_piece_answers_two_labels_or_stands_in_the_label(lines):
    made = outline_of(*lines)
    pieces = [piece for answer in made.answers for piece in answer.pieces] + made.free

    assert len(set(pieces)) == len(pieces)


@given(LINES)
def test_answers_stand_in_reading_order(lines):
    blocks = [answer.line.block for answer in outline_of(*lines).answers]

    assert blocks == sorted(blocks)


@given(LINES)
def test_a_part_of_an_outline_and_the_rest_are_the_whole(lines):
    made = outline_of(*lines)
    end = len(made.sheet.blocks)
    parts = [made.between(0, end // 2), made.between(end // 2, end)]

    assert [answer for part in parts for answer in part.answers] == made.answers
