"""A label over several lines: of one cell, «متوسط مدت زمان» ⏎ «ارائه خدمت: ۲ ساعت», or without a colon."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from operator import attrgetter

from khedmat.core.sequences import first
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.labels import Hit, hits, is_beginning, may_lie_over
from khedmat.importing.readers.outline.answers import Answer, Piece
from khedmat.importing.readers.outline.whole import Outline

LONGEST_HALF = 45  # characters of the first half
_LINES = range(2, 5)  # of a cell that is one label
_text, _cell = attrgetter("text"), attrgetter("block", "cell")


def with_whole_labels(lines: Iterable[Line]) -> Iterator[Line]:
    """The same lines; those of a cell that together are one label are one line."""
    for _, cell in groupby(lines, _cell):
        of_cell = list(cell)
        yield from _joined(of_cell) if len(of_cell) in _LINES else of_cell


def _joined(lines: list[Line]) -> list[Line]:
    text = " ".join(map(_text, lines))
    return [lines[0]._replace(text=text)] if whole_label(text) else lines


def whole_label(text: str) -> Hit | None:
    """A label word for word, with nothing before it or behind it."""
    return first(filter(partial(_fills, text), hits(text)[:1]))


def _fills(text: str, hit: Hit) -> bool:
    is_last = hit.end >= len(text.rstrip(" :"))
    return is_last and hit.sure >= 1 and not any(map(str.isalpha, text[: hit.start]))


def read_broken_label(before: Line | None, line: Line, made: Outline) -> bool:
    """Whether both lines are one label. Its first half may have passed for another label or a value: taken back."""
    if before is None or not _may_be_halves(before, line):
        return False
    hit = _hit_over(before, line) or _whole_over(before, line)
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


def _whole_over(before: Line, line: Line) -> Hit | None:
    """Without a colon it is all of both; two lines that are a label each are two labels."""
    hit = None if _are_two(before, line) else whole_label(f"{before.text} {line.text}")
    return hit._replace(value=len(line.text)) if hit else None


def _are_two(before: Line, line: Line) -> bool:
    return not is_beginning(before.text) or bool(whole_label(before.text) and hits(line.text))


def _may_be_halves(before: Line, line: Line) -> bool:
    return line.alone and not line.gap and _looks_unfinished(before)


def _looks_unfinished(line: Line) -> bool:
    return line.alone and len(line.text) <= LONGEST_HALF and ":" not in line.text


def _lies_over(hit: Hit, joint: int) -> bool:
    """Printed word for word: a likeness over two lines is chance."""
    return hit.colon and hit.sure >= 1 and hit.start < joint - 1 < hit.end


def _answer(hit: Hit, piece: Piece) -> Answer:
    return Answer(hit.field, hit.label, piece.line, 0, hit.sure, True, [piece] if piece.text else [])
