"""Bytes → documents of the form contract. Touches no database and no network."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from khedmat.cards import form
from khedmat.importing.readers import hints, named
from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.containers.leaf import Leaf, Opened
from khedmat.importing.readers.disk import contents
from khedmat.importing.readers.documents import read_card, read_sheets
from khedmat.importing.readers.opening import opened
from khedmat.importing.readers.unreadable import Unreadable

__all__ = ["contents", "documents_in", "media_type_of", "read_bytes", "read_path"]


def read_path(path: Path) -> list[form.Document]:
    """The documents of a file. Unreadable with a Persian sentence when there is none to read."""
    return read_bytes(contents(path), path.name)


def read_bytes(data: bytes, name: str) -> list[form.Document]:
    """The same for a file's content and name."""
    return list(documents_in(data, name))


def documents_in(data: bytes, name: str) -> Iterator[form.Document]:
    """Each as it is read: a table may hold thousands. Unreadable at once when there is none to read."""
    name = _printable(name)
    return documents_of(opened(data, name), name)


def documents_of(file: Opened, name: str) -> Iterator[form.Document]:
    """All leaves in their order, the documents numbered where there are several."""
    leaves = [leaf for leaf in file.leaves if any(block.filled for block in leaf.sheet.blocks)]
    if not leaves:
        raise Unreadable("در فایل هیچ نوشته‌ای نیست؛ فایلی که فرم در آن پر شده است را بدهید.")
    source = form.Source(name=name, media_type=file.media_type, pages=file.pages, ocr=file.ocr)
    found = (document for leaf in leaves for document in _documents(leaf, source))
    numbered = _numbered(found) if len(leaves) > 1 else found
    return (_remarked(document, file.remarks) for document in numbered)


def _documents(leaf: Leaf, source: form.Source) -> list[form.Document]:
    """By the names of its boxes; else of a copy of its sheet, so that all that was found in it is forgotten with it."""
    sheet = Sheet(leaf.sheet.blocks)
    if by_name := named.document_of(leaf.named, sheet, source):
        return [by_name]
    if source.ocr:
        return _hinted(sheet, source)
    read = [read_card(sheet, source)] if leaf.is_card else read_sheets(sheet, source)
    return list(map(hints.doubted, read)) if leaf.is_loose else read


def _hinted(sheet: Sheet, source: form.Source) -> list[form.Document]:
    """Where a form falls into other documents without its marks, those say nothing about it."""
    read, unmarked = read_sheets(sheet, source), read_sheets(hints.without_marks(sheet), source)
    bare = unmarked if len(unmarked) == len(read) else read
    return [hints.hinted(one, unmarked=other) for one, other in zip(read, bare, strict=True)]


def _numbered(found: Iterable[form.Document]) -> Iterator[form.Document]:
    """Through the whole file, whatever leaf they stand on."""
    for number, document in enumerate(found, start=1):
        yield document.model_copy(update={"source": document.source.model_copy(update={"part": number})})


def _remarked(document: form.Document, remarks: Sequence[form.Warning]) -> form.Document:
    return document.model_copy(update={"warnings": [*document.warnings, *remarks]}) if remarks else document


def media_type_of(data: bytes, name: str) -> str:
    """Unreadable where it is of no kind that is read."""
    return opened(data, name).media_type


def _printable(name: str) -> str:
    """A name of other bytes than UTF-8 could be neither printed nor kept."""
    return name.encode("utf-8", "replace").decode()
