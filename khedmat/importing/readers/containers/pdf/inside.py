"""What is done with a PDF in the confined child: it is read, a page of it is drawn."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from math import sqrt

import pypdfium2
from pydantic import TypeAdapter
from pypdfium2 import raw

from khedmat.core.persian import persian_digits
from khedmat.importing.readers.confined import limits
from khedmat.importing.readers.containers.layout import Page, is_loose, printed
from khedmat.importing.readers.containers.layout.packing import packed
from khedmat.importing.readers.containers.layout.unpacking import unpacked
from khedmat.importing.readers.containers.pdf.letters import letters_of
from khedmat.importing.readers.containers.pdf.page import BLANK, frame_of, page_of
from khedmat.importing.readers.containers.pdf.text import Text
from khedmat.importing.readers.unreadable import LOCKED, Unreadable

MOST_PAGES = 200
MOST_PIXELS = 12_000_000
_BROKEN = "فایل PDF خراب است و باز نمی‌شود؛ آن را دوباره بسازید یا در برنامهٔ دیگری باز کنید و دوباره ذخیره کنید."
_XFA = (
    "نوشته‌های این PDF (از نوع XFA) را تنها Adobe Reader نشان می‌دهد؛"
    " آن را در Adobe Reader باز کنید و با چاپ به «Microsoft Print to PDF» از نو ذخیره کنید."
)
_LONG = f"این PDF بیش از {persian_digits(MOST_PAGES)} صفحه دارد؛ آن را به فایل‌های کوچک‌تر بخش کنید."
_PICTURE_SECONDS = 10.0
_FOUND = TypeAdapter(tuple[Page, ...])


def read(data: bytes) -> bytes:
    """The Text of a file."""
    found = _pages(data)
    whole = [page or BLANK for page in found]
    pictures = tuple(number for number, page in enumerate(found) if page is None)
    return packed(Text(printed(whole), pictures, any(map(is_loose, whole))))


def pages(data: bytes) -> bytes:
    """Its pages; None stands for a picture of words."""
    return packed(_pages(data))


def laid_out(data: bytes) -> bytes:
    """Packed pages → what is printed."""
    found = unpacked(data, _FOUND)
    limits.allow_pages(len(found))
    return packed(printed(found))


def picture(data: bytes, page: int, width: int) -> bytes:
    """A page as a PNG, turned as it is read, so many pixels wide or as many as it may have."""
    with _opened(data) as document, _page(document, page) as found:
        limits.allow(_PICTURE_SECONDS)
        across, down = found.get_size()
        turn = (frame_of(found, letters_of(found)).quarters - found.get_rotation() // 90) % 4
        across, down = (down, across) if turn % 2 else (across, down)
        scale = min(width / across, sqrt(MOST_PIXELS / (across * down)))
        drawn = found.render(scale=scale, rotation=turn * 90).to_pil()
        png = BytesIO()
        drawn.save(png, "PNG")
        return png.getvalue()


def _pages(data: bytes) -> list[Page | None]:
    with _opened(data) as document:
        limits.allow_pages(len(document))
        return [_read(document, number) for number in range(len(document))]


def _read(document: pypdfium2.PdfDocument, number: int) -> Page | None:
    with _page(document, number) as page:
        return page_of(document, page)


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    handle = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle or raw.FPDF_GetPageCount(handle) < 1:
        is_locked = not handle and raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD
        raise Unreadable(LOCKED if is_locked else _BROKEN)
    document = pypdfium2.PdfDocument(handle)
    with closing(document):
        if len(document) > MOST_PAGES:
            raise Unreadable(_LONG)
        if raw.FPDF_GetFormType(handle) == raw.FORMTYPE_XFA_FULL:
            raise Unreadable(_XFA)
        document.init_forms()
        yield document


@contextmanager
def _page(document: pypdfium2.PdfDocument, number: int) -> Iterator[pypdfium2.PdfPage]:
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        raise Unreadable(f"صفحهٔ {persian_digits(number + 1)} این PDF خراب است؛ آن را دوباره بسازید.") from None
    with closing(page):
        yield page
