"""«عنوان: …», «نوع | G2B»: one word of a label, which asks where it has its line or its cell to itself."""

import re
from collections import Counter

from khedmat.core.persian import squeeze
from khedmat.core.sequences import first
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.label_table import BRIEF
from khedmat.importing.readers.labels import hits
from khedmat.importing.readers.outline.answers import Answer, Piece
from khedmat.importing.readers.outline.whole import Outline

_ASKED = re.compile(r"[\W\d_]*([^\W\d_]+)\s*(?:[:：]\s*|$)")
_BRIEF = {squeeze(word): field for word, field in BRIEF.items()}
_LIKELY = 0.9
_PERMIT, _FEWEST_OF_PERMIT = "permit_", 2
_PAIR = 2  # cells


def read_brief(piece: Piece, made: Outline) -> bool:
    """Whether the text of a line up to its end, or to its first other label, asks so."""
    asked = _ASKED.match(piece.line.text, piece.start, piece.end)
    field = _BRIEF.get(squeeze(asked[1])) if asked else None
    if asked is None or field is None or not _asks(asked, piece.line, made):
        return False
    said = Piece(piece.line, asked.end(), piece.end)
    made.answers.append(Answer(field, asked[1], piece.line, asked.start(1), _LIKELY, True, [said] if said.text else []))
    return True


def _asks(asked: re.Match[str], line: Line, made: Outline) -> bool:
    """Without a colon it is one of two cells, and the other one is no label."""
    if not asked[0].rstrip().endswith(tuple(":：")):
        cells = list(filter(str.strip, made.sheet.blocks[line.block].cells))
        return len(cells) == _PAIR and not any(map(hits, cells))
    return True


def settle_brief(made: Outline) -> None:
    """Where the whole label is printed too, the word alone asks for something else; a page of a permit names that."""
    briefly = [answer for answer in made.answers if answer.sure == _LIKELY and answer.label in BRIEF]
    if first(briefly) is None:
        return
    asked = Counter(answer.field for answer in made.answers)
    asked.subtract(answer.field for answer in briefly)
    of_permit = sum(number for field, number in asked.items() if field.startswith(_PERMIT)) >= _FEWEST_OF_PERMIT
    for answer in briefly:
        if asked[answer.field]:
            answer.field = "_unknown"
        elif of_permit and answer.field == "title":
            answer.field = "permit_title"
