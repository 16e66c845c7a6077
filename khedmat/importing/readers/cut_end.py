"""The last line of a file that was cut may be the beginning of the next label: no value."""

from khedmat.core.sequences import first
from khedmat.importing.readers.labels import looks_cut
from khedmat.importing.readers.marks import is_marked
from khedmat.importing.readers.outline import Outline, Piece


def drop_cut_end(card: Outline) -> None:
    """Takes it from the label it was given to; beside its label it is a value."""
    for answer in card.answers[-1:]:
        last = first(reversed(answer.pieces))
        if last and last.line is not answer.line and _is_cut(last, card):
            answer.pieces.pop()


def _is_cut(piece: Piece, card: Outline) -> bool:
    """A mark behind its words shows that they are whole."""
    is_last = piece.line is card.sheet.lines[-1]
    return is_last and looks_cut(piece.text) and not is_marked(piece.text)
