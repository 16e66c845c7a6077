"""Which office file a zip or an old compound file is, by what is in it."""

import io
import struct
import zipfile

import pytest

from khedmat.importing.readers.containers import packages, sniffing
from khedmat.importing.readers.containers.packages import members_of, unpacked
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases

TYPES = "[Content_Types].xml"
ODT = {"content.xml": "<x/>", "mimetype": "application/vnd.oasis.opendocument.text"}


def zipped(*names, **contents):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (dict.fromkeys(names, "x") | contents).items():
            package.writestr(name, content)
    return packed.getvalue()


def crowded():
    """Nothing but the beginnings of entries, and the record that says where they are."""
    entries = b"PK\x01\x02" * (packages.MOST_MEMBERS + 1)
    return b"PK\x03\x04" + entries + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0, 0, len(entries), 4, 0)


def compound(*names, directory=True, head=b""):
    """A compound file with these streams at its top, in a chain of siblings, each with the same head."""
    entries = [_entry("Root Entry", child=1)]
    entries += [_entry(name, right=number + 1) for number, name in enumerate(names, start=1)]
    entries += [_entry("ObjectPool")]
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    struct.pack_into("<H", header, 30, 12)
    struct.pack_into("<I", header, 48, 0 if directory else 900)
    return b"".join(part.ljust(4096, b"\0") for part in (bytes(header), b"".join(entries), head))


def _entry(name, right=0xFFFFFFFF, child=0xFFFFFFFF):
    written = name.encode("utf-16-le")
    links = struct.pack("<HBBIII", len(written) + 2, 2, 1, 0xFFFFFFFF, right, child)
    return (written.ljust(64, b"\0") + links).ljust(116, b"\0") + struct.pack("<I", 1) + bytes(8)


@cases(
    ("data", "kind"),
    {
        "word": (zipped(TYPES, "_rels/.rels", "word/document.xml"), "docx"),
        "word with an excel table in it": (zipped(TYPES, "word/document.xml", "word/embeddings/a.xlsx"), "docx"),
        "word of a program that writes backslashes": (zipped(TYPES, "word\\document.xml"), "docx"),
        "excel": (zipped(TYPES, "xl/workbook.xml"), "xlsx"),
        "slides": (zipped(TYPES, "ppt/presentation.xml"), "pptx"),
        "odt": (zipped(**ODT), "odt"),
        "odt template": (zipped("content.xml", mimetype="application/vnd.oasis.opendocument.text-template"), "odt"),
        "ods": (zipped("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"), "ods"),
        "forms": (zipped("card.txt", "word/card.docx"), "archive"),
        "nothing": (zipped(), "archive"),
        "old word": (compound("WordDocument", "1Table", head=b"\xec\xa5" + bytes(9) + b"\x12"), "doc"),
        "old excel": (compound("Workbook"), "xls"),
        "older excel": (compound("Book"), "xls"),
        "old slides": (compound("PowerPoint Document"), "ppt"),
        "mail": (compound("__properties_version1.0"), "compound"),
        "old word, its directory lost": (compound("WordDocument", directory=False), "doc"),
        "cut compound": (b"\xd0\xcf\x11\xe0", "compound"),
    },
)
def test_the_kind_is_told_by_what_is_inside(data, kind):
    assert sniffing.kind_of(data) == kind


def test_an_excel_table_in_an_old_letter_makes_it_no_excel_file():
    letter, book = (compound(name)[:-4096] for name in ("WordDocument", "Workbook"))

    assert sniffing.kind_of(letter[:-128] + _entry("Workbook")) == "doc"
    assert sniffing.kind_of(book[:-128] + _entry("WordDocument")) == "xls"


@cases(
    ("data", "words"),
    {
        "locked": (compound("EncryptionInfo", "EncryptedPackage"), "گذرواژه"),
        "locked old word": (compound("WordDocument", head=b"\xec\xa5" + bytes(9) + b"\x13"), "گذرواژه"),
        "locked odt": (zipped(**ODT, **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "گذرواژه"),
        "locked odt as a whole": (zipped("encrypted-package", mimetype=ODT["mimetype"]), "گذرواژه"),
        "cut": (zipped("word/document.xml")[:-40], "خراب"),
        "noise behind the signature": (b"PK\x03\x04" + bytes(range(256)) * 9, "خراب"),
        "members without end": (crowded(), "بی‌اندازه"),
    },
)
def test_what_cannot_be_opened_is_said_in_a_sentence(data, words):
    with pytest.raises(Unreadable, match=words):
        sniffing.kind_of(data)


def test_a_member_is_unpacked_only_as_far_as_it_may():
    package = members_of(zipped(small="x" * 500, large=b"\0" * 5_000_000))

    assert unpacked(package, package.getinfo("small"), 500) == b"x" * 500
    with pytest.raises(Unreadable, match="بزرگ"):
        unpacked(package, package.getinfo("large"), 1_000_000)


def test_a_member_whose_header_makes_it_small_is_not_unpacked_further():
    package = members_of(zipped(bomb=b"\0" * 5_000_000))
    bomb = package.getinfo("bomb")
    bomb.file_size = 100

    with pytest.raises(Unreadable, match="خراب"):
        unpacked(package, bomb, 1000)


@cases("change", {"locked": ("flag_bits", 1), "other compression": ("compress_type", zipfile.ZIP_LZMA)})
def test_a_member_that_is_locked_or_packed_otherwise_is_refused(change):
    package = members_of(zipped("a"))
    member = package.getinfo("a")
    setattr(member, *change)

    with pytest.raises(Unreadable):
        unpacked(package, member, 1000)
