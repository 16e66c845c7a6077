"""Bytes → documents of the form contract. Touches no database and no network."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from khedmat.cards import form
from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.containers import html, sniffing, text
from khedmat.importing.readers.disk import contents
from khedmat.importing.readers.documents import read_sheets
from khedmat.importing.readers.unreadable import Unreadable

__all__ = ["contents", "read_bytes", "read_path"]


class Container(NamedTuple):
    """A kind of file, and how its text becomes blocks."""

    media_type: str
    sheet: Callable[[str], Sheet]


HTML, TEXT = Container("text/html", html.sheet), Container("text/plain", text.sheet)


def read_path(path: Path) -> list[form.Document]:
    """The documents of a file. Unreadable with a Persian sentence when there is none to read."""
    return read_bytes(contents(path), path.name)


def read_bytes(data: bytes, name: str) -> list[form.Document]:
    """The same for a file's content and name."""
    name = _printable(name)
    decoded, container = opened(data, name)
    sheet = container.sheet(decoded)
    if not sheet.lines:
        raise Unreadable("در فایل هیچ نوشته‌ای نیست؛ فایلی که فرم در آن پر شده است را بدهید.")
    return read_sheets(sheet, form.Source(name=name, media_type=container.media_type))


def opened(data: bytes, name: str) -> tuple[str, Container]:
    """The text of a file, and what kind of file it is."""
    decoded = sniffing.decode(data)
    return decoded, HTML if sniffing.is_html(decoded, name) else TEXT


def media_type_of(data: bytes, name: str) -> str:
    """Unreadable where it is neither text nor a page."""
    return opened(data, name)[1].media_type


def _printable(name: str) -> str:
    """A name of other bytes than UTF-8 could be neither printed nor kept."""
    return name.encode("utf-8", "replace").decode()
