"""A page: its tables, lines and ticks in tags of our own. Nothing of theirs passes but text and a few numbers."""

from collections.abc import Iterator
from html import escape

from selectolax.lexbor import LexborNode

from khedmat.importing.readers.containers.html.marks import mark
from khedmat.importing.readers.containers.html.page import Page
from khedmat.importing.readers.containers.html.reading import root_of
from khedmat.importing.readers.containers.html.tags import TEXT, is_grid_row
from khedmat.importing.readers.containers.html.walking import is_unseen
from khedmat.importing.readers.original.places import Places, places_of
from khedmat.importing.readers.original.tags import picture, tags

_WHOLE = {"tr", "dt", "dd"}


def shown(text: str) -> Iterator[str]:
    """Piece by piece, without recursion: a hostile page nests thousands deep."""
    root = root_of(text)
    return _written(root, Printer(places_of(root))) if root is not None else iter(())


class Printer:
    """What each node becomes; an element of each block bears its name, the first one."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.named: set[int] = set()
        self.page = Page()

    def pieces(self, node: LexborNode) -> tuple[str, str]:
        """Before and behind what is in it."""
        if node.tag == TEXT:
            return self._text(node, node.text_content or ""), ""
        is_whole = node.tag in _WHOLE or is_grid_row(node)
        opening, closing = tags(node, self._marks(node) if is_whole else "")
        return opening + self._said_by(node), closing

    def _said_by(self, node: LexborNode) -> str:
        """The sign before an item, the tick of a box, what was typed in a field, the words of a picture."""
        words = mark(node) if node.tag != "li" or is_grid_row(node) else self.page.bullet(node) + mark(node)
        return self._text(node, words) if words else picture(node)

    def _text(self, node: LexborNode, words: str) -> str:
        marks = self._marks(node) if words.strip() else ""
        return f"<span{marks}>{escape(words)}</span>" if marks else escape(words)

    def _marks(self, node: LexborNode) -> str:
        block = self.places.get(node.mem_id)
        if block is None:
            return ""
        name = "" if block in self.named else f' id="source-{block}"'
        self.named.add(block)
        return f'{name} data-block="{block}"'


def _written(root: LexborNode, printer: Printer) -> Iterator[str]:
    stack: list[LexborNode | str] = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
        elif not is_unseen(item):
            opening, closing = printer.pieces(item)
            yield opening
            stack.append(closing)
            stack += reversed(list(item.iter(include_text=True)))
