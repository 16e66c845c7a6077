"""What a style says that matters for the text: a font of pictures, hidden, a heading, a list."""

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from html import escape
from itertools import islice
from typing import NamedTuple

from lxml.etree import _Element

from khedmat.importing.readers.containers.docx.names import child, is_on, number, val, w
from khedmat.importing.readers.containers.docx.xml import parsed
from khedmat.importing.readers.containers.symbols import Signs, signs_of

_STYLE, _BASED_ON, _NAME = w("style"), w("basedOn"), w("name")
_STYLE_END, _STYLES_END = b"</w:style>", b"</w:styles>"
_BEGIN = re.compile(rb'<w:style [^>]*?w:styleId="([^"]*)"')
MOST_STYLES = 2000
_RUN, _PARAGRAPH, _FONTS, _VANISH = w("rPr"), w("pPr"), w("rFonts"), w("vanish")
_OUTLINE, _NUMBERING, _LIST, _LEVEL = w("outlineLvl"), w("numPr"), w("numId"), w("ilvl")
_LETTERS = tuple(map(w, ("ascii", "hAnsi", "cs")))
_HEADING = re.compile(r"heading (\d)$|(title)$", re.I)
_DEEPEST_BASE = 20


class Looks(NamedTuple):
    """Of a run. `signs`: what the pictures of its font mean."""

    signs: Signs | None = None
    hidden: bool = False


class Style(NamedTuple):
    """`heading`: 0 for none. `listed`: number of the list and level in it; None where the style says nothing."""

    looks: Looks = Looks()
    heading: int = 0
    listed: tuple[str, int] | None = None


PLAIN = Style()


class Styles:
    """Of one file, each cut out and parsed when it is first asked for: most files hold hundreds and use three."""

    def __init__(self, read: Callable[[], bytes]) -> None:
        self._read = read
        self.of = lru_cache(MOST_STYLES)(self._of)
        self._element = lru_cache(MOST_STYLES)(self._parsed)

    def _of(self, name: str) -> Style:
        """With what it takes from the styles it is based on; they may stand in a circle."""
        made = PLAIN
        chain: list[_Element] = []
        while len(chain) < _DEEPEST_BASE and (style := self._element(name)) is not None:
            chain.append(style)
            name = val(child(style, _BASED_ON))
        for style in reversed(chain):
            made = _over(style, made)
        return made

    def _parsed(self, name: str) -> _Element | None:
        start = self._places.get(escape(name).encode())
        if start is None:
            return None
        end = self._xml.find(_STYLE_END, start) + len(_STYLE_END)
        return child(parsed(self._head + self._xml[start:end] + _STYLES_END), _STYLE)

    @cached_property
    def _xml(self) -> bytes:
        return self._read()

    @cached_property
    def _places(self) -> dict[bytes, int]:
        """Where each begins. No form uses more of them, and each costs a parser."""
        return {found[1]: found.start() for found in islice(_BEGIN.finditer(self._xml), MOST_STYLES)}

    @cached_property
    def _head(self) -> bytes:
        """The opening tag around all styles, which declares the names in them."""
        start = self._xml.find(b"<w:styles")
        return self._xml[start : self._xml.find(b">", start) + 1]


def _over(style: _Element, below: Style) -> Style:
    paragraph = child(style, _PARAGRAPH)
    heading = heading_of(child(paragraph, _OUTLINE)) or _named_heading(val(child(style, _NAME)))
    listed = listed_by(child(paragraph, _NUMBERING), below.listed)
    return Style(looks_of(child(style, _RUN), below.looks), heading or below.heading, listed)


def looks_of(properties: _Element | None, below: Looks) -> Looks:
    """What the properties of a run change of the looks below it."""
    for one in () if properties is None else properties.iterchildren(_FONTS, _VANISH):
        below = looks_with(one, below)
    return below


def looks_with(said: _Element, below: Looks) -> Looks:
    """With what one property says: a font that any letters of the run may be shown in, or that it is hidden."""
    if said.tag == _VANISH:
        return Looks(below.signs, is_on(said))
    named, signs = fonts_of(tuple(said.items()))
    return Looks(signs, below.hidden) if named and signs is not below.signs else below


@lru_cache(maxsize=256)
def fonts_of(attributes: tuple[tuple[str, str], ...]) -> tuple[bool, Signs | None]:
    """Whether any letters have a font, and the signs of it: all attributes at once are read faster than one by one."""
    fonts = list(filter(None, map(dict(attributes).get, _LETTERS)))
    return bool(fonts), next(filter(None, map(signs_of, fonts)), None)


def heading_of(outline: _Element | None) -> int:
    """Levels are counted from 0, and 9 is plain text."""
    level = number(val(outline), most=8) if outline is not None else None
    return 0 if level is None else level + 1


def listed_by(numbering: _Element | None, below: tuple[str, int] | None) -> tuple[str, int] | None:
    """A list and a level in it; either may be left to what is below."""
    if numbering is None:
        return below
    name, level = below or ("", 0)
    name = val(child(numbering, _LIST)) or name
    said = number(val(child(numbering, _LEVEL)), most=8)
    return name, level if said is None else said


def _named_heading(name: str) -> int:
    found = _HEADING.match(name)
    return int(found[1] or 1) if found else 0
