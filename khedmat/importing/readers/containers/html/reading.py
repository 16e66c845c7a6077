"""Walks a page once and makes blocks of it."""

from collections.abc import Callable, Iterable
from itertools import chain
from operator import attrgetter

from selectolax.lexbor import LexborHTMLParser, LexborNode

from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.containers.html.marks import mark
from khedmat.importing.readers.containers.html.nesting import refuse_deep
from khedmat.importing.readers.containers.html.page import Cell, Page
from khedmat.importing.readers.containers.html.tags import (
    BREAKS,
    GAPS,
    HEADINGS,
    TEXT,
    attribute,
    is_grid_row,
    values_of,
)
from khedmat.importing.readers.containers.html.walking import steps
from khedmat.importing.readers.marks import contrasted

_text = attrgetter("text")


def sheet(text: str) -> Sheet:
    """The page's blocks in reading order."""
    root = root_of(text)
    page = _read([root] if root is not None else [])
    return Sheet(tuple(page.blocks))


def root_of(text: str) -> LexborNode | None:
    """The parsed page, its crosses told from its ticks."""
    refuse_deep(text)
    return LexborHTMLParser(contrasted(text)).root


def _read(nodes: Iterable[LexborNode]) -> Page:
    page = Page()
    for node, leaving in chain.from_iterable(map(steps, nodes)):
        visit = leave if leaving else enter
        visit(node, page)
    page.end_line()
    return page


def enter(node: LexborNode, page: Page) -> None:
    """What a node adds to the page, or ends of it."""
    if node.tag == TEXT:
        page.line.append(node.text_content or "")
    elif node.tag in BREAKS:
        page.end_line()
        _open(node, page)
    else:
        page.line.append(mark(node))
        page.links += _links(node)


def _links(node: LexborNode) -> list[str]:
    """The address behind a link: «ورود به سامانه» does not say it."""
    address = attribute(node, "href").strip() if node.tag == "a" else ""
    return [address] if address.lower().startswith(("http://", "https://")) else []


def leave(node: LexborNode, page: Page) -> None:
    """A block ends with its element."""
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
        page.add_row(map(_cell_at, page.grids.row(node)))


def _open_pair(node: LexborNode, page: Page) -> None:
    """Its values are one cell."""
    values = list(map(_cell, values_of(node)))
    links = chain.from_iterable(map(attrgetter("links"), values))
    page.add_row([_cell(node), Cell("\n".join(map(_text, values)), list(links))])


def _open_item(node: LexborNode, page: Page) -> None:
    page.line.append(page.bullet(node))


def _open_heading(node: LexborNode, page: Page) -> None:
    page.heading = HEADINGS.index(str(node.tag)) + 1


def _cell_at(place: LexborNode | None) -> Cell:
    return _cell(place) if place is not None else Cell("", [])


def _cell(node: LexborNode) -> Cell:
    return _read(node.iter(include_text=True)).as_cell()


_OPENING: dict[str | None, Callable[[LexborNode, Page], None]] = {
    "tr": _open_row,
    "dt": _open_pair,
    "li": _open_item,
    **dict.fromkeys(HEADINGS, _open_heading),
}
