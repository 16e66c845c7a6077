"""Rows that a page lays out without a table: a box with a label, and beside it a box with its answer."""

import re
from itertools import islice

from selectolax.lexbor import LexborNode

from khedmat.importing.readers.containers.html.attributes import attribute

_MOST_BOXES = 8
_LONGEST_LABEL = 80  # characters
_ROW = re.compile(r"(?:^|[\s_-])row(?:$|\s)")
_COLUMN = re.compile(r"(?:^|\s)(?:col|column|cell)(?:$|[\s-])")
_LABEL = re.compile(r"label|title|key|caption|name|term|question|head", re.I)
_VALUE = re.compile(r"^p |value|item|content|text|data|desc|detail|control|body|answer", re.I)
_BOXES = {"div", "span", "label", "p", "strong", "b", "dt", "dd"}
_LARGER = "table, section, article, form, nav, h1, h2, h3, .row"  # a box that holds such lays out the page


def is_row_of_boxes(node: LexborNode) -> bool:
    """Its first box is a label, and none of its boxes is a part of the page."""
    boxes = list(islice(node.iter(include_text=True), 2 * _MOST_BOXES + 1))
    elements = list(filter(_is_box, boxes))
    if not 2 <= len(elements) <= _MOST_BOXES or any(map(_says_more, boxes)):
        return False
    return _is_row(node, elements) and not any(map(_lays_out, elements))


def _is_row(node: LexborNode, elements: list[LexborNode]) -> bool:
    return _is_label(elements[0]) and (_are_columns(node, elements) or _are_pair(elements))


def _is_box(node: LexborNode) -> bool:
    return node.tag in _BOXES


def _says_more(box: LexborNode) -> bool:
    """Words beside the boxes, or a box of another kind."""
    if box.tag == "-text":
        return bool((box.text_content or "").strip())
    return box.tag not in _BOXES and box.tag != "-comment"


def _are_columns(node: LexborNode, elements: list[LexborNode]) -> bool:
    named = (attribute(box, "class") for box in elements)
    return bool(_ROW.search(attribute(node, "class"))) and all(map(_COLUMN.search, named))


def _are_pair(elements: list[LexborNode]) -> bool:
    """A box named as a label, or the label of a form, and one named as its value, or a paragraph."""
    named = [f"{box.tag} {attribute(box, 'class')}" for box in elements]
    return len(named) == 2 and bool(_LABEL.search(named[0]) and _VALUE.search(named[1]))


def _is_label(first: LexborNode) -> bool:
    return 0 < len(first.text(strip=True)) <= _LONGEST_LABEL


def _lays_out(box: LexborNode) -> bool:
    return box.css_first(_LARGER) is not None
