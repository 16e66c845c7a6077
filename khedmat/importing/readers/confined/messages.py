"""What passes between a process and its confined child: lengths, then bytes. Nothing in it can be executed."""

import json
import struct
from collections.abc import Mapping
from enum import Enum
from typing import Any, BinaryIO, NamedTuple

MOST_BYTES = 64 * 1024 * 1024
_HEAD = struct.Struct("!II")
_ANSWER_HEAD = struct.Struct("!c?I")


class Outcome(bytes, Enum):
    """What became of a task. A refusal is a sentence for people, a fault a line for the log."""

    DONE = b"d"
    REFUSED = b"r"
    MEMORY = b"m"
    FAULT = b"f"


class Task(NamedTuple):
    """A function as `package.module:function`, the bytes it reads and its named arguments."""

    name: str
    data: bytes
    options: Mapping[str, Any]


class Answer(NamedTuple):
    """`last`: the child has served its time."""

    outcome: Outcome
    body: bytes
    last: bool = False


class Broken(Exception):
    """The other side is gone or no longer keeps to the form."""


def send_task(pipe: BinaryIO, task: Task) -> None:
    head = json.dumps([task.name, task.options]).encode()
    pipe.write(_HEAD.pack(len(head), len(task.data)) + head)
    pipe.write(task.data)
    pipe.flush()


def receive_task(pipe: BinaryIO) -> Task | None:
    """None when there will be no more."""
    if not (lengths := pipe.read(_HEAD.size)):
        return None
    head, data = _HEAD.unpack(lengths)
    name, options = json.loads(_exactly(pipe, head))
    return Task(name, _exactly(pipe, data), options)


def send_answer(pipe: BinaryIO, answer: Answer) -> None:
    pipe.write(_ANSWER_HEAD.pack(answer.outcome, answer.last, len(answer.body)))
    pipe.write(answer.body)
    pipe.flush()


def receive_answer(pipe: BinaryIO) -> Answer:
    """Broken when it is none: the child may have been taken over by what it reads."""
    outcome, last, length = _ANSWER_HEAD.unpack(_exactly(pipe, _ANSWER_HEAD.size))
    if length > MOST_BYTES or outcome not in set(Outcome):
        raise Broken
    return Answer(Outcome(outcome), _exactly(pipe, length), last)


def _exactly(pipe: BinaryIO, length: int) -> bytes:
    got = pipe.read(length)
    if len(got) < length:
        raise Broken
    return got
