"""What fingers and ears do to a word: one letter too many, too few, another, or two in the other order. Pure."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

_ROWS = ("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدئوپ")
_SOUNDS = ("سصث", "زذضظ", "تط", "هح", "قغ", "کگ", "بپ", "چج")
_NEIGHBOURS = frozenset(frozenset(pair) for row in _ROWS for pair in pairwise(row))
_ALIKE = _NEIGHBOURS | frozenset(frozenset((one, other)) for sound in _SOUNDS for one in sound for other in sound)


def is_likely(typed: str, meant: str) -> bool:
    """Of two words one slip apart: all but a letter in the place of one neither beside it nor of its sound."""
    differing = [frozenset(pair) for pair in zip(typed, meant, strict=False) if pair[0] != pair[1]]
    return len(typed) != len(meant) or len(differing) > 1 or _ALIKE.issuperset(differing)


def one_slip_from(word: str, letters: Iterable[str]) -> Iterator[str]:
    """A letter too many, two in the other order, another letter in the place of one, a letter missing."""
    for place in range(len(word)):
        before, at, after = word[:place], word[place], word[place + 1 :]
        yield before + after
        yield before + after[:1] + at + after[1:]
        yield from (before + letter + after for letter in letters)
        yield from (before + letter + at + after for letter in letters)
    yield from (word + letter for letter in letters)
