"""Word files of all generations → leaves, by their kind."""

from collections.abc import Callable
from functools import partial

from khedmat.cards import form
from khedmat.importing.readers.containers import docx, office
from khedmat.importing.readers.containers.leaf import Opened
from khedmat.importing.readers.pages import of_own_page

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XML = "application/xml"
_OLDER = {"doc": "application/msword", "odt": "application/vnd.oasis.opendocument.text", "rtf": "application/rtf"}
_PART_LEFT = form.Warning(
    code="part_left",
    message="سندی دیگر در این فایل Word نهفته است که خوانده نشد؛ در Word متن آن را در خود فایل بگذارید.",
)
_BOXES_LOST = form.Warning(
    code="rtf_boxes",
    message="نشان خانه‌های انتخاب در این فایل RTF از دست رفته است؛ آنها را از روی اصل فرم برگزینید یا docx آن را بدهید.",
)


def _of_docx(data: bytes, name: str) -> Opened:
    word = docx.page_of(data)
    found = of_own_page(word.html, media_type=DOCX)
    leaf = found.leaves[0]._replace(named=word.boxes)
    return found._replace(leaves=(leaf,), remarks=(_PART_LEFT,) if word.left else ())


def _of_xml(data: bytes, name: str, *, packed: Callable[[bytes], bytes]) -> Opened:
    return _of_docx(packed(data), name)._replace(media_type=_XML)


def _of_older(data: bytes, name: str, *, kind: str) -> Opened:
    return _of_docx(office.as_docx(data, kind), name)._replace(media_type=_OLDER[kind])


def _of_rtf(data: bytes, name: str) -> Opened:
    given, lost = office.with_lost_boxes_left_out(data)
    made = _of_older(given, name, kind="rtf")
    return made._replace(remarks=(*made.remarks, _BOXES_LOST)) if lost else made


OPENERS: dict[str, Callable[[bytes, str], Opened]] = {
    "docx": _of_docx,
    "doc": partial(_of_older, kind="doc"),
    "odt": partial(_of_older, kind="odt"),
    "rtf": _of_rtf,
    "flat": partial(_of_xml, packed=docx.packed),
    "xml": partial(_of_xml, packed=docx.packed_2003),
}
