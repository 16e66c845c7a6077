"""The confined child: reads one file after another until its parent goes. Run as a program, by `child.py` only."""

import fcntl
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from typing import BinaryIO

from khedmat.importing.readers.confined import limits
from khedmat.importing.readers.confined.messages import Answer, Outcome, Task, receive_task, send_answer
from khedmat.importing.readers.unreadable import Unreadable

_MOST_FILES = 200
_MOST_FAULT = 2000


def main() -> None:
    tasks, answers = _pipes()
    limits.confine()
    for left in reversed(range(_MOST_FILES)):
        if (task := receive_task(tasks)) is None:
            return
        answer = _answer(task)
        last = left == 0 or answer.outcome is Outcome.MEMORY or _memory().has_grown
        send_answer(answers, answer._replace(last=last))


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Whatever else prints must not be taken for an answer."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
    return sys.stdin.buffer, answers


def _answer(task: Task) -> Answer:
    try:
        work = _work(task.name)
        _memory()
        with _watched():
            return Answer(Outcome.DONE, work(task.data, **task.options))
    except Unreadable as refusal:
        return Answer(Outcome.REFUSED, refusal.message.encode())
    except MemoryError:
        return Answer(Outcome.MEMORY, b"")
    except Exception:
        return Answer(Outcome.FAULT, traceback.format_exc()[-_MOST_FAULT:].encode("utf-8", "replace"))


def _work(name: str) -> Callable[..., bytes]:
    module, function = name.split(":")
    work: Callable[..., bytes] = getattr(import_module(module), function)
    return work


@lru_cache
def _memory() -> limits.Memory:
    return limits.Memory()


@contextmanager
def _watched() -> Iterator[None]:
    """While it works the processor's time is counted, and a parent that dies closes the pipe: that signal ends it too.

    The parent sends nothing meanwhile, so nothing else raises the signal.
    """
    plain = fcntl.fcntl(0, fcntl.F_GETFL)
    fcntl.fcntl(0, fcntl.F_SETFL, plain | os.O_ASYNC)
    limits.begin()
    try:
        yield
    finally:
        limits.rest()
        fcntl.fcntl(0, fcntl.F_SETFL, plain)


if __name__ == "__main__":
    main()
