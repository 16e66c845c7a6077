"""A text as a row of options and marks."""

from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple, TypeGuard

Name = tuple[str, str]  # group and value
MARKS_FIRST, MARKS_LAST = 1, -1  # the direction in which each mark is followed by its option


class Option(NamedTuple):
    """A phrase of the form at a place of the text."""

    place: int
    end: int
    name: Name

    @property
    def group(self) -> str:
        """The question it answers."""
        return self.name[0]


class Mark(NamedTuple):
    """A box at a place of the text."""

    place: int
    end: int
    ticked: bool


Token = Option | Mark
group_of, name_of, is_ticked = attrgetter("group"), attrgetter("name"), attrgetter("ticked")


def is_option(token: Token) -> TypeGuard[Option]:
    """And no mark."""
    return isinstance(token, Option)


def is_mark(token: Token) -> TypeGuard[Mark]:
    """And no option."""
    return isinstance(token, Mark)


def options_of(tokens: Iterable[Token]) -> list[Option]:
    """In their order."""
    return list(filter(is_option, tokens))


def marks_of(tokens: Iterable[Token]) -> list[Mark]:
    """In their order."""
    return list(filter(is_mark, tokens))
