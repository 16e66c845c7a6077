"""The last line of a file that was cut may be the beginning of the next label: no value."""

import re

from khedmat.core.sequences import first
from khedmat.importing.readers.labels import begins_with_words, looks_cut
from khedmat.importing.readers.marks import is_marked
from khedmat.importing.readers.outline import Answer, Outline, Piece
from khedmat.importing.readers.wording import is_numbered

_BULLET = re.compile(r"\W*[•·▪●*\-–—]")


def drop_cut_end(card: Outline) -> None:
    """Takes it from the label it was given to."""
    for answer in card.answers[-1:]:
        last = first(reversed(answer.pieces))
        if last and _is_cut(last, card) and not _is_answer(last, answer):
            answer.pieces.pop()


def _is_answer(last: Piece, answer: Answer) -> bool:
    """Beside its label it is a value, unless both together are the beginning of a longer label."""
    if last.line is answer.line:
        return not last.says or not looks_cut(last.line.text)
    return last.line.block == answer.line.block or _goes_on(answer)


def _goes_on(answer: Answer) -> bool:
    """A label that fills its line waits for what stands below it, a numbered list for its next item."""
    return _is_only_one(answer) or len(answer.pieces) > 1 and all(map(is_numbered, answer.texts))


def _is_only_one(answer: Answer) -> bool:
    """Of whole words: «اطلاع رسانی» is a phase as well as the beginning of «اطلاع رسانی خدمت»."""
    return len(answer.pieces) == 1 and begins_with_words(answer.text)


def _is_cut(piece: Piece, card: Outline) -> bool:
    """A mark behind its words shows that they are whole, and a bullet that they are an item of the list above."""
    is_last = piece.line is card.sheet.lines[-1]
    begins_label = looks_cut(piece.text) or looks_cut(piece.line.text)
    return is_last and begins_label and not is_marked(piece.text) and not _BULLET.match(piece.text)
