"""Which mark belongs to which option: decided by the side on which the marks stand."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from itertools import dropwhile, filterfalse, groupby, pairwise

from khedmat.importing.readers.options.gaps import side_by_gaps
from khedmat.importing.readers.options.reading import Reading
from khedmat.importing.readers.options.tokens import (
    MARKS_FIRST,
    MARKS_LAST,
    Mark,
    Option,
    Token,
    group_of,
    is_mark,
    is_option,
    is_ticked,
    marks_of,
    options_of,
)

_LINE_END = re.compile("\n")
_COLON = re.compile(r"\s*:")
_WORD = re.compile(r"\w")
_SIDES = {(Mark, Option): MARKS_FIRST, (Option, Mark): MARKS_LAST}


def pair_all(text: str, tokens: list[Token], reading: Reading) -> None:
    """By the side of the whole text, whose lines may be broken anywhere; else each line by its own."""
    side = _side(tokens) or side_by_gaps(text, tokens) or _side(_without_heads(text, tokens))
    for line in [tokens] if side else _lines(text, tokens):
        _pair(line, None if _is_heap(text, line) else side or _side(line), reading)


def _without_heads(text: str, tokens: Sequence[Token]) -> list[Token]:
    """«الکترونیکی: ☑ اینترنتی ☐ پست»: a mode with a colon heads its channels, whose marks are not its own."""
    return list(filterfalse(partial(_heads, text), tokens))


def _heads(text: str, token: Token) -> bool:
    return is_option(token) and token.group == "mode" and _COLON.match(text, token.end) is not None


def _lines(text: str, tokens: list[Token]) -> list[list[Token]]:
    """A mark may also stand on a line of its own, above or below its option: then all lines are one."""
    ends = list(map(re.Match.start, _LINE_END.finditer(text)))
    lines = [list(line) for _, line in groupby(tokens, key=lambda token: bisect_left(ends, token.place))]
    return lines if any(map(_holds_both, lines)) else [tokens]


def _holds_both(line: list[Token]) -> bool:
    return len(set(map(type, line))) > 1


def _side(tokens: Sequence[Token]) -> int | None:
    """None when the first and the last token do not tell."""
    telling = list(dropwhile(_is_heading, tokens))
    return _SIDES.get((type(telling[0]), type(telling[-1]))) if telling else None


def _is_heap(text: str, tokens: Sequence[Token]) -> bool:
    """«☑ ☐ ملی استانی»: different marks touch each other, and so do the options."""
    pairs = [pair for pair in pairwise(tokens) if not _WORD.search(text, pair[0].end, pair[1].place)]
    return any(map(_differ, pairs)) and any(map(_are_options, pairs))


def _differ(pair: tuple[Token, Token]) -> bool:
    one, other = pair
    return is_mark(one) and is_mark(other) and one.ticked != other.ticked


def _are_options(pair: tuple[Token, Token]) -> bool:
    return all(map(is_option, pair))


def _is_heading(token: Token) -> bool:
    """«مراجعه به دستگاه:» heads its options and has no box of its own."""
    return is_option(token) and token.group == "printed"


def _pair(tokens: Sequence[Token], side: int | None, reading: Reading) -> None:
    options, marks = options_of(tokens), marks_of(tokens)
    if _say_the_same(options, marks):
        reading.mark(options, marks[0].ticked)
    elif side:
        _pair_neighbours(tokens[::side], reading)
    elif marks:
        reading.ambiguous.update(map(group_of, options))


def _say_the_same(options: Sequence[Option], marks: Sequence[Mark]) -> bool:
    """All boxes are empty, or every option has its tick: then no side matters."""
    ticks = set(map(is_ticked, marks))
    return ticks == {False} or len(ticks) == 1 and len(options) == len(marks)


def _pair_neighbours(tokens: Sequence[Token], reading: Reading) -> None:
    """An option without a mark just before it stays unmarked; printed words between them have no mark of their own."""
    for mark, option in pairwise(filterfalse(_is_heading, tokens)):
        if is_mark(mark) and is_option(option):
            reading.mark([option], mark.ticked)
