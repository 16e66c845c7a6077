"""An HTML page → what it shows of an agency's services. Walked once, without recursion, whatever it holds."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from khedmat.embedding.marks import read_mark
from khedmat.embedding.portal.boxes import Box, linked
from khedmat.embedding.portal.expected import Expected, Sighting

TEXT = "-text"
LEFT_OUT = {"script", "style", "template", "head", "svg", "select", "textarea", "-comment"}
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figure", "figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
BREAKS = {"a", "br", "hr"}


class OnPage(NamedTuple):
    """`live`: agencies whose whole list the page takes from us at each look."""

    live: frozenset[str]
    seen: list[Sighting]


def read(text: str, expected: Expected, site: str) -> OnPage:
    """`site`: our own address, by which our frames and our script are known."""
    tree = LexborHTMLParser(text)
    marks = map(read_mark, _said(tree, 'meta[name="khedmat"]', "content"))
    walk = _Walk(expected)
    for mark in filter(None, marks):
        walk.top.add(expected.of_mark(mark))
    for node, leaving in _steps(tree.root):
        (walk.leave if leaving else walk.enter)(node)
    return OnPage(frozenset(_live(tree, site)), linked(walk.done()))


def _steps(root: LexborNode | None) -> Iterator[tuple[LexborNode, bool]]:
    """Each node when it is entered and when it is left."""
    stack = [(root, False)] if root is not None else []
    while stack:
        node, leaving = stack.pop()
        yield node, leaving
        if not leaving:
            stack += _inside(node)


def _inside(node: LexborNode) -> list[tuple[LexborNode, bool]]:
    """What is still to be walked, last first; nobody reads what stands in a script."""
    if node.tag == TEXT:
        return []
    children = [(child, False) for child in node.iter(include_text=True) if child.tag not in LEFT_OUT]
    return [(node, True), *reversed(children)]


class _Walk:
    """Where in the page the walk is."""

    def __init__(self, expected: Expected) -> None:
        self._expected = expected
        self.top = Box()
        self._boxes = [self.top]

    def enter(self, node: LexborNode) -> None:
        if node.tag == TEXT:
            self.top.text.append(node.text_content or "")
        elif _is_box(node):
            self._open(node)
        elif node.tag in BREAKS:
            self._end_text()
            self._anchor(node.attributes.get("href") or self.top.anchor)

    def leave(self, node: LexborNode) -> None:
        if _is_box(node):
            self._end_text()
            self.top.close()
            self.top = self.top.above or self.top
        elif node.tag == "a":
            self._end_text()
            self.top.anchor = ""

    def done(self) -> list[Box]:
        self._end_text()
        return self._boxes

    def _open(self, node: LexborNode) -> None:
        self._end_text()
        self.top = Box(self.top)
        self._boxes.append(self.top)
        if mark := read_mark(node.attributes.get("data-khedmat") or ""):
            self.top.add(self._expected.of_mark(mark))

    def _anchor(self, address: str) -> None:
        self.top.anchor = address = address.strip()
        self.top.link = self.top.link or address
        for sighting in self._expected.of_address(address):
            self.top.add(sighting)

    def _end_text(self) -> None:
        """Inline tags may part a title; a block, a link or a line ends it."""
        text, self.top.text = "".join(self.top.text), []
        if text and not text.isspace():
            for sighting in self._expected.of_text(text):
                self.top.add(sighting)


def _is_box(node: LexborNode) -> bool:
    return node.tag in BLOCKS or node.tag != TEXT and "data-khedmat" in node.attributes


def _live(tree: LexborHTMLParser, site: str) -> Iterator[str]:
    """Codes of agencies in our frames, and in our element where our script is there too."""
    yield from (_agency_of(address, site) for address in _said(tree, "iframe", "src"))
    if "/embed/khedmat.js" in (_ours(address, site) for address in _said(tree, "script", "src")):
        yield from _said(tree, "khedmat-services", "agency")


def _said(tree: LexborHTMLParser, tag: str, name: str) -> Iterator[str]:
    return (node.attributes.get(name) or "" for node in tree.css(tag))


def _agency_of(address: str, site: str) -> str:
    start, _slash, code = _ours(address, site).rstrip("/").rpartition("/")
    return code if start == "/embed/agency" else ""


def _ours(address: str, site: str) -> str:
    """The path of an address of ours, by http or https; empty for anybody else's."""
    try:
        found = urlsplit(urljoin(site, address.strip()))
    except ValueError:
        return ""
    return found.path if found.netloc == urlsplit(site).netloc and "://" in address else ""
