"""A text as a row of options and marks."""

from collections.abc import Iterable
from typing import NamedTuple

Name = tuple[str, str]  # group and value


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


def options_of(tokens: Iterable[Token]) -> list[Option]:
    """In their order."""
    return [token for token in tokens if isinstance(token, Option)]


def marks_of(tokens: Iterable[Token]) -> list[Mark]:
    """In their order."""
    return [token for token in tokens if isinstance(token, Mark)]
