"""Documents set into a document: a page or a text is read, anything else is left and said."""

import re
from html import escape

from lxml.etree import _Element

from khedmat.importing.readers.containers import html, sniffing
from khedmat.importing.readers.containers.docx.names import ID
from khedmat.importing.readers.containers.docx.story import Story
from khedmat.importing.readers.unreadable import Unreadable

_SAVED, _TEXTS = (".mht", ".mhtml"), (".txt",)
_PAGES = (".htm", ".html", ".xhtml", *_SAVED)
_BODY = re.compile(r"<body\b[^>]*>(.*?)(?:</body|\Z)", re.S | re.I)


def insert(chunk: _Element, story: Story) -> None:
    """Where it stands, as if it were written there."""
    relation = story.relations.get(chunk.get(ID, ""))
    name = relation.target.lower() if relation and not relation.outside else ""
    if not name.endswith((*_PAGES, *_TEXTS)):
        return leave(chunk, story)
    try:
        story.write(_html(story.known.read(name), name))
    except Unreadable:
        leave(chunk, story)


def leave(document: _Element, story: Story) -> None:
    """A document of another kind, or in a file that is not here."""
    story.left = True


def _html(data: bytes, name: str) -> str:
    words = sniffing.decode(html.page_in(data) or data if name.endswith(_SAVED) else data)
    if name.endswith(_TEXTS):
        return "".join(f"<div>{escape(line)}</div>" for line in words.splitlines())
    body = _BODY.search(words)
    return f"<div>{body[1] if body else words}</div>"
