"""Texts of a workbook with their fonts: letters of a picture font become the signs that they show."""

import re

from khedmat.importing.readers.containers.sheets.grid import refuse_more_than
from khedmat.importing.readers.containers.sheets.xlsx.xml import Attributes, walk
from khedmat.importing.readers.containers.symbols import PRIVATE_SIGNS, Signs, signs_of

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # how these files write a sign that XML may not hold, and a «_» before one


def _sign(escaped: re.Match[str]) -> str:
    """Half of a sign is none."""
    code = int(escaped[1], 16)
    return "" if 0xD800 <= code < 0xE000 else chr(code)


class Text:
    """One text while it is read, run by run; `has_font`: its runs say their fonts themselves."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.signs: Signs | None = None
        self.has_font = self.is_open = self.is_reading_aid = False

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "t":
            self.is_open = not self.is_reading_aid
        elif name == "r":
            self.signs = None
        elif name == "rFont":
            self.signs, self.has_font = signs_of(attributes.get("val")), True
        elif name == "rPh":
            self.is_reading_aid = True

    def end(self, name: str) -> None:
        if name == "t":
            self.is_open = False
        elif name == "rPh":
            self.is_reading_aid = False

    def say(self, text: str) -> None:
        if self.is_open:
            self.pieces.append(text.translate(self.signs) if self.signs else text)

    @property
    def whole(self) -> str:
        return _ESCAPED.sub(_sign, "".join(self.pieces))


def in_font(text: str, signs: Signs | None) -> str:
    """Signs of a lost font stand in a place of their own."""
    return text.translate(signs or PRIVATE_SIGNS)


class Strings:
    """The texts that cells share. `fonted`: which of them say their fonts themselves."""

    def __init__(self, xml: bytes) -> None:
        self.texts: list[str] = []
        self.fonted: set[int] = set()
        self._text = Text()
        if xml:
            walk(xml, self)

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "si":
            self._text = Text()
        else:
            self._text.begin(name, attributes)

    def end(self, name: str) -> None:
        if name != "si":
            self._text.end(name)
            return
        if self._text.has_font:
            self.fonted.add(len(self.texts))
        self.texts.append(self._text.whole)
        refuse_more_than(len(self.texts))

    def say(self, text: str) -> None:
        self._text.say(text)

    def at(self, raw: str, signs: Signs | None) -> str:
        """By its number, in the font of its cell; nothing where there is no such text."""
        number = int(raw) if raw.isdecimal() else -1
        if not 0 <= number < len(self.texts):
            return ""
        return self.texts[number] if number in self.fonted else in_font(self.texts[number], signs)
