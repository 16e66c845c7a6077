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
    return told(words, how_far, how_far[0] / seconds if seconds else 0)


def told(words: str, how_far: tuple[int, int], rate: float) -> str:
    """«خواندن: ۱۲۰ از ۵٬۰۰۰، ۱۷ در ثانیه، نزدیک ۵ دقیقه مانده»; without a rate, how far it is."""
    done, total = how_far
    said = f"{words}: {done:,} از {total:,}{_pace(total - done, rate)}"
    return persian_digits(said.replace(",", "٬"))


def _pace(left: int, rate: float) -> str:
    if not rate:
        return ""
    return f"، {rate:.3g} در ثانیه" + (f"، نزدیک {_span(left / rate)} مانده" if left > 0 else "")


def _span(seconds: float) -> str:
    """Of hours the minutes are not counted."""
    if seconds < 90:
        return f"{seconds:.0f} ثانیه"
    return f"{seconds / 60:.0f} دقیقه" if seconds < 90 * 60 else f"{seconds / 3600:.0f} ساعت"
