"""Where a value stood, so that a person can find it in the file again."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from khedmat.importing.readers.outline import Answer, Piece

_raw = attrgetter("raw")
_UNASKED = (None, 0.7)  # label, sure: a value that stands where no label asked for it
_LONGEST_RAW = 2000  # characters


@dataclass(frozen=True, slots=True)
class Place:
    """The label that asked and the pieces that answer; without own pieces, all those of the answer."""

    answer: Answer | None = None
    pieces: Sequence[Piece] = ()

    @classmethod
    def first_of(cls, answer: Answer | None) -> "Place":
        """The first piece of an answer alone."""
        return cls(answer, answer.pieces[:1] if answer else ())

    def trace(self) -> dict[str, Any] | None:
        """What a trace of the contract says of it; None where nothing stands."""
        pieces = self.pieces or (self.answer.pieces if self.answer else ())
        return _trace(pieces, self.answer) if pieces else None


def _trace(pieces: Sequence[Piece], answer: Answer | None) -> dict[str, Any]:
    """The characters of a trace count in one block."""
    start = pieces[0]
    label, sure = (answer.label, answer.sure) if answer else _UNASKED
    block = start.line.block
    return {
        "raw": "\n".join(map(_raw, pieces))[:_LONGEST_RAW],
        "label": label,
        "block": block,
        "start": start.line.start + start.start,
        "end": _end_in(block, pieces) if len(pieces) > 1 else _end(start),
        "sure": sure,
    }


def _end_in(block: int, pieces: Sequence[Piece]) -> int:
    return max(_end(piece) for piece in pieces if piece.line.block == block)


def _end(piece: Piece) -> int:
    return piece.line.start + piece.end
