"""Boxes, pictures and classes of a page → ☑ and ☐, and what was typed or chosen in its fields."""

import re

from selectolax.lexbor import LexborNode

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.html.tags import attribute

_TICK_NAME = re.compile(
    r"(?<!un)(?<!not)[-_/\s]?(?:checked|ticked|tick|check[-_]?(?:square|box|mark)?[-_]?(?:on|yes|full)?)"
    r"(?![-_]?(?:off|no|empty|blank))",
    re.I,
)
_EMPTY_NAME = re.compile(
    r"uncheck|untick|not[-_]?checked|empty[-_]?box|box[-_]?empty|(?<!check[-_])square[-_]?o\b"
    r"|check[-_]?(?:box)?[-_]?(?:off|no|empty|blank)",
    re.I,
)
_NOT_TYPED = {"hidden", "submit", "button", "reset", "image", "password"}  # nobody wrote their values on the page


def mark(node: LexborNode) -> str:
    """What a node that holds no text of its own says; nothing for most."""
    says = _SAYING.get(node.tag or "")
    return says(node) if says else ""


def _of_input(node: LexborNode) -> str:
    kind = attribute(node, "type").lower()
    if kind in {"checkbox", "radio"}:
        return f" {TICKED if 'checked' in node.attributes else EMPTY} "
    return "" if kind in _NOT_TYPED else f" {attribute(node, 'value')} "


def _of_select(node: LexborNode) -> str:
    chosen = node.css_first("option[selected]")
    return f" {chosen.text(strip=True)} " if chosen is not None else ""


def _of_picture(node: LexborNode) -> str:
    """By its name. Empty boxes first: «unchecked» holds «checked»."""
    name = " ".join((attribute(node, "alt"), attribute(node, "src"), attribute(node, "class")))
    if _EMPTY_NAME.search(name):
        return f" {EMPTY} "
    return f" {TICKED} " if _TICK_NAME.search(name) else ""


_SAYING = {"input": _of_input, "select": _of_select, "img": _of_picture, "i": _of_picture, "span": _of_picture}
