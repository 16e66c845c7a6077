"""«ملی     ✓ استانی     شهری»: a mark stands near its option and far from the other one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from khedmat.importing.readers.options.tokens import MARKS_FIRST, MARKS_LAST, Token, is_mark, is_option

_CLEARLY = 2  # spaces more on the other side
_LINE_BREAK = 10  # spaces


def side_by_gaps(text: str, tokens: Sequence[Token]) -> int | None:
    """The side on which every mark between two options is nearer to one of them; None where they do not agree."""
    sides = set(map(_nearer, _gaps(text, tokens)))
    return sides.pop() if len(sides) == 1 else None


def _gaps(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Of each mark between two options, the widths of the gaps before and behind it."""
    for (before, mark), (_, behind) in pairwise(pairwise(tokens)):
        if is_option(before) and is_mark(mark) and is_option(behind):
            yield _width(text[before.end : mark.place]), _width(text[mark.end : behind.place])


def _width(between: str) -> int:
    """Words between them are no gap."""
    words = any(map(str.isalnum, between))
    return 0 if words else sum(map(str.isspace, between)) + _LINE_BREAK * between.count("\n")


def _nearer(gaps: tuple[int, int]) -> int | None:
    before, behind = gaps
    if before >= behind + _CLEARLY:
        return MARKS_FIRST
    return MARKS_LAST if behind >= before + _CLEARLY else None
