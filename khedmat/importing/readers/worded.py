"""The pieces of an answer that are kept as its text."""

import re
from itertools import filterfalse

from khedmat.core.persian import fold_line
from khedmat.importing.readers.outline import Answer, Piece
from khedmat.importing.readers.said import said
from khedmat.importing.readers.wording import said_pieces

_NUMBERING = re.compile(r"\W*[\d۰-۹٠-٩]{1,2}\W*")
_DOTTED = re.compile(r"[.…]{2,}|…")


def worded(answer: Answer | None) -> list[Piece]:
    """Without fillers, and without the numbers of a printed list."""
    return list(filterfalse(_is_number, said_pieces(answer))) if answer and not _is_left_out(answer) else []


def _is_number(piece: Piece) -> bool:
    return _NUMBERING.fullmatch(piece.text) is not None


def kept_text(piece: Piece) -> str:
    """On one line."""
    return fold_line(said(piece.text) or "")


def _is_left_out(answer: Answer) -> bool:
    """A dash beside its label is the answer; what stands below it is something else."""
    beside = (piece for piece in answer.pieces[:1] if piece.line is answer.line)
    return any(map(_is_dash, beside))


def _is_dash(piece: Piece) -> bool:
    """A dotted line may be filled below it."""
    return not piece.says and not _DOTTED.search(piece.text)
