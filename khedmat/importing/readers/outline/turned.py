"""Values before or above their labels, looked for when all lines are read: by then nobody else claims them."""

from functools import partial
from operator import attrgetter

from khedmat.core.persian import squeeze
from khedmat.core.sequences import grouped
from khedmat.importing.readers import options
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.outline.answers import Answer, Piece
from khedmat.importing.readers.outline.fields import ABSORBING, NEVER_BELOW, SIMPLE
from khedmat.importing.readers.outline.numbering import is_numbered
from khedmat.importing.readers.outline.whole import Outline

_SURE = 0.95
_block, _cell = attrgetter("line.block"), attrgetter("line.cell")


def look_before(made: Outline) -> None:
    """A table printed from right to left has its labels in the last column: the value stands before its label."""
    for answer in filter(_may_be_turned, _only_ones(made)):
        before = _free_before(answer.line, made)
        if len(set(map(_cell, before))) == 1 and not any(map(_is_channel, before)):
            _give(answer, before, made)


def _is_channel(piece: Piece) -> bool:
    """«تلفن گویا یا مرکز تماس» is printed before its own value."""
    return options.group_named(squeeze(piece.text), ["channels"]) is not None


def look_above(made: Outline) -> None:
    """A label at the end of its row with nothing behind it: its value may stand above it, claimed by nobody."""
    for answer in filter(partial(_ends_its_row, made), made.answers):
        if not answer.pieces and answer.field not in NEVER_BELOW | ABSORBING:
            _give(answer, made.free_at(answer.line.above), made)


def _give(answer: Answer, pieces: list[Piece], made: Outline) -> None:
    """An unusual place leaves a doubt."""
    made.give(answer, pieces)
    answer.sure = min(answer.sure, _SURE)


def _only_ones(made: Outline) -> list[Answer]:
    """The labels that have their row to themselves."""
    rows = grouped(made.answers, by=_block).values()
    return [labels[0] for labels in rows if len(labels) == 1]


def _may_be_turned(answer: Answer) -> bool:
    return answer.field in SIMPLE and not answer.pieces and not answer.line.alone


def _free_before(label: Line, made: Outline) -> list[Piece]:
    """In the cells of its row that come first, but for the number of the row."""
    numbered = is_numbered(made.sheet, label.block)
    before = range(numbered, label.cell)
    return [piece for piece in made.free_in(label.block) if piece.line.cell in before]


def _ends_its_row(made: Outline, answer: Answer) -> bool:
    row = made.sheet.blocks[answer.line.block]
    return row.filled > 1 and answer.line.cell == row.last_filled
