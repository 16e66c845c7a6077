"""A label and what answers it."""

import re
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from khedmat.core.persian import fold
from khedmat.core.remembering import remembered
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.said import said

_LEADERS = re.compile(r"^\s*[.…]{5,}\s*(?=[^\W_])")  # dots that lead from a label to its value
_TRAILERS = re.compile(r"\s*[.…]{5,}\s*$")  # written upon the dots
_says, _text = attrgetter("says"), attrgetter("text")


@remembered
def _folded(raw: str) -> str:
    text = fold(raw)
    led = _LEADERS.sub("", text)
    return (led if led == text else _TRAILERS.sub("", led)).strip()


class Piece(NamedTuple):
    """A part of a line: `start`–`end` are characters of the line."""

    line: Line
    start: int
    end: int

    @property
    def raw(self) -> str:
        """As it stands in the file."""
        return self.line.text[self.start : self.end].strip()

    @property
    def text(self) -> str:
        """Folded: what every rule of the grammar looks at."""
        return _folded(self.line.text[self.start : self.end].strip())

    @property
    def says(self) -> bool:
        """It is more than a filler, dots or a printed instruction."""
        return said(self.text) is not None


@dataclass
class Answer:
    """A label and what answers it."""

    field: str
    label: str
    line: Line
    start: int
    sure: float
    colon: bool
    pieces: list[Piece]

    @property
    def text(self) -> str:
        """The first piece."""
        return self.pieces[0].text if self.pieces else ""

    @property
    def texts(self) -> list[str]:
        """All pieces, those too that say nothing."""
        return list(map(_text, self.pieces))

    @property
    def last_line(self) -> Line:
        """Where it ends so far."""
        return self.pieces[-1].line if self.pieces else self.line

    @property
    def says(self) -> bool:
        """Some piece says something: a dash in the box is an answer, but it says nothing."""
        return any(map(_says, self.pieces))

    @property
    def said_pieces(self) -> list[Piece]:
        """The pieces that say something."""
        return list(filter(_says, self.pieces))

    @property
    def said_texts(self) -> list[str]:
        """The texts of the pieces that say something, as they stand folded (`said` also trims them)."""
        return list(map(_text, self.said_pieces))
