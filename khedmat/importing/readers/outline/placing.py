"""To which label a piece of text without label belongs."""

import re
from functools import partial
from itertools import takewhile

from khedmat.core.persian import squeeze
from khedmat.core.sequences import first_where
from khedmat.importing.readers import labels, marks, options
from khedmat.importing.readers.blocks import Block, Line
from khedmat.importing.readers.outline.answers import Answer, Piece
from khedmat.importing.readers.outline.fields import MARKED, NEVER_BELOW, OPTIONS_OF
from khedmat.importing.readers.outline.numbering import row_number
from khedmat.importing.readers.outline.whole import Outline

_WIDE = re.compile(r"\s{2,}")


def place(piece: Piece, made: Outline) -> None:
    """Gives a piece to the label it answers, or to nobody; printed instructions are dropped."""
    if labels.is_instruction(piece.text):
        return
    asked = _label_of(piece.line, made)
    (asked.pieces if asked else made.free).append(piece)


def _label_of(line: Line, made: Outline) -> Answer | None:
    """A row of nothing but labels heads the columns of the row below."""
    current = made.current
    if current is None or made.goes_on == line.block:
        return current
    if current.line.block < line.block:
        return _label_above(line, made) or _own(line, current, made)
    return _own(line, current, made) or _label_above(line, made)


def _own(line: Line, current: Answer, made: Outline) -> Answer | None:
    return current if _belongs(line, current, made) else None


def _belongs(line: Line, current: Answer, made: Outline) -> bool:
    return _is_option(line, current, made) or _is_next_to(line, current) or _goes_on_list(line, current, made)


def _is_option(line: Line, current: Answer, made: Outline) -> bool:
    """Options may fill several cells, and rows in which every cell is an option, with its mark or without."""
    if current.field not in MARKED or not _offers(current.field, line.text):
        return False
    below = line.block - current.last_line.block
    return below == 0 or below == 1 and _is_row_of_options(current.field, made.sheet.blocks[line.block])


def _is_row_of_options(field: str, block: Block) -> bool:
    return all(map(partial(_offers, field), filter(str.strip, block.cells)))


def _offers(field: str, text: str) -> bool:
    """A cell with a mark, or one that holds just options of the group, wide spaces between them."""
    return marks.is_marked(text) or _are_named(OPTIONS_OF.get(field), text)


def _are_named(group: str | None, text: str) -> bool:
    return group is not None and all(map(partial(_is_named, group), _WIDE.split(text.strip())))


def _is_named(group: str, text: str) -> bool:
    """«سایر: سیل» is one with its words behind it."""
    return options.group_named(squeeze(text.split(":")[0]), [group]) is not None


def _is_next_to(line: Line, current: Answer) -> bool:
    if line.block == current.line.block:
        return line.cell == current.last_line.cell or not current.pieces
    return _may_stand_below(current) and _follows(line, current)


def _may_stand_below(current: Answer) -> bool:
    return current.line.alone or current.field not in NEVER_BELOW


def _follows(line: Line, current: Answer) -> bool:
    """Outside of tables any line goes on; below a table row only the next one, in the same column."""
    return line.alone and (_stands_outside(current) or _is_in_next_row(line, current))


def _goes_on_list(line: Line, current: Answer, made: Outline) -> bool:
    """«1 | گذرنامه» ⏎ «2 | بلیت»: the rows of a table inside the cell behind its label."""
    if not current.line.alone or line.cell == 0:
        return False
    last = current.last_line.block
    below, before = line.block - last, max(row_number(made.sheet, last), 0)
    return below <= 1 and row_number(made.sheet, line.block) == before + below > 0


def _stands_outside(current: Answer) -> bool:
    return current.line.alone and current.last_line.alone


def _is_in_next_row(line: Line, current: Answer) -> bool:
    last = current.last_line
    return line.block <= last.block + 1 and line.cell in {last.cell, current.line.cell}


def _label_above(line: Line, made: Outline) -> Answer | None:
    """The label of the same column in a row of labels just above."""
    near = takewhile(lambda answer: answer.line.block >= line.block - 1, reversed(made.answers))
    heads = (answer for answer in near if answer.line.place == line.above)
    return first_where(partial(_heads_column, made), heads)


def _heads_column(made: Outline, answer: Answer) -> bool:
    answered = any(piece.line.block == answer.line.block for piece in answer.pieces)
    return not answered and answer.field not in NEVER_BELOW and _only_labels(answer.line.block, made)


def _only_labels(block: int, made: Outline) -> bool:
    filled = made.sheet.blocks[block].filled
    asked = {answer.line.cell for answer in made.between(block, block + 1).answers}
    return 1 < filled == len(asked)
