"""How far a long import is, on stderr: nothing for a short one."""

import sys
import time
from typing import TextIO

from khedmat.core.persian import persian_digits

QUIET = 2.0  # seconds before anything is said
EVERY = {True: 1.0, False: 10.0}  # seconds, on a terminal and in a file
END = {True: "\r", False: "\n"}  # the next sentence is written over this one, or below it


class Progress:
    """`step(done, total)` after each file: rate and time left, on one line of a terminal, in a file now and then."""

    def __init__(self, words: str, out: TextIO | None = None) -> None:
        self.words, self.out = words, out or sys.stderr
        self.started = time.monotonic()
        self.every = EVERY[self.out.isatty()]
        self.said = self.started + QUIET - self.every

    def step(self, done: int, total: int) -> None:
        now, is_last = time.monotonic(), done >= total
        if self._is_silent(now, is_last=is_last):
            return
        self.said = now
        end = END[self.out.isatty() and not is_last]
        print(sentence(self.words, (done, total), now - self.started), end=end, file=self.out, flush=True)

    def _is_silent(self, now: float, *, is_last: bool) -> bool:
        is_too_soon = now - self.said < self.every
        return now - self.started < QUIET or is_too_soon and not is_last


def sentence(words: str, how_far: tuple[int, int], seconds: float) -> str:
    done, total = how_far
    rate = done / seconds if seconds else 0
    said = f"{words}: {done:,} از {total:,}، {rate:.3g} در ثانیه{_left(total - done, rate)}"
    return persian_digits(said.replace(",", "٬"))


def _left(files: int, rate: float) -> str:
    return f"، نزدیک {_span(files / rate)} مانده" if files > 0 and rate else ""


def _span(seconds: float) -> str:
    return f"{seconds:.0f} ثانیه" if seconds < 90 else f"{seconds / 60:.0f} دقیقه"
