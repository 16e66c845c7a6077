"""One group of options read from one text: its values, or that they cannot be told."""

from operator import add
from typing import NamedTuple

from khedmat.core.sequences import grouped
from khedmat.importing.readers import marks, options
from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.outline import Answer, Piece

_GAP = " " * 4


class Choice(NamedTuple):
    """`values` of a group in printed order; `undecided`: offered, and its marks are lost or contradict each other."""

    values: list[str]
    undecided: bool
    text: str

    @property
    def one(self) -> str | None:
        """The value of a group that admits only one, where exactly one was given."""
        return self.values[0] if len(self.values) == 1 else None

    @property
    def only(self) -> "Choice":
        """The same where the group admits only one: several contradict each other."""
        return self._replace(undecided=self.undecided or len(self.values) > 1)


def choose(text: str, group: str) -> Choice:
    """Reads a text as one block of options of one group."""
    return settle(options.read([text], [group]), group, text)


def settle(reading: options.Reading, group: str, text: str) -> Choice:
    """The choice of a group in a reading of several."""
    values, undecided = reading.decide(group)
    return Choice(values, undecided, text)


def as_block(answer: Answer) -> str:
    """Pieces of one row stay on one line, a wide gap between cells: the side of their marks is decided there."""
    if woven := _woven(answer.pieces):
        return woven
    joints = map(_joint, answer.pieces, answer.pieces[1:])
    return "".join(map(add, ["", *joints], answer.texts))


def _woven(pieces: list[Piece]) -> str:
    """«G2C | G2B» ⏎ «☑ | ☐»: a row of options over a row of nothing but their marks."""
    rows = list(grouped(pieces, lambda piece: piece.line.block).values())
    if len(rows) != 2 or len(rows[0]) < 2:
        return ""
    names = {piece.line.cell: piece.text for piece in rows[0]}
    ticks = {piece.line.cell: marks.normalise(piece.text).strip() for piece in rows[1]}
    is_over = ticks.keys() == names.keys() and {TICKED, EMPTY}.issuperset(ticks.values())
    return _GAP.join(f"{ticks[cell]} {name}" for cell, name in names.items()) if is_over else ""


def _joint(before: Piece, piece: Piece) -> str:
    same_row = before.line.block == piece.line.block and before.line.cell != piece.line.cell
    return _GAP if same_row else "\n"
