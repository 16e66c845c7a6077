"""Walks a page once and makes blocks of it."""

from collections.abc import Callable, Iterable
from itertools import chain
from operator import attrgetter

from selectolax.lexbor import LexborHTMLParser, LexborNode

from khedmat.core.sequences import first_where
from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.containers.html.attributes import attribute
from khedmat.importing.readers.containers.html.boxed import is_headed_line
from khedmat.importing.readers.containers.html.controls import asks_for_control
from khedmat.importing.readers.containers.html.framed import unframed
from khedmat.importing.readers.containers.html.marks import mark, state
from khedmat.importing.readers.containers.html.nesting import refuse_deep, refuse_many
from khedmat.importing.readers.containers.html.page import Cell, Page
from khedmat.importing.readers.containers.html.pictures import show_signs
from khedmat.importing.readers.containers.html.tags import BREAKS, GAPS, HEADINGS, TEXT, is_grid_row, values_of
from khedmat.importing.readers.containers.html.walking import steps
from khedmat.importing.readers.marks import contrasted

_text = attrgetter("text")
DEEPEST_CELL = 20
_END = "\0"  # of a line: no parsed page holds this sign


def sheet(text: str) -> Sheet:
    """The page's blocks in reading order."""
    root = root_of(text)
    page = _read([root] if root is not None else [])
    return Sheet(tuple(page.blocks))


def root_of(text: str) -> LexborNode | None:
    """The parsed page: its crosses told from its ticks, its frames opened, letters of picture fonts as signs."""
    whole = unframed(text)
    refuse_many(whole)
    refuse_deep(whole)
    root = LexborHTMLParser(contrasted(whole)).root
    if root is not None:
        show_signs(root, whole)
    return root


def _read(nodes: Iterable[LexborNode], depth: int = 0) -> Page:
    page = Page(depth=depth)
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
        page.line.append(state(node))
    else:
        if asks_for_control(node):
            page.end_line()
        page.line.append(mark(node) + (" " if node.tag == "label" else ""))
        if node.tag == "a":
            page.link(attribute(node, "href"))


def _end_of_label(node: LexborNode) -> str:
    """Labels beside each other do not touch, whatever is between them in the source."""
    return (": " if asks_for_control(node) else " ") if node.tag == "label" else ""


def leave(node: LexborNode, page: Page) -> None:
    """A block ends with its element."""
    if node.tag in BREAKS:
        page.end_line()
        page.heading = 0
        page.spaced = False
    else:
        page.line.append(_end_of_label(node))


def _open(node: LexborNode, page: Page) -> None:
    opening = _OPENING.get(node.tag)
    if opening:
        opening(node, page)
    page.gap |= node.tag in GAPS


def _open_row(node: LexborNode, page: Page) -> None:
    if is_headed_line(node):
        page.add_row(_head_and_rest(node, page))
    elif is_grid_row(node):
        page.add_row(_cell(place, page) for place in page.grids.row(node))


def _head_and_rest(node: LexborNode, page: Page) -> list[Cell]:
    """Of a line: its bold words, and all behind them."""
    inside = list(node.iter(include_text=True))
    head = first_where(lambda place: inside[place].tag not in (TEXT, "-comment"), range(len(inside))) or 0
    return [_cell(inside[head], page), _read(inside[head + 1 :], page.depth + 1).as_cell()]


def _open_pair(node: LexborNode, page: Page) -> None:
    """Its values are one cell."""
    values = [_cell(value, page) for value in values_of(node)]
    links = chain.from_iterable(map(attrgetter("links"), values))
    page.add_row([_cell(node, page), Cell("\n".join(map(_text, values)), list(links))])


def _open_item(node: LexborNode, page: Page) -> None:
    if is_grid_row(node):
        _open_row(node, page)
    else:
        page.line.append(page.bullet(node))


def _open_heading(node: LexborNode, page: Page) -> None:
    page.heading = HEADINGS.index(str(node.tag)) + 1


def _open_spaced(node: LexborNode, page: Page) -> None:
    page.spaced = True


def _cell(node: LexborNode | None, page: Page) -> Cell:
    """A list in a cell in a list …: what no page nests is no longer taken apart, or it would end the reader."""
    if node is None:
        return Cell("", [])
    if page.depth >= DEEPEST_CELL:
        return Cell(" ".join(node.text(separator=" ").split()), [])
    inside = list(node.iter(include_text=True))
    if all(map(_is_plain, inside)):
        return Cell(_lines(inside), [])
    return _read(inside, page.depth + 1).as_cell()


def _is_plain(node: LexborNode) -> bool:
    """Text or the end of a line: most cells hold nothing else."""
    return node.tag == TEXT or node.tag == "br" and not node.attributes


def _lines(plain: Iterable[LexborNode]) -> str:
    """Each that holds something, spaced as a browser shows it."""
    text = "".join([node.text_content or "" if node.tag == TEXT else _END for node in plain])
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split(_END))))


_OPENING: dict[str | None, Callable[[LexborNode, Page], None]] = {
    "tr": _open_row,
    "div": _open_row,
    "p": _open_row,
    "dt": _open_pair,
    "li": _open_item,
    "pre": _open_spaced,
    "textarea": _open_spaced,
    **dict.fromkeys(HEADINGS, _open_heading),
}
