"""To which label a piece of text without label belongs."""

from itertools import takewhile

from khedmat.importing.readers import labels, marks
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.outline.answers import Answer, Outline, Piece
from khedmat.importing.readers.outline.fields import MARKED, NEVER_BELOW


def place(piece: Piece, made: Outline) -> None:
    """Gives a piece to the label it answers, or to nobody; printed instructions are dropped."""
    if labels.is_instruction(piece.text):
        return
    asked = _label_of(piece.line, made)
    (asked.pieces if asked else made.free).append(piece)


def _label_of(line: Line, made: Outline) -> Answer | None:
    if made.current and _belongs(line, made.current, made):
        return made.current
    return _label_above(line, made)


def _belongs(line: Line, current: Answer, made: Outline) -> bool:
    if current.field in MARKED and _is_marked_row(line, current.last_line, made):
        return True
    if line.block == current.line.block:
        return line.cell == current.last_line.cell or not current.pieces
    return _may_stand_below(current) and _follows(line, current)


def _may_stand_below(current: Answer) -> bool:
    return current.line.alone or current.field not in NEVER_BELOW


def _follows(line: Line, current: Answer) -> bool:
    """Outside of tables any line goes on; below a table row only the next one, in the same column."""
    last = current.last_line
    if not line.alone or current.line.alone and last.alone:
        return line.alone
    return line.block <= last.block + 1 and line.cell in {last.cell, current.line.cell}


def _is_marked_row(line: Line, last: Line, made: Outline) -> bool:
    """Options over several cells, or over rows in which every cell is an option with its mark."""
    if not _is_marked(line.text) or line.block == last.block:
        return _is_marked(line.text)
    cells = filter(str.strip, made.sheet.blocks[line.block].cells)
    return line.block == last.block + 1 and all(map(_is_marked, cells))


def _is_marked(text: str) -> bool:
    return marks.any_in(marks.normalise(text))


def _label_above(line: Line, made: Outline) -> Answer | None:
    """The label of the same column in a row of labels just above."""
    near = takewhile(lambda answer: answer.line.block >= line.block - 1, reversed(made.answers))
    return next((answer for answer in near if _is_above(answer, line) and _heads_column(answer, made)), None)


def _is_above(answer: Answer, line: Line) -> bool:
    return answer.line.block == line.block - 1 and answer.line.cell == line.cell


def _heads_column(answer: Answer, made: Outline) -> bool:
    return not answer.pieces and answer.field not in NEVER_BELOW and _only_labels(answer.line.block, made)


def _only_labels(block: int, made: Outline) -> bool:
    filled = made.sheet.blocks[block].filled
    asked = {answer.line.cell for answer in made.answers if answer.line.block == block}
    return 1 < filled == len(asked)
