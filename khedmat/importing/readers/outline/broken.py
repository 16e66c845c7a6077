"""«متوسط مدت زمان» ⏎ «ارائه خدمت: ۲ ساعت»: a label over two lines."""

from khedmat.core.sequences import first
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.labels import Hit, hits, may_lie_over
from khedmat.importing.readers.outline.answers import Answer, Piece
from khedmat.importing.readers.outline.whole import Outline

LONGEST_HALF = 45  # characters of the first half


def read_broken_label(before: Line | None, line: Line, made: Outline) -> bool:
    """Whether both lines are one label. Its first half may have passed for another label or a value: taken back."""
    if before is None or not _may_be_halves(before, line):
        return False
    hit = _hit_over(before, line)
    if hit is None:
        return False
    made.forget(before)
    made.answers.append(_answer(hit, Piece(line, hit.value, len(line.text))))
    return True


def _hit_over(before: Line, line: Line) -> Hit | None:
    """With its value counted in the second line."""
    joint, text = len(before.text) + 1, f"{before.text} {line.text}"
    hit = first(hits(text)) if may_lie_over(text, joint) else None
    return hit._replace(value=hit.value - joint) if hit and _lies_over(hit, joint) else None


def _may_be_halves(before: Line, line: Line) -> bool:
    return line.alone and not line.gap and _looks_unfinished(before)


def _looks_unfinished(line: Line) -> bool:
    return line.alone and len(line.text) <= LONGEST_HALF and ":" not in line.text


def _lies_over(hit: Hit, joint: int) -> bool:
    """Printed word for word: a likeness over two lines is chance."""
    return hit.colon and hit.sure >= 1 and hit.start < joint - 1 < hit.end


def _answer(hit: Hit, piece: Piece) -> Answer:
    return Answer(hit.field, hit.label, piece.line, 0, hit.sure, True, [piece] if piece.text else [])
