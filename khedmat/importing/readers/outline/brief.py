"""«عنوان: …», «نوع | G2B»: one word of a label, which asks where it has its line or its cell to itself."""

import re
from collections import Counter, deque
from functools import partial
from itertools import filterfalse
from operator import attrgetter

from khedmat.core.persian import squeeze
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.label_table import BRIEF
from khedmat.importing.readers.labels import hits
from khedmat.importing.readers.outline.answers import Answer, Piece
from khedmat.importing.readers.outline.whole import Outline

_ASKED = re.compile(r"[\W\d_]*([^\W\d_]+)\s*(?:[:：]\s*|$)")
_BRIEF = {squeeze(word): field for word, field in BRIEF.items()}
_LIKELY = 0.9
_PERMIT, _FEWEST_OF_PERMIT = "permit_", 2
_PAIR, _TWO_PAIRS = 2, [True, False, True, False]  # cells; which of them are labels
_COLONS = (":", "：")
_field, _text = attrgetter("field"), attrgetter("text")


def read_brief(piece: Piece, made: Outline) -> bool:
    """Whether the text of a line up to its end, or to its first other label, asks so."""
    asked = _ASKED.match(piece.line.text, piece.start, piece.end)
    return asked is not None and _is_brief(asked) and _asks(asked, piece, made)


def _is_brief(asked: re.Match[str]) -> bool:
    return squeeze(asked[1]) in _BRIEF


def _asks(asked: re.Match[str], piece: Piece, made: Outline) -> bool:
    """Keeps the answer; none where the word stands among others."""
    asks = asked[0].rstrip().endswith(_COLONS) or _labels_its_row(piece.line, made)
    if asks:
        made.answers.append(_answer(asked, Piece(piece.line, asked.end(), piece.end)))
    return asks


def _answer(asked: re.Match[str], said: Piece) -> Answer:
    kept = list(filter(_text, [said]))
    return Answer(_BRIEF[squeeze(asked[1])], asked[1], said.line, asked.start(1), _LIKELY, True, kept)


def _labels_its_row(line: Line, made: Outline) -> bool:
    """Without a colon it is one of two cells, and the other one is no label; or beside another pair."""
    cells = list(filter(str.strip, made.sheet.blocks[line.block].cells))
    if len(cells) == _PAIR:
        return not any(map(hits, cells))
    return list(map(_is_label, cells)) == _TWO_PAIRS


def _is_label(cell: str) -> bool:
    return bool(hits(cell)) or squeeze(cell) in _BRIEF


def settle_brief(made: Outline) -> None:
    """Where the whole label is printed too, the word alone asks for something else; a page of a permit names that."""
    briefly = list(filter(_is_asked_briefly, made.answers))
    if briefly:
        asked = Counter(map(_field, filterfalse(_is_asked_briefly, made.answers)))
        deque(map(partial(_settle, asked), briefly), maxlen=0)


def _settle(asked: Counter[str], answer: Answer) -> None:
    if asked[answer.field]:
        answer.field = "_unknown"
    elif answer.field == "title" and _is_of_permit(asked):
        answer.field = "permit_title"


def _is_of_permit(asked: Counter[str]) -> bool:
    return len(list(filter(_names_permit, asked.elements()))) >= _FEWEST_OF_PERMIT


def _names_permit(field: str) -> bool:
    return field.startswith(_PERMIT)


def _is_asked_briefly(answer: Answer) -> bool:
    return answer.sure == _LIKELY and answer.label in BRIEF
