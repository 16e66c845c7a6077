"""Boxes that lie over a sheet: their state from parts of their own, their place and words from the drawing."""

import html
import re
from collections.abc import Mapping
from operator import attrgetter
from typing import NamedTuple

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.sheets.grid import Place
from khedmat.importing.readers.containers.sheets.xlsx.cells import Cells, place_of
from khedmat.importing.readers.containers.sheets.xlsx.parts import Parts, Target
from khedmat.importing.readers.containers.sheets.xlsx.xml import Attributes, tags

MOST_SHAPES = 5000
_BOXES = {"checkbox", "checkbutton", "radio", "optionbutton"}
_SHAPE = re.compile(r"<(?:\w+:)?shape\b")
_NUMBER = re.compile(r"\bid=[\"'][^\"']*?_s(\d+)[\"']")
_KIND = re.compile(r"ObjectType=[\"'](\w+)[\"']")
_ANCHOR = re.compile(r"<(?:\w+:)?Anchor>\s*(\d+),[^<,]*,\s*(\d+),")
_CHECKED = re.compile(r"<(?:\w+:)?Checked>\s*1")
_LINKED = re.compile(r"<(?:\w+:)?FmlaLink>([^<]*)<")
_WORDS = re.compile(r"<(?:\w+:)?textbox\b[^>]*>(.*?)</(?:\w+:)?textbox>", re.S)
_TAG = re.compile(r"<[^>]*>")
_NAMED_BY_EXCEL = re.compile(r"(?:Check Box|Option Button|Button) \d+")


class _Control(NamedTuple):
    """A box: where it begins, its own words, and the cell that repeats its state."""

    place: Place
    is_ticked: bool
    words: str
    linked: Place | None


def draw(cells: Cells, parts: Parts, sheet: str) -> None:
    """Puts the boxes that lie over a worksheet into its cells."""
    relations = parts.relations(sheet) if cells.drawing else {}
    drawing = relations.get(cells.drawing)
    if drawing and not drawing.outside:
        states = _states(cells.controls, relations, parts)
        for control in _controls(parts.read(drawing.name).decode("utf-8", "replace"), states):
            _put(control, cells.texts)


def _states(controls: Mapping[str, str], relations: Mapping[str, Target], parts: Parts) -> dict[str, Attributes]:
    own = {shape: relations[name].name for shape, name in controls.items() if name in relations}
    return {shape: _state(parts.read(name)) for shape, name in own.items()}


def _state(xml: bytes) -> Attributes:
    """The attributes of the one tag of a control's part."""
    return next((tag.attributes for tag in tags(xml)), {})


def _controls(drawing: str, states: Mapping[str, Attributes]) -> list[_Control]:
    shapes = _SHAPE.split(drawing)[1 : MOST_SHAPES + 1]
    found = (_control(shape, states.get(_first(_NUMBER, shape), {})) for shape in shapes)
    return sorted(filter(None, found), key=attrgetter("place"))


def _control(shape: str, state: Attributes) -> _Control | None:
    """The drawing repeats what newer files say in a part of its own."""
    anchor, kind = _ANCHOR.search(shape), state.get("objectType") or _first(_KIND, shape)
    if anchor is None or kind.lower() not in _BOXES:
        return None
    linked = place_of((state.get("fmlaLink") or _first(_LINKED, shape)).strip())
    return _Control((int(anchor[2]), int(anchor[1])), _is_ticked(shape, state), _words(shape), linked)


def _is_ticked(shape: str, state: Attributes) -> bool:
    return state.get("checked") == "Checked" if state else bool(_CHECKED.search(shape))


def _words(shape: str) -> str:
    words = " ".join(html.unescape(_TAG.sub(" ", _first(_WORDS, shape))).split())
    return "" if _NAMED_BY_EXCEL.fullmatch(words) else words


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def _put(control: _Control, texts: dict[Place, str]) -> None:
    """On a line of its own where it has words, else before those of its cell."""
    if texts.get(control.linked or control.place) in (TICKED, EMPTY):
        texts.pop(control.linked or control.place)
    mark, there = TICKED if control.is_ticked else EMPTY, texts.get(control.place, "")
    lines = (there, f"{mark} {control.words}") if control.words else (f"{mark} {there}".strip(),)
    texts[control.place] = "\n".join(filter(None, lines))
