"""Every node of a page that a reader of it sees, in its order."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from khedmat.importing.readers.containers.html.tags import LEFT_OUT, TEXT, is_grid_row

_TAKEN_WHOLE = {TEXT, "dt"}
_TAKEN_WITH_TERM = {"dd"}
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def steps(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Each when it is entered and when it is left. Without recursion: a hostile page nests ten thousand deep."""
    stack = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            yield node, True
        elif not _is_left_out(node):
            yield node, False
            stack += _inside(node)


def _inside(node: LexborNode) -> list[tuple[LexborNode, bool]]:
    """What is still to be walked, last first; nothing of a row or pair that was taken whole."""
    if node.tag in _TAKEN_WHOLE or is_grid_row(node):
        return []
    children = [(child, False) for child in node.iter(include_text=True)]
    return [(node, True), *reversed(children)]


def _is_left_out(node: LexborNode) -> bool:
    return node.tag in _TAKEN_WITH_TERM or is_unseen(node)


def is_unseen(node: LexborNode) -> bool:
    """A program, the page's own way about, or what a reader of the page never sees."""
    return node.tag in LEFT_OUT or node.tag != TEXT and _is_hidden(node)


def _is_hidden(node: LexborNode) -> bool:
    said = node.attributes
    return bool(said) and ("hidden" in said or _INVISIBLE.search(said.get("style") or "") is not None)
