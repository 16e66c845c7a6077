"""Words that only room parts: rows of columns, and pages of two columns."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.containers.layout.columns import rows_of, runs
from khedmat.importing.readers.containers.layout.gutters import in_columns
from tests.importing.readers.layout_pages import below, beside, line
from tests.importing.readers.reading_forms import cases

PROSE = "این خدمت به همه متقاضیان دارای پروانه"


def row(first, second="", *, top, at=300):
    """A label at the right edge, its answer beside it."""
    return beside(line(first, top=top), line(second, right=at, top=top))


def texts(rows):
    return [tuple(" ".join(piece.text for piece in cell) for cell in cells) for cells in rows]


def test_lines_of_columns_and_plain_lines_are_runs_of_their_own():
    lines = [row("عنوان", "صدور", top=0), row("شرح", "رسیدگی", top=16), line(PROSE, top=60), line(PROSE, top=76)]

    assert [(run.is_rows, len(run.lines)) for run in runs(lines, 16)] == [(True, 2), (False, 2)]


@cases(
    ("under", "is_of_it"),
    {
        "below the answer": (line("ادامه", right=300, top=16), True),
        "below the label": (line("ادامه", right=550, top=16), False),
        "below the answer, an empty line between": (line("ادامه", right=300, top=48), False),
        "from side to side": (line(PROSE * 2, top=16), False),
    },
)
def test_only_what_stands_close_below_the_answer_goes_on_with_a_row(under, is_of_it):
    assert len(runs([row("عنوان", "صدور", top=0), under], 16)) == (1 if is_of_it else 2)


@given(st.lists(st.tuples(st.sampled_from(["یک", "دو سه", ""]), st.sampled_from(["چهار", ""])), max_size=12))
def test_runs_lose_no_line_and_keep_their_order(pairs):
    lines = [row(*pair, top=16 * place) for place, pair in enumerate(pairs) if pair[0]]

    assert [one for run in runs(lines, 16) for one in run.lines] == lines


def test_cells_stand_in_the_columns_of_all_rows():
    lines = [
        beside(line("ردیف"), line("نام", right=400), line("شرح", right=200)),
        beside(line("یک", top=16), line("الف", right=200, top=16)),
    ]

    assert texts(rows_of(lines)) == [("ردیف", "نام", "شرح"), ("یک", "", "الف")]


def test_what_stands_alone_behind_the_first_column_goes_on_in_the_row_above():
    lines = [row("عنوان", "صدور", top=0), line("پروانه", right=300, top=16), row("شرح", "رسیدگی", top=32)]

    assert texts(rows_of(lines)) == [("عنوان", "صدور پروانه"), ("شرح", "رسیدگی")]


def test_columns_that_would_hold_two_pieces_of_a_row_are_those_of_each_row():
    lines = [row("عنوان", "صدور", top=0), beside(line("ا" * 60, top=16), line("ب", right=90, top=16))]

    assert texts(rows_of(lines)) == [("عنوان", "صدور"), ("ا" * 60, "ب")]


def page_of_two(*, rows, heading=()):
    """Two columns of prose, line beside line."""
    pairs = (beside(line(PROSE, top=100 + 16 * n), line(PROSE, right=270, top=100 + 16 * n)) for n in range(rows))
    return [*heading, *pairs]


def test_two_columns_of_prose_are_read_one_behind_the_other():
    regions = in_columns(page_of_two(rows=14))

    assert [len(region) for region in regions] == [0, 14, 14, 0]
    assert all(one.area.left > 270 for one in regions[1])


def test_a_heading_over_both_columns_is_read_first():
    heading = line("الف " * 60, top=60)

    assert list(in_columns(page_of_two(rows=14, heading=[heading]))[0]) == [heading]


@cases(
    "lines",
    {
        "few lines": page_of_two(rows=4),
        "labels and answers": [row("عنوان" + "ا" * (n * 7 % 20), "صدور", top=16 * n) for n in range(14)],
        "one column": below(*[PROSE] * 14),
        "more than any page has": page_of_two(rows=401),
        "nothing": [],
    },
)
def test_what_is_no_page_of_two_columns_is_read_as_it_stands(lines):
    assert in_columns(lines) == [lines]


@given(st.integers(0, 20), st.integers(0, 3))
def test_no_word_of_a_page_is_lost_in_its_columns(rows, headings):
    lines = page_of_two(rows=rows, heading=below(*["سرنویس " * 12] * headings, top=20))

    found = [word for region in in_columns(lines) for one in region for word in one.words]

    assert sorted(found) == sorted(word for one in lines for word in one.words)
