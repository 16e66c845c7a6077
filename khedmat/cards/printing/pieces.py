"""What stands on the printed form, whatever it is printed on: paper, a page, a sheet."""

from collections.abc import Iterator
from itertools import chain
from typing import Literal, NamedTuple

from khedmat.cards.printing.drawing import Drawing

Sign = Literal["?", "~", "!"]
UNDECIDED, UNSAID, NOT_APPLICABLE = "?", "~", "!"  # what a note says of the box before it


class Text(NamedTuple):
    """A box for words: its path in the contract and what it says; None leaves it empty."""

    path: str
    said: str | None
    is_code: bool = False


class Lines(NamedTuple):
    """A box for a list, an item a line."""

    path: str
    items: tuple[str, ...]
    is_numbered: bool = True


class Tick(NamedTuple):
    """A square with its printed words; of several options the path ends with the option."""

    path: str
    label: str
    ticked: bool


class Words(NamedTuple):
    """Printed, whoever fills the form in."""

    text: str


class Note(NamedTuple):
    """Why a box holds no value: its marks are lost, nothing was said of it, or it does not apply (`text`: why)."""

    sign: Sign
    path: str
    text: str


Piece = Text | Lines | Tick | Words | Note
Line = tuple[Piece, ...]
Cell = tuple[Line, ...]


class Field(NamedTuple):
    """A printed label with its box."""

    label: str
    cell: Cell


class Head(NamedTuple):
    """A column: its label, its share of the width, and the group it stands under."""

    label: str
    share: int = 10
    group: str = ""


class Fields(NamedTuple):
    """Labels and boxes below each other."""

    caption: str
    rows: tuple[Field, ...]


class Grid(NamedTuple):
    """A table with a printed head."""

    caption: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Section(NamedTuple):
    """A numbered part of the form; `is_wide` stands on pages of their own, turned to the side.

    `drawing`: the same parts as a picture, for prints that draw.
    """

    title: str
    parts: tuple[Fields | Grid, ...]
    is_wide: bool = False
    drawing: Drawing | None = None


class Paper(NamedTuple):
    """A whole form. `about` are lines below its title; `code` is its ID; `link` its page in the register."""

    name: str
    title: str
    code: str | None
    about: tuple[str, ...]
    link: str
    sections: tuple[Section, ...]

    def cells(self) -> Iterator[Cell]:
        """Every box of the form."""
        for part in chain.from_iterable(section.parts for section in self.sections):
            if isinstance(part, Fields):
                yield from (field.cell for field in part.rows)
            else:
                yield from chain.from_iterable(part.rows)

    def pieces(self) -> Iterator[Piece]:
        """Everything that stands in its boxes."""
        return chain.from_iterable(chain.from_iterable(self.cells()))


def parted(line: Line) -> tuple[list[Lines], list[Piece]]:
    """The lists of a line, which stand on lines of their own, and the rest of it."""
    lists = [piece for piece in line if isinstance(piece, Lines)]
    return lists, [piece for piece in line if not isinstance(piece, Lines)]
