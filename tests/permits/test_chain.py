"""Services in the order in which people need them: the pure part."""

import pytest

from khedmat.permits.chain import Link, given_by, journeys, places


def linked(*pairs):
    return [Link(source, target, "برگه") for source, target in pairs]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("صدور گذرنامه", "گذرنامه"),
        ("صدور و تمدید پروانهٔ بهره‌برداری", "پروانه بهرهبرداری"),
        ("اعطای گواهی کیفیت", "گواهی کیفیت"),
        ("تمدید گذرنامه", ""),
        ("صدور", ""),
        ("", ""),
    ],
)
def test_a_title_gives_what_stands_behind_its_deeds_where_it_issues(title, name):
    assert given_by(title) == name


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], {}),
        ([(1, 2)], {1: 0, 2: 1}),
        ([(1, 3), (1, 2), (2, 3)], {1: 0, 2: 1, 3: 2}),
        ([(2, 1), (1, 2)], {1: 0, 2: 1}),
        ([(5, 5)], {5: 0}),
        ([(1, 2), (2, 3), (3, 2), (3, 4)], {1: 0, 2: 1, 3: 2, 4: 3}),
    ],
)
def test_a_service_stands_behind_all_that_it_asks_for_and_a_circle_is_entered_at_its_oldest(pairs, expected):
    assert places(linked(*pairs)) == expected


def test_chains_without_a_common_service_are_parted_and_the_longest_comes_first():
    found = journeys(linked((1, 2), (7, 8), (8, 9), (6, 9), (1, 2)))

    assert [[(link.source, link.target) for link in chain] for chain in found] == [[(6, 9), (7, 8), (8, 9)], [(1, 2)]]
