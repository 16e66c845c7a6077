"""The confined children of this process: started when asked for, kept between files, replaced after a fault."""

import atexit
import logging
import os
import signal
from threading import BoundedSemaphore, Lock
from typing import Any

from khedmat.importing.readers.confined.child import Child
from khedmat.importing.readers.confined.messages import Answer, Broken, Outcome, Task
from khedmat.importing.readers.unreadable import Unreadable

_CRASH = "محتوای فایل خراب است و خواندن آن ناتمام ماند؛ آن را در برنامه‌ای که ساخته شده دوباره ذخیره کنید."
_TIME = "خواندن فایل بیش از اندازه طول کشید؛ آن را به فایل‌های کوچک‌تر بخش کنید یا دوباره ذخیره کنید."
_MEMORY = "خواندن فایل حافظهٔ بیش از اندازه می‌خواهد؛ آن را به فایل‌های کوچک‌تر بخش کنید یا دوباره ذخیره کنید."
_OVERTIME = {signal.SIGPROF, signal.SIGXCPU, signal.SIGKILL}
_log = logging.getLogger(__name__)


class Pool:
    """As many at once as there are processors; a thread that comes when all work waits."""

    def __init__(self) -> None:
        self.children: set[Child] = set()
        self.idle: list[Child] = []
        self.lock = Lock()
        self.room = BoundedSemaphore(os.cpu_count() or 1)

    def ask(self, task: Task) -> Answer:
        """Unreadable when the child dies of it."""
        with self.room:
            child = self._taken()
            try:
                return child.ask(task)
            except Broken:
                raise Unreadable(_TIME if child.died_of in _OVERTIME else _CRASH) from None
            finally:
                self._give_back(child)

    def _taken(self) -> Child:
        with self.lock:
            ready = filter(self._is_ready, iter(self._popped, None))
            child = next(ready, None) or Child()
            self.children.add(child)
            return child

    def _give_back(self, child: Child) -> None:
        with self.lock:
            if self._is_ready(child):
                self.idle.append(child)

    def _popped(self) -> Child | None:
        return self.idle.pop() if self.idle else None

    def _is_ready(self, child: Child) -> bool:
        """One that died between two files is buried."""
        if not child.is_ready:
            child.end()
            self.children.discard(child)
        return child.is_ready

    def end(self) -> None:
        """At the end of the process that owns it."""
        for child in self.children:
            child.end()

    def forget(self) -> "Pool":
        """A new one, in a forked copy of the process."""
        for child in self.children:
            child.forget()
        return Pool()


_pool = Pool()


def run(name: str, data: bytes, **options: Any) -> bytes:
    """What the function `module:function` of the readers makes of the data, in a confined child.

    Options are what JSON can say. Unreadable when it refuses, fails, or takes too long or too much.
    """
    answer = _pool.ask(Task(name, data, options))
    if answer.outcome is Outcome.FAULT:
        _log.warning("confined %s: %s", name, answer.body.decode("utf-8", "replace"))
    if answer.outcome is not Outcome.DONE:
        raise Unreadable(_sentence(answer))
    return answer.body


_SENTENCES = {Outcome.MEMORY: _MEMORY, Outcome.FAULT: _CRASH}


def _sentence(answer: Answer) -> str:
    """Its own words where it has some."""
    return _SENTENCES.get(answer.outcome) or answer.body.decode("utf-8", "replace")


def _forget() -> None:
    """The children of the process that forked are not those of its copy."""
    global _pool
    _pool = _pool.forget()


atexit.register(lambda: _pool.end())
os.register_at_fork(after_in_child=_forget)
