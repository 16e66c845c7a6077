"""How far a long import is, on stderr: nothing for a short one."""

import sys
import time
from typing import TextIO

from khedmat.core.persian import persian_digits

QUIET = 2.0  # seconds before anything is said
EVERY = {True: 1.0, False: 10.0}  # seconds, on a terminal and in a file


class Progress:
    """`step(done, total)` after each file: rate and time left, on one line of a terminal, in a file now and then."""

    def __init__(self, words: str, out: TextIO | None = None) -> None:
        self.words, self.out = words, out or sys.stderr
        self.started = time.monotonic()
        self.every = EVERY[self.out.isatty()]
        self.said = self.started + QUIET - self.every

    def step(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done < total and now - self.said < self.every or now - self.started < QUIET:
            return
        self.said = now
        end = "\r" if self.out.isatty() and done < total else "\n"
        print(sentence(self.words, (done, total), now - self.started), end=end, file=self.out, flush=True)


def sentence(words: str, how_far: tuple[int, int], seconds: float) -> str:
    done, total = how_far
    rate = done / seconds if seconds else 0
    left = f"، نزدیک {_span((total - done) / rate)} مانده" if done < total and rate else ""
    return persian_digits(f"{words}: {done:,} از {total:,}، {rate:.3g} در ثانیه{left}".replace(",", "٬"))


def _span(seconds: float) -> str:
    return f"{seconds:.0f} ثانیه" if seconds < 90 else f"{seconds / 60:.0f} دقیقه"
