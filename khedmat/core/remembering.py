"""Pure functions of a text that is met again and again: forms repeat what is printed on them."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")
MOST_TEXTS = 4096
LONGEST_TEXT = 200  # characters; what is longer hardly comes twice, and would fill the memory of a worker


def remembered(function: Callable[[str], T]) -> Callable[[str], T]:
    """The same function, which gives what it gave before for a short text. What it gives must never be changed."""
    kept = lru_cache(maxsize=MOST_TEXTS)(function)

    @wraps(function)
    def of(text: str) -> T:
        return kept(text) if len(text) <= LONGEST_TEXT else function(text)

    return of
