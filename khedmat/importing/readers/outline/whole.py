"""The outline of a document: its labels with their answers in reading order."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeVar

from khedmat.core.sequences import first_where
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
    goes_on: int = -1  # block whose cells all belong to the last label

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
        found = [answer for answer in self.answers if answer.field in fields]
        return first_where(_pieces, found) or found[0] if found else None

    def between(self, first: int, last: int) -> "Outline":
        """What stands in the blocks first … last − 1."""
        blocks = range(first, last)
        return Outline(self.sheet, _within(self.answers, blocks), _within(self.free, blocks))

    def free_at(self, place: tuple[int, int]) -> list[Piece]:
        """The free pieces of one cell."""
        return [piece for piece in self.free_in(place[0]) if piece.line.place == place]

    def free_in(self, block: int) -> list[Piece]:
        """The free pieces of one block."""
        return _within(self.free, range(block, block + 1))

    def give(self, answer: Answer, pieces: list[Piece]) -> None:
        """Free pieces of one block become an answer."""
        answer.pieces += pieces
        for block in set(map(_block, pieces)):
            left = [piece for piece in self.free_in(block) if piece not in pieces]
            self.free[_places(self.free, range(block, block + 1))] = left

    def forget(self, line: Line) -> None:
        """Takes back what was made of a line: it turned out to be the first half of a label."""
        _drop_last(self.answers, line)
        _drop_last(self.free, line)
        if self.current:
            _drop_last(self.current.pieces, line)


def _within(placed: list[Placed], blocks: range) -> list[Placed]:
    """They stand in reading order: a long list asks this for each of its rows."""
    return placed[_places(placed, blocks)]


def _places(placed: list[Placed], blocks: range) -> slice:
    return slice(bisect_left(placed, blocks.start, key=_block), bisect_left(placed, blocks.stop, key=_block))


def _drop_last(placed: list[Placed], line: Line) -> None:
    """It was the last line to be read: nothing stands behind what was made of it."""
    while placed and placed[-1].line is line:
        placed.pop()
