"""What the tags of a page mean for its text."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from khedmat.importing.readers.containers.html.boxed import is_headed_line, is_row_of_boxes

TEXT = "-text"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARTS = {"html", "body", "main", "section", "article", "aside", "header", "footer", "address", "details", "summary"}
_FORMS = {"form", "fieldset", "legend", "figure", "figcaption", "textarea"}
_TEXTS = {"p", "div", "br", "hr", "blockquote", "pre", "li", "ul", "ol", "dl", "dt", "dd"}
_TABLES = {"table", "caption", "thead", "tbody", "tfoot", "tr"}
BREAKS = _PARTS | _FORMS | _TEXTS | _TABLES | {*HEADINGS}
GAPS = {"p", "table", "hr", "ul", "ol", "dl", "section", "article"}  # what follows begins anew
_PROGRAMS = {"script", "style", "noscript", "template", "head", "svg", "iframe", "object"}
_ROWS, _CELLS = {"div", "li", "p"}, {"td", "th"}
LEFT_OUT = _PROGRAMS | {"nav", "option", "-comment"}


def is_grid_row(node: LexborNode) -> bool:
    """A row that holds another table only lays out the page: its cells are no answers of each other."""
    if node.tag == "tr":
        return node.css_first("table") is None
    return node.tag in _ROWS and (is_row_of_boxes(node) or is_headed_line(node))


def cells_of(row: LexborNode) -> Iterator[LexborNode]:
    """Of a grid row."""
    return (node for node in row.iter() if (node.tag in _CELLS if row.tag == "tr" else node.tag != "-comment"))


def values_of(term: LexborNode) -> Iterator[LexborNode]:
    """The <dd> of a <dt>: as many as follow it."""
    node = term.next
    while node is not None and node.tag in {"dd", TEXT, "-comment"}:
        if node.tag == "dd":
            yield node
        node = node.next
