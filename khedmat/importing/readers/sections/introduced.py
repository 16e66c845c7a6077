"""«معرفی خدمت» over a name and a text: the name is the title, and what stands below it the description."""

import re

from khedmat.core.sequences import first
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Outline, Piece
from khedmat.importing.readers.sections import bare_title
from khedmat.importing.readers.titles import clean_title

_INTRODUCTION = re.compile(r"معرفی|آشنایی|درباره")
_AGENCY = re.compile(
    r"\W*(?:سازمان|اداره|شرکت|وزارت|شهرداری|استانداری|فرمانداری|معاونت|پایگاه|درگاه|وبگاه|دانشگاه|مرکز|بانک)\b"
)
_LONGEST = 120  # characters of a name


def read(outline: Outline, draft: Draft) -> None:
    """Where nothing above it may be the title."""
    introduced = first(filter(_is_introduction, outline.of("description")))
    if introduced is None or any(map(_may_be_title, bare_title.lines_before_labels(outline))):
        return
    name = introduced.pieces[0]
    if _is_name(name, introduced):
        draft.set("title", clean_title(name.text), Place(pieces=[name]))
        introduced.pieces.remove(name)


def _is_introduction(answer: Answer) -> bool:
    return _stands_alone(answer) and bool(answer.pieces and _INTRODUCTION.match(answer.label))


def _stands_alone(answer: Answer) -> bool:
    return answer.line.alone and not answer.colon


def _may_be_title(line: Line) -> bool:
    return not _AGENCY.match(line.text)


def _is_name(piece: Piece, introduced: Answer) -> bool:
    return _looks_like_name(piece) and _heads_text(piece, introduced)


def _looks_like_name(piece: Piece) -> bool:
    return bare_title.is_title_like(piece.line) and len(piece.text) <= _LONGEST and not piece.text.endswith(".")


def _heads_text(piece: Piece, introduced: Answer) -> bool:
    """A heading below the heading; else a phrase over a longer text."""
    if piece.line.heading:
        return bool(introduced.line.heading)
    return any(len(other.text) > len(piece.text) for other in introduced.pieces[1:2])
