"""The numbers and points that Word prints before the paragraphs of a list, which stand nowhere in the text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree
from lxml.etree import _Element

from khedmat.importing.readers.containers.docx.names import child, number, val, w
from khedmat.importing.readers.containers.docx.styles import Looks, looks_of
from khedmat.importing.readers.containers.docx.xml import parsed

_ABSTRACT, _ABSTRACT_ID, _NUM, _NUM_ID = w("abstractNum"), w("abstractNumId"), w("num"), w("numId")
_LEVEL, _ILVL, _FORMAT, _TEXT, _START = w("lvl"), w("ilvl"), w("numFmt"), w("lvlText"), w("start")
_RESTART, _OVERRIDE, _START_OVERRIDE, _RUN = w("lvlRestart"), w("lvlOverride"), w("startOverride"), w("rPr")
_LEVELS = range(9)
_LONGEST_TEXT = 40
_PLACE = re.compile(r"%([1-9])")
_PUNCTUATION = " .-–—_ـ()[]:"
_ABJAD = ("الف", *"بجدهوزحطیکلمنسعفصقرشتثخذضظغ")
_ALPHABET = ("الف", *"بپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")
_LETTERS: dict[str, tuple[str, ...]] = {
    "lowerLetter": tuple("abcdefghijklmnopqrstuvwxyz"),
    "upperLetter": tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "arabicAbjad": _ABJAD,
    "arabicAlpha": _ALPHABET,
}
_UNPRINTED = {"none", ""}
_BOXES = {"☑", "☒", "☐", "□"}


@dataclass
class Level:
    """How a level of a list is numbered. `restart`: the level above which begins it anew; 0 never."""

    kind: str = "decimal"
    text: str = "%1."
    start: int = 1
    restart: int | None = None
    point: str = "•"


@dataclass
class List:
    """Paragraphs that count together; several numbers of the file may name one list."""

    levels: dict[int, Level] = field(default_factory=dict)
    counted: dict[int, int] = field(default_factory=dict)


class Lists:
    """The lists of one file, counting as its paragraphs come."""

    def __init__(self, read: Callable[[], bytes]) -> None:
        self._read = read

    @cached_property
    def _named(self) -> dict[str, tuple[List, dict[int, int]]]:
        """A list by its number, and where its levels begin for that number. Read when a first paragraph asks."""
        xml = self._read()
        root = parsed(xml) if xml else etree.Element("none")
        abstract = {one.get(_ABSTRACT_ID, ""): _list(one) for one in root.iterchildren(_ABSTRACT)}
        nums = root.iterchildren(_NUM)
        return {one.get(_NUM_ID, ""): (_list_of(one, abstract), dict(_overrides(one))) for one in nums}

    def label(self, name: str, level: int) -> str:
        """What stands before the next paragraph of a list; nothing where there is no such list."""
        if name not in self._named:
            return ""
        made, begun = self._named[name]
        if level in begun:
            made.counted[level] = begun.pop(level) - 1
        _count(made, level)
        return _printed(made, level)


def _count(made: List, level: int) -> None:
    """One more on its level; deeper levels begin anew."""
    made.counted[level] = made.counted.get(level, _of(made, level).start - 1) + 1
    for other in _LEVELS[level + 1 :]:
        restart = _of(made, other).restart
        if restart is None or 0 < level + 1 <= restart:
            made.counted.pop(other, None)


def _printed(made: List, level: int) -> str:
    """«1- » whatever signs stand around the number, as lists of a page are printed."""
    said = _of(made, level)
    if said.kind == "bullet":
        return f"{said.point} "
    words = _PLACE.sub(lambda place: _number(made, int(place[1]) - 1), said.text).strip(_PUNCTUATION)
    return f"{words}- " if words and said.kind not in _UNPRINTED else ""


def _number(made: List, level: int) -> str:
    said = _of(made, level)
    count, letters = made.counted.get(level, said.start), _LETTERS.get(said.kind)
    return letters[(count - 1) % len(letters)] if letters else str(count)


def _of(made: List, level: int) -> Level:
    return made.levels.get(level) or Level(text=f"%{level + 1}.")


def _list_of(num: _Element, abstract: dict[str, List]) -> List:
    return abstract.get(val(child(num, _ABSTRACT_ID))) or List()


def _list(abstract: _Element) -> List:
    levels = ((number(one.get(_ILVL, ""), most=8), one) for one in abstract.iterchildren(_LEVEL))
    return List({level: _level(one) for level, one in levels if level is not None})


def _level(one: _Element) -> Level:
    said = {element.tag: val(element) for element in one}
    start, restart = number(said.get(_START, "")), number(said.get(_RESTART, ""))
    text = said.get(_TEXT, "")[:_LONGEST_TEXT]
    return Level(said.get(_FORMAT, "decimal"), text, 1 if start is None else start, restart, _point(text, one))


def _point(text: str, level: _Element) -> str:
    """A box before an option is a point of its list in some forms; any other sign is there for its looks."""
    shown = text.translate(looks_of(child(level, _RUN), Looks()).signs or {}).strip()
    return shown if shown in _BOXES else "•"


def _overrides(num: _Element) -> list[tuple[int, int]]:
    return [found for one in num.iterchildren(_OVERRIDE) if (found := _override(one))]


def _override(one: _Element) -> tuple[int, int] | None:
    level, start = number(one.get(_ILVL, ""), most=8), number(val(child(one, _START_OVERRIDE)))
    return None if level is None or start is None else (level, start)
