"""What was filled in or laid over a page: boxes and fields of forms, notes typed on it, links. Never what they do."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.layout import Area, Link
from khedmat.importing.readers.containers.pdf.frame import Edges, Frame

_MOST = 2000  # of one page
_LONGEST = 20_000  # bytes of one value
_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_TICKING = {raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON}
_TYPED = {raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX}


class Filled(NamedTuple):
    """A ticked or empty box, or what was typed; several lines where it has them."""

    text: str
    area: Area


def filled_in(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, frame: Frame) -> list[Filled]:
    """In the order of the file; nothing of empty fields and buttons."""
    form = document.formenv.raw if document.formenv else None
    found = []
    for place in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        with _annotation(page.raw, place) as one:
            text = "" if raw.FPDFAnnot_GetFlags(one) & _UNSEEN else _said(form, one)
            if text:
                found.append(Filled(text, frame.area(_edges(one))))
    return found


@contextmanager
def _annotation(page: raw.FPDF_PAGE, place: int) -> Iterator[raw.FPDF_ANNOTATION]:
    one = raw.FPDFPage_GetAnnot(page, place)
    try:
        yield one
    finally:
        raw.FPDFPage_CloseAnnot(one)


def _said(form: raw.FPDF_FORMHANDLE | None, one: raw.FPDF_ANNOTATION) -> str:
    subtype = raw.FPDFAnnot_GetSubtype(one)
    if subtype == raw.FPDF_ANNOT_FREETEXT:
        return _value(raw.FPDFAnnot_GetStringValue, one, b"Contents")
    if subtype != raw.FPDF_ANNOT_WIDGET or not form:
        return ""
    kind = raw.FPDFAnnot_GetFormFieldType(form, one)
    if kind in _TICKING:
        return TICKED if raw.FPDFAnnot_IsChecked(form, one) else EMPTY
    return _value(raw.FPDFAnnot_GetFormFieldValue, form, one) if kind in _TYPED else ""


def _value(function: Any, *asked: Any) -> str:
    """Text that pdfium gives in UTF-16."""
    length = min(function(*asked, None, 0), _LONGEST)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    function(*asked, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").split("\0")[0].strip()


def _edges(one: raw.FPDF_ANNOTATION) -> Edges:
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(one, box)
    return Edges(box.left, box.bottom, box.right, box.top)


def links_on(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, frame: Frame) -> list[Link]:
    """Addresses of the web only."""
    link, place = raw.FPDF_LINK(), ctypes.c_int(0)
    found: list[Link] = []
    while len(found) < _MOST and raw.FPDFLink_Enumerate(page.raw, place, link):
        address = _address(document.raw, link)
        if address.lower().startswith(("http://", "https://")):
            box = raw.FS_RECTF()
            raw.FPDFLink_GetAnnotRect(link, box)
            found.append(Link(address, frame.area(Edges(box.left, box.bottom, box.right, box.top))))
    return found


def _address(document: raw.FPDF_DOCUMENT, link: raw.FPDF_LINK) -> str:
    action = raw.FPDFLink_GetAction(link)
    buffer = ctypes.create_string_buffer(_LONGEST)
    raw.FPDFAction_GetURIPath(document, action, buffer, _LONGEST) if action else 0
    return buffer.value.decode("utf-8", "replace")
