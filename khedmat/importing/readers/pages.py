"""Pages, and what other containers made into pages → leaves."""

from functools import partial

from khedmat.importing.readers.containers import html
from khedmat.importing.readers.containers.html import lean
from khedmat.importing.readers.containers.leaf import Leaf, Opened
from khedmat.importing.readers.original import page


def of_own_page(text: str, *, media_type: str) -> Opened:
    """One that a reader of ours wrote: most hold nothing that needs a parser."""
    return Opened(media_type, (Leaf(lean.sheet(text) or html.sheet(text), partial(page.shown, text)),))


def of_page(*pages: str, media_type: str = "text/html") -> Opened:
    """Each is a leaf."""
    return Opened(media_type, tuple(Leaf(html.sheet(one), partial(page.shown, one)) for one in pages))
