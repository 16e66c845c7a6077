"""The pieces of a printed form, whatever it is printed on."""

from hypothesis import given, settings
from hypothesis import strategies as st

from khedmat.cards.printing.pieces import (
    Field,
    Fields,
    Grid,
    Head,
    Lines,
    Note,
    Paper,
    Section,
    Text,
    Tick,
    Words,
    parted,
)
from tests.cards.printing.generated import documents
from tests.cards.printing.papers import whole

SAID, LIST, SQUARE = Text("card.title", "الف"), Lines("card.laws", ("ب",)), Tick("card.nature.x", "پ", ticked=True)
NOTE, PRINTED = Note("?", "card.level", "ت"), Words(":")
lines = st.lists(st.sampled_from((SAID, LIST, SQUARE, NOTE, PRINTED)), max_size=8).map(tuple)


def paper(*parts):
    return Paper("شناسنامه", "عنوان", None, (), "", (Section("۱-", parts),))


def test_boxes_below_each_other_are_given_in_their_order():
    made = paper(Fields("الف", (Field("یک", ((SAID,),)), Field("دو", ((SQUARE, NOTE),)))))

    assert list(made.pieces()) == [SAID, SQUARE, NOTE]


def test_cells_of_a_table_are_given_row_by_row():
    made = paper(Grid("ب", (Head("یک"), Head("دو")), ((((SAID,),), ((SQUARE,),)), (((LIST,),), ()))))

    assert list(made.pieces()) == [SAID, SQUARE, LIST]
    assert len(list(made.cells())) == 4


def test_a_form_without_sections_has_no_boxes():
    assert list(Paper("شناسنامه", "عنوان", None, (), "", ()).pieces()) == []


@given(lines)
def test_a_line_is_parted_into_its_lists_and_the_rest_and_nothing_is_lost(line):
    lists, rest = parted(line)

    assert sorted(map(repr, [*lists, *rest])) == sorted(map(repr, line))
    assert all(isinstance(piece, Lines) for piece in lists)
    assert not any(isinstance(piece, Lines) for piece in rest)


@given(lines)
def test_the_order_within_each_part_stays(line):
    lists, rest = parted(line)

    assert [piece for piece in line if piece in lists] == lists
    assert [piece for piece in line if piece in rest] == rest


@settings(max_examples=10)
@given(documents())
def test_every_row_of_every_table_has_a_cell_for_every_head(document):
    grids = [part for section in whole(document).sections for part in section.parts if isinstance(part, Grid)]

    assert all(len(row) == len(grid.heads) for grid in grids for row in grid.rows)


@settings(max_examples=10)
@given(documents())
def test_no_box_is_printed_twice(document):
    kinds = (Text, Lines, Tick)
    paths = [(type(piece), piece.path) for piece in whole(document).pieces() if isinstance(piece, kinds)]

    assert len(set(paths)) == len(paths)


@settings(max_examples=10)
@given(documents())
def test_titles_of_sections_are_words_and_tables_have_captions(document):
    sections = whole(document).sections

    assert all(section.title and section.parts for section in sections)
    assert all(part.caption for section in sections for part in section.parts)
