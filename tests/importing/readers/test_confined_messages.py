"""What passes between a process and its confined child: every byte of it is checked."""

import io
import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from khedmat.importing.readers.blocks import Block, Sheet
from khedmat.importing.readers.confined.messages import (
    MOST_BYTES,
    Answer,
    Broken,
    Outcome,
    Task,
    receive_answer,
    receive_task,
    send_answer,
    send_task,
)
from khedmat.importing.readers.containers.geometry import Box, PageSize, Printed
from khedmat.importing.readers.containers.layout.packing import packed
from khedmat.importing.readers.containers.layout.unpacking import unpacked
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases

HEAD = struct.Struct("!c?I")
OPTIONS = st.dictionaries(st.text(max_size=5), st.one_of(st.integers(), st.text(max_size=5), st.none()), max_size=3)
ANSWERS = st.builds(Answer, st.sampled_from(Outcome), st.binary(max_size=50), st.booleans())
SHAPE = TypeAdapter(Printed)


def sent(send, *messages):
    pipe = io.BytesIO()
    for message in messages:
        send(pipe, message)
    return io.BytesIO(pipe.getvalue())


@given(st.builds(Task, st.text(max_size=20), st.binary(max_size=50), OPTIONS))
def test_a_task_arrives_as_it_was_sent(task):
    pipe = sent(send_task, task)

    assert (receive_task(pipe), receive_task(pipe)) == (task, None)


@given(st.lists(ANSWERS, max_size=4))
def test_answers_arrive_one_behind_the_other(answers):
    pipe = sent(send_answer, *answers)

    assert [receive_answer(pipe) for _ in answers] == answers


@given(ANSWERS, st.data())
def test_an_answer_that_was_cut_anywhere_is_none(answer, data):
    whole = sent(send_answer, answer).getvalue()
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]

    with pytest.raises(Broken):
        receive_answer(io.BytesIO(cut))


@cases(
    "head",
    {
        "an unknown outcome": HEAD.pack(b"x", False, 0),
        "more bytes than any answer has": HEAD.pack(b"d", False, MOST_BYTES + 1),
        "fewer bytes than it says": HEAD.pack(b"d", False, 9) + b"short",
        "nothing": b"",
    },
)
def test_what_a_child_that_was_taken_over_sends_is_no_answer(head):
    with pytest.raises(Broken):
        receive_answer(io.BytesIO(head))


@given(st.binary(max_size=40))
def test_any_bytes_are_an_answer_of_a_known_outcome_or_broken(data):
    try:
        answer = receive_answer(io.BytesIO(data))
    except Broken:
        return
    assert answer.body in data


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
NUMBERS = st.floats(-1000, 1000)
BOXES = st.builds(Box, st.integers(0, 9), NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.integers(0, 99))
BLOCKS = st.builds(Block, st.lists(TEXT, max_size=3).map(tuple), st.booleans(), st.integers(0, 6))
SHEETS = st.lists(BLOCKS, max_size=3).map(lambda blocks: Sheet(tuple(blocks)))
PLACES = st.lists(st.lists(st.lists(BOXES, max_size=2).map(tuple), max_size=2).map(tuple), max_size=3).map(tuple)
SIZES = st.lists(st.builds(PageSize, NUMBERS, NUMBERS), max_size=2).map(tuple)


@given(st.builds(Printed, SHEETS, PLACES, SIZES))
def test_printed_pages_come_back_as_they_were(printed):
    assert unpacked(packed(printed), SHAPE) == printed


@cases(
    "answer",
    {
        "nothing": b"",
        "no JSON": b"\x80\x04pickle",
        "another shape": b'{"blocks": 1}',
        "words for numbers": json.dumps([{"blocks": []}, [], [["wide", "high"]]]).encode(),
        "half of it": packed(Printed(Sheet(()), (), ()))[:-3],
        "too few parts": b"[]",
    },
)
def test_what_has_not_the_shape_of_pages_is_refused_in_a_sentence(answer):
    with pytest.raises(Unreadable, match="ناتمام"):
        unpacked(answer, SHAPE)
