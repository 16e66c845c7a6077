"""Rectangles of a page: what they hold, and which of many holds a place."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.containers.layout import Area, Places
from khedmat.importing.readers.containers.layout.areas import around
from tests.importing.readers.reading_forms import cases

CELL = Area(100, 50, 200, 80)
NUMBERS = st.floats(-2000, 2000)


@st.composite
def areas(draw):
    left, top = draw(NUMBERS), draw(NUMBERS)
    return Area(left, top, left + draw(st.floats(0, 900)), top + draw(st.floats(0, 900)))


@cases(
    ("place", "is_held"),
    {
        "the middle": ((150, 65), True),
        "a corner": ((100, 50), True),
        "the other corner": ((200, 80), True),
        "to the left": ((99, 65), False),
        "to the right": ((201, 65), False),
        "above": ((150, 49), False),
        "below": ((150, 81), False),
    },
)
def test_an_area_holds_what_stands_on_it_and_on_its_edges(place, is_held):
    assert CELL.holds(*place) is is_held


@cases(
    ("other", "is_within"),
    {
        "around it": (Area(90, 40, 210, 90), True),
        "of one edge with it": (Area(100, 40, 210, 90), True),
        "itself": (CELL, False),
        "over its half": (Area(150, 40, 210, 90), False),
        "inside it": (Area(120, 60, 130, 70), False),
        "elsewhere": (Area(300, 40, 400, 90), False),
    },
)
def test_an_area_is_within_another_that_is_larger_on_all_sides(other, is_within):
    assert CELL.is_within(other) is is_within


@given(st.lists(areas(), min_size=1, max_size=12))
def test_what_goes_around_areas_holds_every_middle(found):
    whole = around(found)

    assert all(whole == one or one.is_within(whole) for one in found)
    assert all(whole.holds(*one.middle) for one in found)


@given(st.lists(areas(), max_size=12), NUMBERS, NUMBERS)
def test_asking_by_bands_finds_what_asking_each_would_find(found, x, y):
    asked = Places(found).at(x, y)
    holding = [one for one in found if one.holds(x, y)]

    assert (asked in holding) if holding else asked is None


def test_of_areas_over_each_other_the_upper_one_is_given():
    lower, upper = Area(0, 20, 100, 100), Area(0, 10, 100, 100)

    assert Places([lower, upper]).at(50, 50) == upper


def test_a_page_without_areas_holds_nothing():
    assert Places([]).at(0, 0) is None
