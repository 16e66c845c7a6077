"""Rows that a page lays out without a table: a box with a label, and beside it a box with its answer."""

import re
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter

from selectolax.lexbor import LexborNode

from khedmat.importing.readers.containers.html.attributes import attribute

_MOST_BOXES = 8
_LONGEST_LABEL = 80  # characters
_ROW = re.compile(r"(?:^|[\s_-])row(?:$|\s)")
_COLUMN = re.compile(r"(?:^|\s)(?:col|column|cell)(?:$|[\s-])")
_LABEL = re.compile(r"label|title|key|caption|name|term|question|head", re.I)
_VALUE = re.compile(r"^p |value|item|content|text|data|desc|detail|control|body|answer", re.I)
_BOLD = ("b", "strong")
_BARE_PAIRS = [
    *([first, "span"] for first in (*_BOLD, "span")),
    ["div", "div"],
]  # boxes that only a style sheet sets apart
_NO_TEXT = {*_BOLD, "br", "div", "table", "ul", "ol", "p"}  # nothing of them goes on with words behind bold ones
_LONGEST_HEAD = 30  # characters
_NOTHING = {"-text", "-comment"}
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
    if not _is_label(elements[0]):
        return False
    named = node.tag != "p" and (_are_columns(node, elements) or _are_pair(elements))
    return named or _are_bare_pair(node, elements) and any(map(_is_bare_row, _beside(node)))


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


def _is_bare_row(node: LexborNode) -> bool:
    """Such a pair alone may be the first words of a sentence: a row of a list is one of several."""
    return _are_bare_pair(node, list(islice(filter(_holds_something, node.iter()), 3)))


def _are_bare_pair(node: LexborNode, elements: list[LexborNode]) -> bool:
    """«<b>عنوان</b><span>صدور پروانه</span>». Two spans in a paragraph of Word may be parts of one word."""
    tags = [box.tag for box in elements]
    return tags in _BARE_PAIRS and (tags[0] in _BOLD or node.tag != "p") and _is_label(elements[0])


def is_headed_line(node: LexborNode) -> bool:
    """«<li><strong>عنوان</strong> صدور پروانه</li>», one of several: bold words, and text behind them."""
    return _is_headed(node) and any(map(_is_headed, _beside(node)))


def _is_headed(node: LexborNode) -> bool:
    inside = islice(filter(_holds_something, node.iter(include_text=True)), _MOST_BOXES)
    first, rest = next(inside, None), list(inside)
    return first is not None and _is_head(first) and _are_words(rest)


def _is_head(node: LexborNode) -> bool:
    text = node.text(strip=True) if node.tag in _BOLD else ""
    return 0 < len(text) <= _LONGEST_HEAD and text[-1].isalpha()


def _are_words(rest: list[LexborNode]) -> bool:
    tags = list(map(attrgetter("tag"), rest))
    return tags[:1] == ["-text"] and _NO_TEXT.isdisjoint(tags)


def _holds_something(node: LexborNode) -> bool:
    return node.tag != "-comment" and (node.tag != "-text" or bool((node.text_content or "").strip()))


def _beside(node: LexborNode) -> Iterator[LexborNode]:
    """The elements of its kind that stand before and behind it."""
    for other in (_neighbour(node.prev, "prev"), _neighbour(node.next, "next")):
        if other is not None and other.tag == node.tag:
            yield other


def _neighbour(node: LexborNode | None, way: str) -> LexborNode | None:
    """The next element that way: spaces and comments stand between."""
    while node is not None and node.tag in _NOTHING:
        node = getattr(node, way)
    return node


def _is_label(first: LexborNode) -> bool:
    return 0 < len(first.text(strip=True)) <= _LONGEST_LABEL


def _lays_out(box: LexborNode) -> bool:
    return box.css_first(_LARGER) is not None
