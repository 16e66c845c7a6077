"""The cells of one worksheet by their places, and what lies over them."""

import re
from collections.abc import Callable
from typing import NamedTuple

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.sheets.grid import Place, Span, refuse_more_than
from khedmat.importing.readers.containers.sheets.xlsx.numbers import written
from khedmat.importing.readers.containers.sheets.xlsx.strings import Strings, Text, in_font
from khedmat.importing.readers.containers.sheets.xlsx.styles import PLAIN, Style
from khedmat.importing.readers.containers.sheets.xlsx.xml import Attributes, relation

MOST_SPANS = 100_000
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


class Book(NamedTuple):
    """What the cells of all sheets refer to."""

    strings: Strings
    styles: tuple[Style, ...]
    since_1904: bool

    def style(self, number: str) -> Style:
        return self.styles[int(number)] if number.isdecimal() and int(number) < len(self.styles) else PLAIN


class Cells:
    """Told of a worksheet as it comes.

    `links`: place → relation of the address behind it. `controls`: shape → relation of what it is.
    `drawing`: relation of where the shapes are drawn. `hidden`: columns that nobody sees.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self.texts: dict[Place, str] = {}
        self.spans: list[Span] = []
        self.links: dict[Place, str] = {}
        self.controls: dict[str, str] = {}
        self.hidden: set[int] = set()
        self.drawing = ""
        self._place: Place = (-1, -1)
        self._cell: Attributes = {}
        self._value: list[str] | None = None
        self._text = Text()

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "v":
            self._value = []
        elif name in _BEGINNING:
            _BEGINNING[name](self, attributes)
        else:
            self._text.begin(name, attributes)

    def end(self, name: str) -> None:
        if name == "c":
            self._keep()
        elif name != "v":
            self._text.end(name)

    def say(self, text: str) -> None:
        if self._value is not None:
            self._value.append(text)
        else:
            self._text.say(text)

    def begin_row(self, attributes: Attributes) -> None:
        """Programs may leave out the number of the next row."""
        said = attributes.get("r", "")
        self._place = (int(said) - 1 if said.isdecimal() and len(said) < 8 else self._place[0] + 1, -1)

    def begin_cell(self, attributes: Attributes) -> None:
        row, column = self._place
        self._place = place_of(attributes.get("r", "")) or (row, column + 1)
        self._cell, self._value, self._text = attributes, None, Text()

    def merge(self, attributes: Attributes) -> None:
        span = _span_of(attributes.get("ref", ""))
        if span and len(self.spans) < MOST_SPANS:
            self.spans.append(span)

    def link(self, attributes: Attributes) -> None:
        if place := place_of(attributes.get("ref", "").partition(":")[0]):
            self.links[place] = relation(attributes)

    def control(self, attributes: Attributes) -> None:
        self.controls[attributes.get("shapeId", "")] = relation(attributes)

    def draw(self, attributes: Attributes) -> None:
        self.drawing = relation(attributes)

    def hide(self, attributes: Attributes) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if attributes.get("hidden") in ("1", "true") and first.isdecimal() and last.isdecimal():
            self.hidden.update(range(int(first) - 1, min(int(last), _COLUMNS)))

    def _keep(self) -> None:
        """A cell that holds nothing is none, however it is painted."""
        text = self._shown().strip()
        if text:
            self.texts[self._place] = text
        refuse_more_than(len(self.texts))
        self._value = None

    def _shown(self) -> str:
        raw, style = "".join(self._value or ()), self.book.style(self._cell.get("s", ""))
        return _SHOWING.get(self._cell.get("t", "n"), Cells._number)(self, raw, style)

    def _number(self, raw: str, style: Style) -> str:
        return written(raw, style.code, since_1904=self.book.since_1904) if raw.strip() else ""

    def _shared(self, raw: str, style: Style) -> str:
        return self.book.strings.at(raw.strip(), style.signs)

    def _own(self, raw: str, style: Style) -> str:
        return self._text.whole if self._text.has_font else in_font(self._text.whole, style.signs)


def place_of(reference: str) -> Place | None:
    """«B3» or «$B$3»; None for what is none."""
    found = _PLACE.fullmatch(reference)
    if not found or found[2] == "0":
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _span_of(reference: str) -> Span | None:
    first, _, last = reference.partition(":")
    begin, end = place_of(first), place_of(last)
    return Span(begin, end) if begin and end and begin <= end else None


_COLUMNS = 16_384
_BEGINNING = {
    "row": Cells.begin_row,
    "c": Cells.begin_cell,
    "col": Cells.hide,
    "mergeCell": Cells.merge,
    "hyperlink": Cells.link,
    "control": Cells.control,
    "legacyDrawing": Cells.draw,
}
_SHOWING: dict[str, Callable[[Cells, str, Style], str]] = {
    "s": Cells._shared,
    "inlineStr": Cells._own,
    "b": lambda cells, raw, style: TICKED if raw.strip() in ("1", "true") else EMPTY,
    "e": lambda cells, raw, style: "",  # #REF! and its like say nothing
    "str": lambda cells, raw, style: in_font(raw, style.signs),
    "d": lambda cells, raw, style: raw.partition("T")[0],
}
