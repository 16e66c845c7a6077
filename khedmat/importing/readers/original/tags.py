"""Which of our own tags stands for a tag of theirs. What is not listed leaves only its text behind."""

from collections.abc import Iterator
from html import escape

from selectolax.lexbor import LexborNode

from khedmat.importing.readers.containers.html.attributes import attribute
from khedmat.importing.readers.containers.html.tags import HEADINGS

_PLAIN = ("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "strong", "em", "u", "sup", "sub")
_PARTS = ("p", "div", "section", "article", "main", "aside", "header", "footer", "address", "details", "summary")
_FORMS = ("fieldset", "legend", "figure", "figcaption", "blockquote", "center", "ul", "ol", "dl")
# Lists and headings become plain boxes: half a list of theirs would be a broken one of ours.
_OURS: dict[str, tuple[str, str]] = {
    **{tag: (tag, "") for tag in _PLAIN},
    **dict.fromkeys((*_PARTS, *_FORMS), ("div", "")),
    **dict.fromkeys(HEADINGS, ("div", "source-heading")),
    **dict.fromkeys(("dt", "dd", "li"), ("div", "source-item")),
    "th": ("td", "source-head"),
    "b": ("strong", ""),
    "pre": ("div", "source-lines"),
}
_EMPTY = {"br": "<br>", "hr": "<hr>"}
MOST_SPAN = 60


def tags(node: LexborNode, marks: str = "") -> tuple[str, str]:
    """The opening and the closing tag; `marks` are attributes of ours."""
    tag = str(node.tag)
    if tag in _EMPTY:
        return _EMPTY[tag], ""
    if tag not in _OURS:
        return "", ""
    name, kind = _OURS[tag]
    return f"<{name}{''.join(_attributes(node, kind))}{marks}>", f"</{name}>"


def _attributes(node: LexborNode, kind: str) -> Iterator[str]:
    """Of theirs only what has one of a few values."""
    if kind:
        yield f' class="{kind}"'
    if (direction := attribute(node, "dir").lower()) in ("ltr", "rtl"):
        yield f' dir="{direction}"'
    for name in ("colspan", "rowspan"):
        if 1 < (width := _number(attribute(node, name))) <= MOST_SPAN:
            yield f' {name}="{width}"'


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 0


def picture(node: LexborNode) -> str:
    """In place of a picture the words it stands for: nothing is fetched from elsewhere."""
    words = attribute(node, "alt").strip() if node.tag == "img" else ""
    return f'<span class="source-picture" role="img" aria-label="{escape(words)}"></span>' if words else ""
