"""Files that people attach: what they are by their bytes, whatever their names say."""

import re
from collections.abc import Collection

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from lxml import etree

from khedmat.importing.readers.containers import sniffing
from khedmat.importing.readers.containers.docx.xml import MOST_TAGS, tags_in
from khedmat.importing.readers.containers.packages import members_of, plain_name
from khedmat.importing.readers.paper import picture_of
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.uploads import plain_name as without_folders

OFFICE = "application/vnd.openxmlformats-officedocument."
KINDS = {  # by bytes: the media type it is sent with, and how its name may end
    "pdf": ("application/pdf", (".pdf",)),
    "docx": (f"{OFFICE}wordprocessingml.document", (".docx",)),
    "xlsx": (f"{OFFICE}spreadsheetml.sheet", (".xlsx",)),
    "odt": ("application/vnd.oasis.opendocument.text", (".odt",)),
    "png": ("image/png", (".png",)),
    "jpeg": ("image/jpeg", (".jpg", ".jpeg")),
}
BPMN = ("application/octet-stream", (".bpmn",))  # XML is only ever a file to take away
DRAWN = ("pdf", "png", "jpeg")  # a page that cannot be drawn is none
ENDINGS = (*(ending for _media, endings in KINDS.values() for ending in endings), ".bpmn")
DEFINITIONS = "{http://www.omg.org/spec/BPMN/20100524/MODEL}definitions"
PROGRAMS = ("vbaproject.bin", "/script-lb.xml")
A_GLANCE, LONGEST_NAME = 200, 200
NOT_TAKEN = _("این پرونده پیوست نمی‌شود: PDF، Word (docx)، Excel (xlsx)، ODT یا تصویر PNG و JPEG بدهید.")
EMPTY = _("این پرونده خالی است؛ پروندهٔ دیگری برگزینید.")
NO_DRAWING = _("نمودار، پروندهٔ BPMN یا تصویر PNG و JPEG یا PDF است؛ یکی از اینها را بدهید.")
NO_BPMN = _("این پروندهٔ BPMN خواندنی نیست؛ آن را از برنامهٔ مدل‌سازی دوباره با BPMN 2.0 و UTF-8 ذخیره کنید.")
MACROS = _("این پرونده برنامه (ماکرو) در خود دارد و برای ایمنی پذیرفته نمی‌شود؛ آن را بی ماکرو ذخیره کنید.")
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


def media_of(data: bytes, *, is_diagram: bool) -> tuple[str, tuple[str, ...]]:
    """The media type and endings of a file that may be attached. Unreadable for every other, and for what is broken."""
    _refuse_empty(data)
    kind = sniffing.kind_of(data)
    if is_diagram and kind == "text":
        return _model(data)
    _refuse_other_than(DRAWN if is_diagram else KINDS, kind, NO_DRAWING if is_diagram else NOT_TAKEN)
    _refuse_broken(data, kind)
    return KINDS[kind]


def _refuse_empty(data: bytes) -> None:
    """The readers of forms would tell of a form that is not filled in."""
    if not data:
        raise Unreadable(str(EMPTY))


def _model(data: bytes) -> tuple[str, tuple[str, ...]]:
    _refuse_other_than_bpmn(data)
    return BPMN


def _refuse_other_than(kinds: Collection[str], kind: str, words: Promise) -> None:
    if kind not in kinds:
        raise Unreadable(str(words))


def safe_name(name: str, endings: tuple[str, ...]) -> str:
    """With the ending of what it is: «letter.pdf.exe» with a PDF in it must not be saved as a program."""
    plain = _NOT_IN_NAMES.sub(" ", without_folders(name)).strip(". ")[-LONGEST_NAME:] or "file"
    return plain if plain.lower().endswith(endings) else f"{plain}{endings[0]}"


def _refuse_broken(data: bytes, kind: str) -> None:
    if kind in DRAWN:
        picture_of(data, 0, width=A_GLANCE)
    else:
        _refuse_programs(data)


def _refuse_programs(data: bytes) -> None:
    with members_of(data) as package:
        names = [plain_name(name) for name in package.namelist()]
    if any(name.endswith(PROGRAMS) for name in names):
        raise Unreadable(str(MACROS))


def _refuse_other_than_bpmn(data: bytes) -> None:
    """Before a parser looks at it: nothing that declares entities, and UTF-8 alone, in which none can hide."""
    declares = b"<!DOCTYPE" in data or b"<!ENTITY" in data
    if declares or tags_in(data) > MOST_TAGS or _root_of(data) != DEFINITIONS:
        raise Unreadable(str(NO_BPMN))


def _root_of(data: bytes) -> str:
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True)
    try:
        return str(etree.fromstring(data.removeprefix(b"\xef\xbb\xbf"), parser).tag)
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable(str(NO_BPMN)) from None
