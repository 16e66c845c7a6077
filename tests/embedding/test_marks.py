"""What an embedded card says of itself is read as it was written, and nothing else is."""

import pytest

from khedmat.embedding.marks import Mark, digest, read_mark

SHA = "a1" * 32


def test_a_mark_is_read_as_it_was_written():
    mark = Mark("13041861000", 3, SHA)

    assert str(mark) == f"13041861000;3;{SHA}"
    assert read_mark(f"  {mark} ") == mark


@pytest.mark.parametrize(
    "text", ["", "13041861000", f"13041861000;3;{SHA[:-1]}", f"x;3;{SHA}", f";;{SHA}", f"1;3;{SHA};4", "۱" * 30]
)
def test_what_is_no_mark_is_none(text):
    assert read_mark(text) is None


def test_the_digest_of_a_list_changes_with_each_of_its_cards_and_with_their_order():
    one, two = Mark("1", 1, SHA), Mark("2", 1, SHA)

    assert len({digest([one, two]), digest([two, one]), digest([one]), digest([one, two._replace(version=2)])}) == 4
    assert digest([one, two]) == digest(iter([one, two]))
