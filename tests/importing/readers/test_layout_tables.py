"""Rules → cells, their common columns, and tables that go on over pages."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.containers.layout import Area, Rule, Rules, Table, tables_of
from khedmat.importing.readers.containers.layout.beside import with_side_columns
from khedmat.importing.readers.containers.layout.tables import MOST_COLUMNS, MOST_ROWS, in_common_columns
from khedmat.importing.readers.containers.layout.turning import tables_going_on, with_common_columns
from tests.importing.readers.layout_pages import line, page, table
from tests.importing.readers.reading_forms import cases

PLACES = st.lists(st.integers(0, 60).map(lambda place: place * 10.0), min_size=2, max_size=8, unique=True).map(sorted)


def ruled(xs, ys):
    """Every edge drawn from side to side."""
    return Rules([Rule(y, xs[0], xs[-1]) for y in ys], [Rule(x, ys[0], ys[-1]) for x in xs])


@given(PLACES, PLACES)
def test_a_fully_ruled_table_has_a_cell_for_every_place(xs, ys):
    found = tables_of(ruled(xs, ys))
    cells = (len(xs) - 1) * (len(ys) - 1)

    assert [len(one.cells) for one in found] == ([cells] if cells > 1 else [])


@given(PLACES, PLACES)
def test_columns_come_from_the_right_and_rows_from_above(xs, ys):
    for one in tables_of(ruled(xs, ys)):
        assert [row[0].top for row in one.rows] == ys[:-1]
        assert [cell.right for cell in one.rows[0]] == xs[:0:-1]


RULES = st.lists(st.builds(Rule, st.integers(0, 99), st.integers(0, 50), st.integers(50, 99)), max_size=14)


@given(RULES, RULES)
def test_any_rules_give_tables_whose_cells_lie_in_them(level, upright):
    for one in tables_of(Rules(level, upright)):
        assert len({len(row) for row in one.rows}) == 1
        assert all(cell == one.area or cell.is_within(one.area) for cell in one.cells)


def test_a_cell_that_is_open_to_an_unruled_side_does_not_take_the_cells_beside_that():
    level = [Rule(0, 0, 30), Rule(10, 0, 20), Rule(20, 0, 20), Rule(30, 0, 20)]
    upright = [Rule(0, 0, 30), Rule(10, 0, 30), Rule(20, 10, 30), Rule(30, 0, 10)]

    (found,) = tables_of(Rules(level, upright))

    assert Area(10, 10, 20, 20) in found.cells
    assert Area(10, 0, 20, 10) in found.cells


@cases(
    "rules",
    {
        "too many columns": ruled([10.0 * place for place in range(MOST_COLUMNS + 2)], [0.0, 50.0]),
        "too many rows": ruled([0.0, 50.0, 90.0], [10.0 * place for place in range(MOST_ROWS + 2)]),
        "only level ones": Rules([Rule(0, 0, 99), Rule(20, 0, 99)], []),
        "only upright ones": Rules([], [Rule(0, 0, 99), Rule(20, 0, 99)]),
        "none": Rules([], []),
        "that never meet": Rules([Rule(0, 0, 50), Rule(20, 0, 50)], [Rule(90, 100, 200), Rule(99, 100, 200)]),
    },
)
def test_what_encloses_no_cells_is_no_table(rules):
    assert tables_of(rules) == []


def test_rules_that_nearly_meet_are_one_table():
    rules = ruled([0.0, 50.0, 99.0], [0.0, 30.0])

    assert len(tables_of(rules._replace(upright=[one._replace(end=27.0) for one in rules.upright]))) == 1


def test_a_table_within_a_cell_of_another_is_the_text_of_that_cell():
    outer, inner = ruled([0.0, 200.0, 500.0], [0.0, 300.0, 400.0]), ruled([20.0, 60.0, 120.0], [50.0, 80.0, 110.0])

    (found,) = tables_of(Rules([*outer.level, *inner.level], [*outer.upright, *inner.upright]))

    assert found.area == Area(0, 0, 500, 400)


def test_two_tables_come_from_above():
    lower, upper = ruled([0.0, 50.0, 99.0], [200.0, 230.0]), ruled([0.0, 50.0, 99.0], [0.0, 30.0])

    found = tables_of(Rules([*lower.level, *upper.level], [*lower.upright, *upper.upright]))

    assert [one.area.top for one in found] == [0, 200]


def test_a_part_with_fewer_rules_has_the_columns_of_the_whole_table():
    narrow, wide = table(xs=(500, 50), ys=(0, 30)), table(xs=(500, 300, 50), ys=(0, 30))

    placed = in_common_columns([wide, narrow])

    assert [len(row) for one in placed for row in one.rows] == [2, 2]
    assert placed[1].cells == narrow.cells


def test_parts_keep_their_columns_where_two_cells_would_share_a_place():
    crowded = [Table(((Area(100, 0, 500, 30), Area(50, 0, 498, 30)),)), table(xs=(500, 50), ys=(0, 30))]

    assert in_common_columns(crowded) == crowded


ABOVE, UNDER = table(xs=(550, 300, 50), ys=(700, 780)), table(xs=(550, 300, 50), ys=(20, 90))


@cases(
    ("first", "second", "is_one"),
    {
        "nothing stands between": (page(tables=(ABOVE,)), page(tables=(UNDER,)), True),
        "a line below the first part": (page(line("پایان", top=785), tables=(ABOVE,)), page(tables=(UNDER,)), False),
        "a line above the second part": (page(tables=(ABOVE,)), page(line("آغاز", top=2), tables=(UNDER,)), False),
        "of another width": (page(tables=(ABOVE,)), page(tables=(table(xs=(550, 300), ys=(20, 90)),)), False),
        "no table below": (page(tables=(ABOVE,)), page(), False),
        "no table above": (page(), page(tables=(UNDER,)), False),
    },
)
def test_a_table_goes_on_over_the_page_where_it_is_as_wide_and_nothing_stands_between(first, second, is_one):
    assert tables_going_on([first, second]) == ({1} if is_one else set())


def test_a_table_over_three_pages_has_the_columns_of_its_richest_part():
    narrow, wide = table(xs=(550, 50), ys=(20, 780)), table(xs=(550, 300, 50), ys=(20, 780))

    pages = with_common_columns([page(tables=(narrow,)), page(tables=(narrow,)), page(tables=(wide,))], {1, 2})

    assert [len(one.tables[0].rows[0]) for one in pages] == [2, 2, 2]


def test_words_beside_most_rows_of_a_table_are_a_column_of_it():
    ruled_part = table(xs=(400, 50), ys=(100, 130, 160))
    lines = (line("عنوان", top=108), line("شرح", top=138))

    (widened,) = with_side_columns(page(*lines, tables=(ruled_part,))).tables

    assert [len(row) for row in widened.rows] == [2, 2]
    assert widened.rows[0][0] == Area(400, 100, 600, 130)


@cases(
    "lines",
    {
        "beside one row of four": (line("حاشیه", top=108),),
        "a text of its own": tuple(line("حاشیه", top=101 + 4 * place) for place in range(28)),
        "inside": tuple(line("درون", right=300, top=108 + 30 * place) for place in range(4)),
        "below": (line("زیر", top=300),),
        "nothing": (),
    },
)
def test_other_words_around_a_table_are_no_column_of_it(lines):
    ruled_part = table(xs=(400, 50), ys=(100, 130, 160, 190, 220))

    assert with_side_columns(page(*lines, tables=(ruled_part,))).tables == [ruled_part]
