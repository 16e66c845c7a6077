"""Where the values at the foot of the form stand: behind, beside or below their labels."""

import re
from dataclasses import dataclass
from functools import partial

from khedmat.core.sequences import first_where
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.sections.foot_labels import Asked, asked_on, is_label

_LOOKS = {"phone": re.compile(r"^[\s\d\-–()+]{5,}$"), "email": re.compile("@")}
_LOOKS_LIKE_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Foot:
    """The lines of the foot."""

    lines: list[Line]

    def value_of(self, asked: Asked) -> str:
        """On the line of its label, in the next cell, or below; a label there is no value."""
        beside = first_where(partial(_is_next, asked.line), self.lines)
        return asked.value or _text(beside) or _text(self._below(asked))

    def _below(self, asked: Asked) -> Line | None:
        below = filter(partial(_is_below, asked.line), self.lines)
        may_answer = self._may_answer_alone if asked.line.alone else self._may_answer_in_row
        return first_where(partial(may_answer, asked), below)

    def _may_answer_in_row(self, asked: Asked, below: Line) -> bool:
        """Below a row of nothing but labels; what stands alone there is the heading of what follows."""
        row = [line for line in self.lines if line.block == asked.line.block]
        return not below.alone and all(map(is_label, row))

    def _may_answer_alone(self, asked: Asked, below: Line) -> bool:
        """Only what looks like the value, or stands between two labels of the foot: it may be the next page."""
        looks = _LOOKS.get(asked.box, _LOOKS_LIKE_NOTHING)
        following = filter(partial(_is_later, below), self.lines)
        return bool(looks.search(below.text)) or any(map(asked_on, list(following)[:1]))


def _text(line: Line | None) -> str:
    return "" if line is None or asked_on(line) else line.text


def _is_next(line: Line, other: Line) -> bool:
    return other.block == line.block and other.cell > line.cell


def _is_below(line: Line, other: Line) -> bool:
    return other.place == (line.block + 1, line.cell)


def _is_later(line: Line, other: Line) -> bool:
    return other.block > line.block
