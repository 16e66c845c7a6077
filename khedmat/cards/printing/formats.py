"""The files a form is printed as: what each is called, and who writes it."""

from collections.abc import Callable
from typing import NamedTuple

from khedmat.cards.form import Document
from khedmat.cards.printing.pages import pdf_of
from khedmat.cards.printing.paper import About, paper_of
from khedmat.cards.printing.sheets import xlsx_of
from khedmat.cards.printing.short import short_page_of
from khedmat.cards.printing.word import docx_of

EDITION = "1"  # of our prints: raised when the same form is printed otherwise, so that nobody keeps the old one
_OFFICE = "application/vnd.openxmlformats-officedocument."


class Format(NamedTuple):
    """`stem` is the name of the file before its point. `write` takes the form, what is known of it, and `is_whole`."""

    media_type: str
    stem: str
    write: Callable[[Document, About, bool], bytes]


def _docx(document: Document, about: About, is_whole: bool) -> bytes:
    return docx_of(paper_of(document, about, is_whole=is_whole))


def _pdf(document: Document, about: About, is_whole: bool) -> bytes:
    return pdf_of(paper_of(document, about, is_whole=is_whole))


def _xlsx(document: Document, _: About, is_whole: bool) -> bytes:
    return xlsx_of([document], is_whole=is_whole)


def _html(document: Document, about: About, _: bool) -> bytes:
    """The short page is made for everybody to read."""
    return short_page_of(document, about).encode()


FORMATS = {
    "docx": Format(f"{_OFFICE}wordprocessingml.document", "card", _docx),
    "pdf": Format("application/pdf", "card", _pdf),
    "xlsx": Format(f"{_OFFICE}spreadsheetml.sheet", "card", _xlsx),
    "html": Format("text/html; charset=utf-8", "short", _html),
}
