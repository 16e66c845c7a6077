"""«مدارک لازم برای | درخواست» ⏎ «انجام خدمت | دفترچه»: a label that goes on below in its column, values beside it."""

from functools import partial
from itertools import filterfalse

from khedmat.core.sequences import first
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.labels import Hit, hits, is_beginning
from khedmat.importing.readers.outline.answers import Answer, Piece
from khedmat.importing.readers.outline.whole import Outline


class Column:
    """The first column, read from above: `begun` is its label so far, from its line `first` to its row `last`."""

    def __init__(self, made: Outline) -> None:
        self.made = made
        self.first: Line | None = None
        self.begun, self.last = "", -1

    def takes(self, line: Line) -> bool:
        """Whether the line is the next part of the label: it asks nothing of its own, and its row goes on."""
        taken = line.cell == 0 and line.block == self.last + 1 and self._goes_on(line)
        if line.cell == 0 and not taken:
            self._begin(line)
        return taken

    def _begin(self, line: Line) -> None:
        """Beside which something stands, wide spaces away."""
        if self.made.sheet.blocks[line.block].spaced and not line.alone:
            self.first, self.begun, self.last = line, line.text, line.block

    def _goes_on(self, line: Line) -> bool:
        return not (line.gap or hits(line.text)) and self._is_lengthened(line, f"{self.begun} {line.text}")

    def _is_lengthened(self, line: Line, text: str) -> bool:
        hit = _whole_label(text)
        if self.first and hit:
            _lengthen(self.first, hit, self.made)
        elif not is_beginning(text):
            return False
        self.begun, self.last = text, line.block
        self.made.goes_on = line.block
        return True


def _whole_label(text: str) -> Hit | None:
    """Word for word or by its words, with nothing behind it."""
    hit = first(hits(text))
    return hit if hit and _is_known(hit) and hit.end >= len(text.rstrip(" :")) else None


def _is_known(hit: Hit) -> bool:
    return hit.kin or hit.sure >= 1


def _lengthen(line: Line, hit: Hit, made: Outline) -> None:
    """What was read of the label so far may have passed for a shorter one, or for a value before it."""
    claimed = made.answers[-1].pieces if made.answers else []
    beside = filter(partial(_is_beside, line), [*made.free, *claimed])
    answer = Answer(hit.field, hit.label, line, hit.start, hit.sure, True, list(beside))
    made.forget(line)
    made.free = list(filterfalse(answer.pieces.__contains__, made.free))
    made.answers.append(answer)


def _is_beside(label: Line, piece: Piece) -> bool:
    return piece.line.block >= label.block and piece.line.cell > label.cell
