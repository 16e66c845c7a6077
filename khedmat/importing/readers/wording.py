"""Small questions about lines, pieces and answers that the sections share."""

import re
from collections.abc import Iterable
from itertools import chain
from operator import attrgetter

from khedmat.core.persian import fold_line, latin_digits
from khedmat.importing.readers import marks
from khedmat.importing.readers.blocks import Line, Sheet
from khedmat.importing.readers.outline import Answer, Piece
from khedmat.importing.readers.said import said

_NUMBERED_LINE = re.compile(r"\s*[\d۰-۹٠-٩]{1,3}\s*[-–.)]\s*\S")
_ZEROS = re.compile(r"[\s0.]*0[\s0.]*")
_MARKS = str.maketrans("", "", marks.TICKED + marks.EMPTY)

field_of, block_of, text_of = attrgetter("field"), attrgetter("line.block"), attrgetter("text")
answered, piece_of = attrgetter("pieces"), attrgetter("piece")


def said_line(text: str) -> str | None:
    """The same of a text whose line breaks mean nothing."""
    return said(fold_line(text))


def said_pieces(answer: Answer | None) -> list[Piece]:
    """The pieces that say something; none of an answer that is not there."""
    return answer.said_pieces if answer else []


def said_texts(answer: Answer | None) -> list[str]:
    """Their texts as they stand."""
    return answer.said_texts if answer else []


def said_text(answer: Answer | None) -> str | None:
    """What the first piece says."""
    return said(answer.text) if answer else None


def all_pieces(answers: Iterable[Answer]) -> list[Piece]:
    """The pieces of several answers, one answer after the other."""
    return list(chain.from_iterable(map(attrgetter("pieces"), answers)))


def behind(block: int, answers: Iterable[Answer]) -> list[Answer]:
    """The answers whose labels stand on later blocks."""
    return [answer for answer in answers if answer.line.block > block]


def whole(line: Line) -> Piece:
    """A line as a piece, for values that no label asked for."""
    return Piece(line, 0, len(line.text))


def plain_lines(sheet: Sheet) -> list[Line]:
    """Lines without an address: eleven digits inside an address are the ID of something else."""
    return [line for line in sheet.lines if "http" not in line.text]


def is_numbered(text: str) -> bool:
    """«12- …», «3) …»: a line of a numbered list."""
    return bool(_NUMBERED_LINE.match(text))


def is_zero(text: str) -> bool:
    """«0», «000»: said, and not yet that it is free."""
    return bool(_ZEROS.fullmatch(latin_digits(text)))


def without_marks(text: str) -> str:
    """A normalised text without its ticks and boxes."""
    return text.translate(_MARKS)
