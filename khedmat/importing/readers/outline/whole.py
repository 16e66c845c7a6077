"""The outline of a document: its labels with their answers in reading order."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeVar

from khedmat.core.sequences import first, first_where
from khedmat.importing.readers.blocks import Line, Sheet
from khedmat.importing.readers.outline.answers import Answer, Piece

_says, _pieces, _block = attrgetter("says"), attrgetter("pieces"), attrgetter("line.block")
Placed = TypeVar("Placed", Answer, Piece)


@dataclass
class Outline:
    """Answers in reading order, and the pieces that answer no label (`free`): a title without label is one of them."""

    sheet: Sheet
    answers: list[Answer] = field(default_factory=list)
    free: list[Piece] = field(default_factory=list)

    @property
    def current(self) -> Answer | None:
        """The label that was met last."""
        return self.answers[-1] if self.answers else None

    @property
    def is_asking(self) -> bool:
        """The last label has no answer yet."""
        return self.current is not None and not self.current.pieces

    def of(self, *fields: str) -> Iterator[Answer]:
        """The answers of the fields in reading order, whether they say something or not."""
        return (answer for answer in self.answers if answer.field in fields)

    def said(self, *fields: str) -> Iterator[Answer]:
        """The answers of the fields that say something, in reading order."""
        return filter(_says, self.of(*fields))

    def best(self, *fields: str) -> Answer | None:
        """The first answer of the fields that has a value, else the first that asks."""
        found = list(self.of(*fields))
        return first_where(_pieces, found) or first(found)

    def between(self, first: int, last: int) -> "Outline":
        """What stands in the blocks first … last − 1."""
        blocks = range(first, last)
        return Outline(self.sheet, _within(self.answers, blocks), _within(self.free, blocks))

    def free_at(self, place: tuple[int, int]) -> list[Piece]:
        """The free pieces of one cell."""
        return [piece for piece in self.free if piece.line.place == place]

    def give(self, answer: Answer, pieces: list[Piece]) -> None:
        """Free pieces become an answer."""
        answer.pieces += pieces
        self.free = [piece for piece in self.free if piece not in pieces]

    def forget(self, line: Line) -> None:
        """Takes back what was made of a line: it turned out to be the first half of a label."""
        self.answers = _without(self.answers, line)
        self.free = _without(self.free, line)
        if self.current:
            self.current.pieces = _without(self.current.pieces, line)


def _within(placed: list[Placed], blocks: range) -> list[Placed]:
    """They stand in reading order: a long list asks this for each of its rows."""
    return placed[bisect_left(placed, blocks.start, key=_block) : bisect_left(placed, blocks.stop, key=_block)]


def _without(placed: Iterable[Placed], line: Line) -> list[Placed]:
    return [one for one in placed if one.line is not line]
