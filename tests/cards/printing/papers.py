"""Forms to print, and what was printed opened again."""

import io
import zipfile
from typing import Any

import python_calamine
from lxml import etree

from khedmat.cards.form import Document
from khedmat.cards.printing.paper import About, paper_of
from khedmat.cards.printing.pieces import Paper, Piece
from khedmat.cards.printing.sheets import xlsx_of
from khedmat.cards.printing.word import docx_of
from khedmat.importing.readers.reading import read_bytes
from tests.factories import forms

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def sample(**changes: Any) -> Document:
    """A filled card; `undecided` and `not_applicable` are of the document, all else of its card."""
    changes.setdefault("laws", ["قانون ثبت احوال مصوب 1355/4/16"])
    about = {name: changes.pop(name) for name in ("undecided", "not_applicable") if name in changes}
    return forms.document(forms.card(**changes)).model_copy(update=about)


def whole(document: Document, **about: Any) -> Paper:
    return paper_of(document, About(**about), is_whole=True)


def at(paper: Paper, path: str) -> list[Piece]:
    """The pieces of a box, those of its options too."""
    return [piece for piece in paper.pieces() if getattr(piece, "path", "").startswith(path)]


def opened(data: bytes, part: str = "word/document.xml") -> Any:
    """The root of a part of a DOCX file."""
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))


def tables_of(data: bytes) -> list[list[list[str]]]:
    """The sheets of an XLSX file as texts."""
    book = python_calamine.load_workbook(io.BytesIO(data))
    sheets = [book.get_sheet_by_index(place).to_python() for place in range(len(book.sheet_names))]
    return [[[_said(cell) for cell in row] for row in sheet] for sheet in sheets]


def _said(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def through_word(document: Document) -> Document:
    """Printed as DOCX and read as any file."""
    (found,) = read_bytes(docx_of(whole(document)), "form.docx")
    return found


def through_sheets(*documents: Document) -> list[Document]:
    """Printed as XLSX and read as any file."""
    return read_bytes(xlsx_of(documents, is_whole=True), "forms.xlsx")
