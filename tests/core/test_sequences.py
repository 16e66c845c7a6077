"""Small questions about sequences, and lists that ship with the program."""

from itertools import count as endless

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.core.sequences import count, first, first_where, grouped, unique
from khedmat.core.word_lists import entries

NUMBERS = st.lists(st.integers(-5, 5), max_size=20)


def test_the_first_of_nothing_is_none():
    assert first([]) is None
    assert first(iter("")) is None
    assert first([0, 1]) == 0


def test_what_stands_behind_the_first_hit_is_not_looked_at():
    assert first_where(lambda number: number > 3, endless()) == 4
    assert first_where(bool, [0, "", None]) is None


@given(NUMBERS)
def test_each_item_once_in_the_order_of_coming(numbers):
    once = unique(numbers)

    assert sorted(once) == sorted(set(numbers))
    assert [number for number in numbers if number in once][: len(once) and 1] == once[:1]
    assert once == sorted(once, key=numbers.index)


@given(NUMBERS)
def test_groups_hold_everything_in_order(numbers):
    groups = grouped(numbers, lambda number: number % 3)

    assert sum(map(len, groups.values())) == len(numbers)
    assert all(group == [number for number in numbers if number % 3 == rest] for rest, group in groups.items())
    assert list(groups) == unique(number % 3 for number in numbers)


@given(NUMBERS)
def test_a_count_is_of_those_that_hold(numbers):
    assert count(lambda number: number > 0, numbers) == len([number for number in numbers if number > 0])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", []),
        ("# remark\n", []),
        ("یک\n\n  \nدو\n", ["یک", "دو"]),
        ("یک # دو\n", ["یک # دو"]),
        ("یک\tدو", ["یک\tدو"]),
    ],
)
def test_a_list_is_its_lines_without_remarks_and_gaps(tmp_path, text, kept):
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")

    assert entries(path) == kept
