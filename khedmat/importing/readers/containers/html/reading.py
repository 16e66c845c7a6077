"""Walks a page once and makes blocks of it."""

import re
from collections.abc import Callable, Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from khedmat.importing.readers.blocks import Block, Sheet
from khedmat.importing.readers.containers.html.marks import mark
from khedmat.importing.readers.containers.html.nesting import refuse_deep
from khedmat.importing.readers.containers.html.page import Page
from khedmat.importing.readers.containers.html.tags import (
    BREAKS,
    GAPS,
    HEADINGS,
    LEFT_OUT,
    TEXT,
    attribute,
    is_grid_row,
    values_of,
)
from khedmat.importing.readers.marks import contrasted

_TAKEN_WHOLE = {TEXT, "dt"}
_TAKEN_WITH_TERM = {"dd"}
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def sheet(text: str) -> Sheet:
    """The page's blocks in reading order."""
    refuse_deep(text)
    root = LexborHTMLParser(contrasted(text)).root
    page = _read([root] if root is not None else [])
    return Sheet(tuple(page.blocks))


def _read(nodes: Iterable[LexborNode]) -> Page:
    page = Page()
    for node in nodes:
        _walk(node, page)
    page.end_line()
    return page


def _walk(root: LexborNode, page: Page) -> None:
    """Without recursion: a hostile page nests ten thousand deep."""
    for node, leaving in _steps(root):
        visit = _leave if leaving else _enter
        visit(node, page)


def _steps(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node that is shown, when it is entered and when it is left."""
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
    return node.tag in LEFT_OUT | _TAKEN_WITH_TERM or node.tag != TEXT and _is_hidden(node)


def _is_hidden(node: LexborNode) -> bool:
    return "hidden" in node.attributes or bool(_INVISIBLE.search(attribute(node, "style")))


def _enter(node: LexborNode, page: Page) -> None:
    if node.tag == TEXT:
        page.line.append(node.text_content or "")
    elif node.tag in BREAKS:
        page.end_line()
        _open(node, page)
    else:
        page.line.append(mark(node))


def _leave(node: LexborNode, page: Page) -> None:
    if node.tag in BREAKS:
        page.end_line()
        page.heading = 0


def _open(node: LexborNode, page: Page) -> None:
    opening = _OPENING.get(node.tag)
    if opening:
        opening(node, page)
    page.gap |= node.tag in GAPS


def _open_row(node: LexborNode, page: Page) -> None:
    if is_grid_row(node):
        page.add(Block(tuple(map(_text_at, page.grids.row(node))), page.gap))
        page.gap = False


def _open_pair(node: LexborNode, page: Page) -> None:
    page.add(Block((_cell_text(node), "\n".join(map(_cell_text, values_of(node))))))


def _open_item(node: LexborNode, page: Page) -> None:
    page.line.append(page.bullet(node))


def _open_heading(node: LexborNode, page: Page) -> None:
    page.heading = HEADINGS.index(str(node.tag)) + 1


def _text_at(place: LexborNode | None) -> str:
    return _cell_text(place) if place is not None else ""


def _cell_text(cell: LexborNode) -> str:
    return _read(cell.iter(include_text=True)).text


_OPENING: dict[str | None, Callable[[LexborNode, Page], None]] = {
    "tr": _open_row,
    "dt": _open_pair,
    "li": _open_item,
    **dict.fromkeys(HEADINGS, _open_heading),
}
