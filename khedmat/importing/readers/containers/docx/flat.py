"""Word files that are one page of XML → the package that Word writes otherwise."""

import base64
import binascii
import io
import zipfile
from collections.abc import Mapping
from itertools import islice

from lxml import etree

from khedmat.importing.readers.containers.docx.names import WORD, child
from khedmat.importing.readers.containers.docx.xml import BROKEN, in_utf8, parsed
from khedmat.importing.readers.unreadable import Unreadable

_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_PART, _NAME, _XML, _BYTES = (f"{_PACKAGE}{name}" for name in ("part", "name", "xmlData", "binaryData"))
_MAIN = "word/document.xml"
_LONGEST_NAME = 200
_NEWER = (  # names of 2003 → those of 2006: the tags of a text are the same but for these
    (b"http://schemas.microsoft.com/office/word/2003/wordml", WORD.encode()),
    (b"<w:vmerge", b"<w:vMerge"),
    (b"<w:hmerge", b"<w:hMerge"),
    (b" w:h-ansi=", b" w:hAnsi="),
)


def packed(xml: bytes) -> bytes:
    """Of Word 2007 and later: all parts one after the other. Unreadable where it is damaged, hostile or endless."""
    parts = parsed(xml).iterchildren(_PART)
    return _zipped({part.get(_NAME, "").lstrip("/")[:_LONGEST_NAME]: _content(part) for part in parts})


def packed_2003(xml: bytes) -> bytes:
    """Of Word 2003, whose text is read; its styles and the numbers that it prints before items are left."""
    text = in_utf8(xml)
    for older, newer in _NEWER:
        text = text.replace(older, newer)
    return _zipped({_MAIN: text})


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def _content(part: etree._Element) -> bytes:
    """The root in it, or bytes written as letters."""
    written = child(part, _XML)
    if written is not None:
        return b"".join(etree.tostring(root, encoding="utf-8", with_tail=False) for root in islice(written, 1))
    letters = child(part, _BYTES)
    try:
        return base64.b64decode((letters.text or "") if letters is not None else "")
    except binascii.Error:
        raise Unreadable(BROKEN) from None
