"""Parts of a package as trees, with the vocabulary of the strict standard turned into the usual one."""

import codecs
import re
from functools import cache, partial, reduce

from lxml import etree

from khedmat.importing.readers.containers.docx.names import DRAWING, RELATIONS, WORD
from khedmat.importing.readers.unreadable import Unreadable

MOST_TAGS = 200_000  # of all parts of a file: each costs time and a hundred bytes
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = (
    (_STRICT + b"wordprocessingml/main", WORD.encode()),
    (_STRICT + b"officeDocument/relationships", RELATIONS.encode()),
    (_STRICT + b"drawingml/", DRAWING.encode() + b"/"),
)
_DECLARATION = f'xmlns:w="{WORD}"'.encode()
_LOOKS = re.compile(  # of letters and of paragraphs
    rb"<w:(?:b|bCs|i|iCs|u|color|sz|szCs|rtl|cs|lang|kern|position|highlight|noProof|bidi|spacing|jc|ind|keepNext|keepLines"
    rb"|widowControl|contextualSpacing|adjustRightInd|autoSpaceDE|autoSpaceDN|textAlignment)(?: [^<>]*)?/>"
)
_LOOKS_OF_MARK = re.compile(  # of the sign that ends a paragraph, which nobody sees: its font says nothing of the text
    rb"(?:%b|<w:rPr>(?:<w:rFonts(?: [^<>]*)?/>)?</w:rPr>)" % _LOOKS.pattern
)
_LOOKS_OF_CELL = re.compile(
    rb"<w:(?:tcW|shd|vAlign|noWrap|hideMark|tcFitText|textDirection)(?: [^<>]*)?/>"
    rb"|<w:(tcBorders|tcMar)>(?:<w:[A-Za-z]+(?: [^<>]*)?/>)*</w:\1>"
)
_SHORN = ((b"w:rPr", _LOOKS), (b"w:pPr", _LOOKS_OF_MARK), (b"w:tcPr", _LOOKS_OF_CELL))
BROKEN = "فایل Word خراب است: بخشی از درون آن خواندنی نیست؛ آن را در Word باز کنید و دوباره ذخیره کنید."
_DECLARED = "این فایل Word تعریف‌های XML از خود دارد و برای ایمنی خوانده نمی‌شود؛ آن را در Word دوباره ذخیره کنید."
LONG = "فایل Word برای یک فرم بی‌اندازه بلند است؛ هر شناسنامه را در فایلی جدا بدهید."


def parsed(xml: bytes) -> etree._Element:
    """The root. Unreadable when it is damaged, endless or declares anything of its own; nothing is ever fetched."""
    text = in_utf8(xml)
    _refuse(text)
    try:
        return etree.fromstring(_plain(_usual(text)), _parser())
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable(BROKEN) from None


def fragment(xml: bytes) -> etree._Element | None:
    """The same of a piece of a part that was looked at; None when it is no tree."""
    try:
        return etree.fromstring(xml, _parser())
    except (etree.XMLSyntaxError, ValueError):
        return None


def in_utf8(xml: bytes) -> bytes:
    """Whatever encoding its first bytes name."""
    is_utf16 = xml.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return xml.decode("utf-16", errors="replace").encode() if is_utf16 else xml


def _refuse(xml: bytes) -> None:
    """Before a parser looks at it."""
    if b"<!DOCTYPE" in xml:
        raise Unreadable(_DECLARED)
    if tags_in(xml) > MOST_TAGS:
        raise Unreadable(LONG)


def tags_in(xml: bytes) -> int:
    """How many there may be at most; three attributes weigh as much as one."""
    return max(xml.count(b"<"), xml.count(b"=") // 3)


def _usual(xml: bytes) -> bytes:
    if _STRICT in xml:
        for strict, usual in _USUAL:
            xml = xml.replace(strict, usual)
    return xml


def _plain(xml: bytes) -> bytes:
    return without_looks(xml) if declares_word(xml) and b"<!" not in xml else xml


def declares_word(xml: bytes) -> bool:
    """Whether «w:» means what it means in every file of Word."""
    return xml.count(b"xmlns:w=") == 1 and _DECLARATION in xml


def without_looks(xml: bytes) -> bytes:
    """Without what only looks: half of the tags that Word writes. A tag can stand in no text and in no attribute."""
    return reduce(_shorn, _SHORN, xml)


def _shorn(xml: bytes, element: tuple[bytes, re.Pattern[bytes]]) -> bytes:
    """Without the looks in the elements of a name, and without those that said nothing else.

    A file says the same looks hundreds of times: each wording is read once.
    """
    tag, looks = element
    opening, closing = b"<%s>" % tag, b"</%s>" % tag
    first, *parts = xml.split(opening)
    said = cache(partial(looks.sub, b""))
    kept = [first]
    for inside, end, rest in (part.partition(closing) for part in parts):
        kept += [opening, left, end, rest] if (left := said(inside)) or not end else [rest]
    return b"".join(kept)


def _parser() -> etree.XMLParser:
    """Always UTF-8, whatever the file declares: another encoding could hide a DOCTYPE from the look above."""
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
