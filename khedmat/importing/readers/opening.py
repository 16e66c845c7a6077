"""Bytes → what the file holds, by its kind: one opener for each."""

from collections.abc import Callable
from functools import partial

from khedmat.importing.readers import misnamed, paper, rows, word
from khedmat.importing.readers.containers import html, sniffing, text
from khedmat.importing.readers.containers.leaf import Leaf, Opened
from khedmat.importing.readers.original import lines
from khedmat.importing.readers.pages import of_page

Opener = Callable[[bytes, str], Opened]


def opened(data: bytes, name: str) -> Opened:
    """Unreadable with a Persian sentence when it is of no kind that is read."""
    kind = sniffing.kind_of(data)
    opener = _OPENERS.get(kind) or sniffing.refuse_kind(kind)
    return misnamed.with_remark(opener(data, name), kind, name)


def _text_or_page(data: bytes, name: str) -> Opened:
    """All are text; which of them it is, its tags and its separators tell."""
    if (saved := html.page_in(data)) is not None:
        return of_page(sniffing.decode(saved), media_type="multipart/related")
    decoded = sniffing.decode(data)
    if sniffing.is_html(decoded, name):
        return of_page(decoded)
    return rows.of_separated(decoded, name) or _of_text(decoded)


def _of_text(decoded: str) -> Opened:
    return Opened("text/plain", (Leaf(text.sheet(decoded), partial(lines.shown, decoded)),))


_OPENERS: dict[str, Opener] = {"text": _text_or_page, **word.OPENERS, **rows.OPENERS, **paper.OPENERS}
