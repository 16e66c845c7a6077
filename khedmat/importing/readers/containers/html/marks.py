"""Boxes, pictures and classes of a page → ☑ and ☐, and what was typed or chosen in its fields."""

from operator import methodcaller
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from khedmat.core.sequences import first_where
from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.html.attributes import attribute
from khedmat.importing.readers.containers.html.boxes import said_by, shown_by
from khedmat.importing.readers.marks import normalise

_NOT_TYPED = {"hidden", "submit", "button", "reset", "password"}  # nobody wrote their values on the page
_MARKS = {True: f" {TICKED} ", False: f" {EMPTY} ", None: ""}
_STATES = {"true": True, "false": False}


def mark(node: LexborNode) -> str:
    """What a node that holds no text of its own says; nothing for most."""
    says = _SAYING.get(node.tag or "")
    return says(node) if says else state(node)


def state(node: LexborNode) -> str:
    """Of a box that the page draws itself and describes for those who cannot see it."""
    return _MARKS[_STATES.get(attribute(node, "aria-checked").lower())]


def _of_input(node: LexborNode) -> str:
    kind = attribute(node, "type").lower()
    if kind in {"checkbox", "radio"}:
        return _MARKS["checked" in node.attributes]
    if kind == "image":
        return _of_picture(node)
    return "" if kind in _NOT_TYPED else f" {attribute(node, 'value')} "


def _of_select(node: LexborNode) -> str:
    """All that are chosen, where several may be."""
    chosen = map(methodcaller("text", strip=True), node.css("option[selected]"))
    return f" {'، '.join(chosen)} "


def _of_picture(node: LexborNode) -> str:
    """What is said in its place, else its name."""
    instead = attribute(node, "alt") or attribute(node, "title")
    written = normalise(instead).strip()
    if written in {TICKED, EMPTY}:
        return f" {written} "
    names = (_last_part(attribute(node, "src")), instead)
    told = first_where(_is_told, [said_by(instead), *map(shown_by, names)])
    return _MARKS[told]


def _of_icon(node: LexborNode) -> str:
    return _MARKS[shown_by(attribute(node, "class"))] or state(node)


def _is_told(shown: bool | None) -> bool:
    return shown is not None


def _last_part(address: str) -> str:
    """The name of the file, without its folders and its kind."""
    if address.startswith("data:"):
        return ""
    return unquote(urlsplit(address).path).rpartition("/")[2].rpartition(".")[0]


_SAYING = {
    "input": _of_input,
    "select": _of_select,
    "img": _of_picture,
    **dict.fromkeys(("i", "span", "em", "b"), _of_icon),
}
