"""What is drawn on a page: its rules, and the squares that are boxes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.layout import Area, Rule
from khedmat.importing.readers.containers.pdf.annotations import Filled
from khedmat.importing.readers.containers.pdf.boxes import boxed, with_filled
from khedmat.importing.readers.containers.pdf.paths import Path
from khedmat.importing.readers.containers.pdf.rules import joined, rules_of
from khedmat.importing.readers.containers.pdf.squares import Square, squares_of
from tests.importing.readers.glyphs import frame, seen, stroke, written
from tests.importing.readers.reading_forms import cases

BOX = Area(400, 92, 410, 102)
TICK = stroke((402, 97), (404, 100), (408, 94))


@cases(
    ("pieces", "rules"),
    {
        "cell by cell": ([Rule(10, 0, 50), Rule(10, 50, 90)], [Rule(10, 0, 90)]),
        "a little apart": ([Rule(10, 0, 50), Rule(10, 51, 90)], [Rule(10, 0, 90)]),
        "a little lower": ([Rule(10, 0, 50), Rule(10.8, 50, 90)], [Rule(10, 0, 90)]),
        "twice": ([Rule(10, 0, 90), Rule(10, 20, 40)], [Rule(10, 0, 90)]),
        "with a gap": ([Rule(10, 0, 50), Rule(10, 60, 90)], [Rule(10, 0, 50), Rule(10, 60, 90)]),
        "of two lines": ([Rule(10, 0, 50), Rule(14, 0, 50)], [Rule(10, 0, 50), Rule(14, 0, 50)]),
        "none": ([], []),
    },
)
def test_pieces_of_one_rule_are_one(pieces, rules):
    assert joined(pieces) == rules


RULES = st.lists(st.builds(Rule, st.integers(0, 30), st.integers(0, 50), st.integers(50, 99)), max_size=20)


@given(RULES, st.randoms())
def test_rules_are_the_same_in_whatever_order_they_were_drawn(pieces, chance):
    mixed = chance.sample(pieces, len(pieces))

    assert joined(mixed) == joined(pieces)


@given(RULES)
def test_every_piece_lies_on_a_rule(pieces):
    rules = joined(pieces)

    assert all(
        any(abs(one.at - piece.at) <= 1 and one.start <= piece.start and piece.end <= one.end for one in rules)
        for piece in pieces
    )


@given(RULES)
def test_no_two_rules_of_one_line_overlap(pieces):
    rules = sorted(joined(pieces))

    assert all(one.at != other.at or one.end < other.start for one, other in pairwise(rules))


@cases(
    ("path", "level", "upright"),
    {
        "a level line": (stroke((0, 10), (90, 10)), 1, 0),
        "an upright line": (stroke((10, 0), (10, 90)), 0, 1),
        "a frame": (frame(Area(0, 0, 90, 60)), 2, 2),
        "a thin filled rectangle": (frame(Area(0, 0, 90, 1), ink=255, is_stroked=False), 1, 0),
        "a filled ground": (frame(Area(0, 0, 90, 60), ink=255, is_stroked=False), 0, 0),
        "an invisible rectangle": (frame(Area(0, 0, 90, 1), is_stroked=False), 0, 0),
        "a line aslant": (stroke((0, 0), (90, 60)), 0, 0),
        "a dot": (stroke((0, 0), (2, 0)), 0, 0),
    },
)
def test_rules_are_what_a_pen_draws_straight(path, level, upright):
    found = rules_of([path])

    assert (len(found.level), len(found.upright)) == (level, upright)


@cases(
    ("paths", "state"),
    {
        "an empty frame": ([frame(BOX)], (False, False)),
        "a tick in it": ([frame(BOX), TICK], (True, False)),
        "a filled frame in it": ([frame(BOX), frame(Area(402, 94, 408, 100), ink=255)], (True, False)),
        "a filled square": ([frame(BOX, ink=255, is_stroked=False)], (False, True)),
        "a white ground below it": ([frame(BOX, is_stroked=False), frame(BOX)], (False, False)),
        "a mark beside it": ([frame(BOX), stroke((420, 97), (424, 100), (428, 94))], (False, False)),
    },
)
def test_a_small_frame_is_a_box_and_a_mark_in_it_a_tick(paths, state):
    (found,) = squares_of(paths).squares

    assert (found.is_marked, found.is_full) == state


@cases(
    "paths",
    {
        "too large": [frame(Area(0, 0, 30, 30))],
        "too small": [frame(Area(0, 0, 4, 4))],
        "a cell": [frame(Area(0, 0, 60, 12))],
        "a light ground": [frame(BOX, is_stroked=False)],
        "a tick alone": [TICK],
        "boxes of digits": [frame(Area(400 + 10 * place, 92, 410 + 10 * place, 102)) for place in range(4)],
        "nothing": [],
    },
)
def test_other_shapes_are_no_boxes(paths):
    assert squares_of(paths).squares == []


def test_a_square_of_four_short_rules_is_a_box_and_no_table():
    left, top, right, bottom = BOX
    sides = [
        ((left, top), (right, top)),
        ((left, bottom), (right, bottom)),
        ((left, top), (left, bottom)),
        ((right, top), (right, bottom)),
    ]

    found = squares_of([stroke(*side) for side in sides])

    assert [one.area for one in found.squares] == [BOX]
    assert (list(found.rules.level), list(found.rules.upright)) == ([], [])


POINTS = st.tuples(st.integers(0, 40), st.integers(0, 40))
OUTLINES = st.lists(st.lists(POINTS, min_size=2, max_size=6).map(tuple), min_size=1, max_size=2).map(tuple)
PATHS = st.builds(Path, OUTLINES, st.booleans(), st.sampled_from([0, 255]))


@given(st.lists(PATHS, max_size=8))
def test_any_drawing_gives_squares_of_the_size_of_boxes(paths):
    assert all(
        5 <= max(one.area.right - one.area.left, one.area.bottom - one.area.top) <= 16.5
        for one in squares_of(paths).squares
    )


EMPTY_SQUARE, FULL = Square(BOX, False, False), Square(Area(300, 92, 310, 102), False, True)


@cases(
    ("square", "inside", "signs"),
    {
        "empty": (EMPTY_SQUARE, "", [EMPTY]),
        "with a cross of letters": (EMPTY_SQUARE, "x", [TICKED]),
        "with a tick of letters": (EMPTY_SQUARE, "✓", [TICKED]),
        "with a mark that was drawn": (Square(BOX, True, False), "", [TICKED]),
        "filled and alone": (Square(BOX, False, True), "", []),
        "with a word": (EMPTY_SQUARE, "م", ["م"]),
        "with a digit": (EMPTY_SQUARE, "۳", ["۳"]),
    },
)
def test_a_square_is_a_box_by_what_stands_in_it(square, inside, signs):
    assert [one.text for one in boxed(seen(inside, right=408), [square])] == signs


def test_a_filled_square_beside_an_empty_one_is_a_ticked_box():
    assert [one.text for one in boxed([], [FULL, EMPTY_SQUARE])] == [TICKED, EMPTY]


def test_a_box_stands_on_the_line_of_the_words_beside_it():
    words = seen("حاکمیتی", right=395, base=101)

    assert {glyph.base for glyph in boxed(words, [EMPTY_SQUARE])} == {101}


def test_what_was_typed_in_a_field_is_read_line_by_line():
    glyphs = with_filled([], [Filled("سازمان\nنمونه", Area(300, 100, 400, 140))])

    assert [one.text for one in glyphs] == ["سازمان", "نمونه"]
    assert glyphs[0].base < glyphs[1].base


def test_what_the_page_shows_already_is_not_read_twice():
    shown = seen("نمونه", right=400, base=112)

    assert written(with_filled(shown, [Filled("نمونه", Area(300, 100, 400, 120))])) == "نمونه"
