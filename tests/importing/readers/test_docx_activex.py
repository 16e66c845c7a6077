"""Boxes and fields of ActiveX in Word files: their state and words, from words or from bytes."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.containers.docx.activex import held_by
from tests.importing.readers.docx_files import OFFICE, p, r, relation, relations_part, rows_of, word
from tests.importing.readers.reading_forms import cases

BOX, CHOICE, TYPED, BUTTON = (f"{{8BD21D{kind}-EC42-11CE-9E0D-00AA006002F3}}" for kind in ("40", "50", "10", "60"))
NAMES = f'xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" xmlns:r="{OFFICE}"'
NUMBER = bytes.fromhex("401DD28B42ECCE119E0D00AA006002F3")
USUAL = {0: "<I", 1: "<I", 2: "<I", 6: "<B"}  # flags, two colours, how it is drawn
ALL = USUAL | {3: "<I", 4: "<B", 7: "<B", 9: "<H", 10: "<I", 16: "<B", 21: "<B"}


def text(words):
    """Its length as it is kept, and its letters: those of one byte are kept so."""
    small = all(ord(letter) < 256 for letter in words)
    letters = words.encode("latin-1" if small else "utf-16-le")
    return len(letters) | small << 31, letters + b"\0" * (-len(letters) % 4)


def binary(value, caption, kept=USUAL, extent=True):
    """A control as Word writes it: numbers each at a multiple of their size, then the texts."""
    lengths, texts = zip(text(value), text(caption), strict=True)
    formats = dict(sorted(kept.items())) | {22: "<I", 23: "<I"}
    block = b""
    for bit, form in formats.items():
        size = struct.calcsize(form)
        block += b"\0" * (-len(block) % size) + struct.pack(form, {22: lengths[0], 23: lengths[1]}.get(bit, 1))
    block += b"\0" * (-len(block) % 4) + b"\x11" * (8 * extent)
    bits = sum(1 << bit for bit in formats) | extent << 8
    return NUMBER + struct.pack("<BBHQ", 0, 2, len(block), bits) + block + b"".join(texts)


def ocx(kind, inner=""):
    return f'<ax:ocx ax:classid="{kind}" ax:persistence="persistStreamInit" r:id="rId1" {NAMES}>{inner}</ax:ocx>'


def rows(xml, data=b""):
    """Of a file with one such control between words."""
    inside = "word/activeX/"
    parts = {
        f"{inside}activeX1.xml": xml,
        f"{inside}_rels/activeX1.xml.rels": relations_part(relation("rId1", "activeXControlBinary", "activeX1.bin")),
        f"{inside}activeX1.bin": data,
    }
    control = '<w:r><w:object><w:control r:id="c" w:name="CheckBox1"/></w:object></w:r>'
    related = [relation("c", "control", "activeX/activeX1.xml")]
    return rows_of(word(p(r("الف"), control, r("ب")), parts=parts, relations=related))


@cases(
    ("kind", "value", "caption", "shown"),
    {
        "ticked": (BOX, "1", "حاکمیتی", "الف ☑ حاکمیتی ب"),
        "empty": (BOX, "0", "حاکمیتی", "الف ☐ حاکمیتی ب"),
        "one of few": (CHOICE, "1", "G2C", "الف ☑ G2C ب"),
        "without words of its own": (BOX, "1", "CheckBox1", "الف ☑ ب"),
        "neither": (BOX, "", "ملی", "الف ملی ب"),
        "a field": (TYPED, "وزارت نیرو", "", "الف وزارت نیرو ب"),
        "a button": (BUTTON, "1", "ثبت", "الفب"),
    },
)
@pytest.mark.parametrize("as_words", [True, False])
def test_a_control_says_its_state_and_its_words(kind, value, caption, shown, as_words):
    named = {"Value": value, "Caption": caption} if as_words else {}
    inner = "".join(f'<ax:ocxPr ax:name="{name}" ax:value="{one}"/>' for name, one in named.items())

    assert rows(ocx(kind.lower(), inner), binary(value, caption)) == [(shown,)]


@cases("kept", {"few": {}, "usual": USUAL, "many": ALL})
@pytest.mark.parametrize("extent", [True, False])
def test_texts_are_found_behind_whatever_numbers_are_kept(kept, extent):
    assert held_by(binary("1", "خدمت به شهروندان", kept, extent)) == ("1", "خدمت به شهروندان")


@given(st.binary(max_size=80), st.integers(0, 90))
def test_no_bytes_end_the_reader(noise, cut):
    value, caption = held_by(binary("1", "ملی")[:cut] + noise)

    assert len(value) + len(caption) <= len(noise) + cut


@cases(
    ("xml", "data"),
    {
        "no bytes": (ocx(BOX), b""),
        "bytes of an old container": (ocx(BOX), b"\xd0\xcf\x11\xe0" * 4),
        "another control": (ocx("{00000000-0000-0000-0000-000000000000}"), binary("1", "ملی")),
        "no part": ("", b""),
    },
)
def test_a_control_of_which_nothing_is_known_says_nothing(xml, data):
    assert ["".join(cell.split()) for row in rows(xml, data) for cell in row] == ["الفب"]
