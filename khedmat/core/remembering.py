"""Pure functions of a text that is met again and again: forms repeat what is printed on them."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
MOST_TEXTS = 4096
LONGEST_TEXT = 200  # characters; what is longer hardly comes twice, and would fill the memory of a worker


def remembered(function: Callable[[str], T], most: int = MOST_TEXTS) -> Callable[[str], T]:
    """The same function, which gives what it gave before for a short text. What it gives must never be changed."""
    return _Memory(function, most).__getitem__


class _Memory(dict[str, T]):
    """text → what was given. A dictionary is asked without a call of Python: a form asks it hundreds of times.

    `_before`: what was known when it was full. What is asked again from it stays, as all that is printed on forms.
    """

    def __init__(self, function: Callable[[str], T], most: int) -> None:
        self._function, self._most = function, most
        self._before: dict[str, T] = {}

    def __missing__(self, text: str) -> T:
        given = self._before[text] if text in self._before else self._function(text)
        if len(text) <= LONGEST_TEXT:
            if len(self) >= self._most:
                self._before = dict(self)
                self.clear()
            self[text] = given
        return given
