"""Values before or above their labels, looked for when all lines are read: by then nobody else claims them."""

from collections import Counter
from collections.abc import Iterator

from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.outline.answers import Answer, Outline, Piece
from khedmat.importing.readers.outline.fields import ABSORBING, NEVER_BELOW, SIMPLE


def look_before(made: Outline) -> None:
    """A table printed from right to left has its labels in the last column: the value stands before its label."""
    for answer in filter(_may_be_turned, _only_ones(made)):
        before = [piece for piece in made.free if _stands_before(piece.line, answer.line)]
        if len(_cells(before)) == 1:
            made.give(answer, before)


def look_above(made: Outline) -> None:
    """A label at the end of its row with nothing behind it: its value may stand above it, claimed by nobody."""
    for answer in made.answers:
        if _ends_its_row(answer, made) and _wants_text(answer):
            made.give(answer, [piece for piece in made.free if _stands_above(piece.line, answer.line)])


def _only_ones(made: Outline) -> Iterator[Answer]:
    """The labels that have their row to themselves."""
    labels = Counter(answer.line.block for answer in made.answers)
    return (answer for answer in made.answers if labels[answer.line.block] == 1)


def _may_be_turned(answer: Answer) -> bool:
    return answer.field in SIMPLE and not answer.pieces and not answer.line.alone


def _wants_text(answer: Answer) -> bool:
    return not answer.pieces and answer.field not in NEVER_BELOW | ABSORBING


def _ends_its_row(answer: Answer, made: Outline) -> bool:
    row = made.sheet.blocks[answer.line.block]
    return row.filled > 1 and answer.line.cell == row.last_filled


def _stands_before(line: Line, label: Line) -> bool:
    return line.block == label.block and line.cell < label.cell


def _stands_above(line: Line, label: Line) -> bool:
    return line.block == label.block - 1 and line.cell == label.cell


def _cells(pieces: list[Piece]) -> set[int]:
    return {piece.line.cell for piece in pieces}
