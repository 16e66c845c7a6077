"""Names of WordprocessingML: full tags, and what an attribute says."""

import re

from lxml.etree import _Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NUMBER = re.compile(r"[0-9]{1,8}")
_OFF = {"0", "false", "off"}


def w(name: str) -> str:
    """A name of the main vocabulary, as the parser writes it."""
    return f"{{{WORD}}}{name}"


VAL, ID = w("val"), f"{{{RELATIONS}}}id"


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of a full name; `find` would read its argument as a path each time."""
    return None if element is None else next(element.iterchildren(name), None)


def children(element: _Element | None) -> dict[str, _Element]:
    """Its children by full name, where several of them are asked for: each `child` looks through all."""
    return {} if element is None else {one.tag: one for one in element}


def val(element: _Element | None, name: str = VAL) -> str:
    """Empty where the element or its attribute is missing."""
    return "" if element is None else element.get(name, "")


def is_on(element: _Element | None, name: str = VAL) -> bool:
    """A switch that is there is on, unless it says otherwise."""
    return element is not None and element.get(name, "1").lower() not in _OFF


def number(text: str, *, most: int = 10_000) -> int | None:
    """A number as attributes write it, or none: a hostile one has a million digits."""
    return int(text) if _NUMBER.fullmatch(text) and int(text) <= most else None
