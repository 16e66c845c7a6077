"""A thread: what waits, what is settled, which suggestion stands; told from the order of its remarks alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.cards.enums import Say
from khedmat.cards.models import Remark
from khedmat.cards.threads import Thread

kinds = st.lists(st.sampled_from(Say.values), max_size=8)


def thread(*said):
    return Thread("card.title", tuple(Remark(kind=kind, text=str(place)) for place, kind in enumerate(said)))


@pytest.mark.parametrize(
    ("said", "opened_by"),
    [
        ((), None),
        (("accept",), None),
        (("ask",), "0"),
        (("ask", "answer"), "0"),
        (("ask", "ask"), "0"),
        (("suggest", "answer", "ask"), "0"),
        (("ask", "accept"), None),
        (("ask", "accept", "suggest"), "2"),
        (("accept", "ask", "answer"), "1"),
        (("ask", "accept", "answer"), None),
    ],
    ids=str,
)
def test_a_thread_waits_for_the_first_question_after_the_box_was_last_found_fine(said, opened_by):
    opening = thread(*said).opening

    assert (opening.text if opening else None) == opened_by


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        (("ask",), None),
        (("suggest",), "0"),
        (("suggest", "answer", "suggest"), "2"),
        (("suggest", "ask"), "0"),
        (("suggest", "accept"), None),
        (("suggest", "accept", "ask"), None),
    ],
    ids=str,
)
def test_the_newest_suggestion_that_is_not_settled_stands(said, stands):
    found = thread(*said).suggestion

    assert (found.text if found else None) == stands


@given(kinds)
def test_finding_a_box_fine_settles_whatever_was_said(said):
    settled = thread(*said, "accept")

    assert not settled.is_open
    assert settled.suggestion is None
    assert settled.is_seen


@given(kinds)
def test_an_answer_neither_opens_nor_settles_nor_counts_as_looking(said):
    before, after = thread(*said), thread(*said, "answer")

    assert before.is_open == after.is_open
    assert before.is_seen == after.is_seen


@given(kinds)
def test_a_suggestion_that_stands_is_part_of_an_open_thread(said):
    one = thread(*said)

    assert one.suggestion is None or one.is_open
