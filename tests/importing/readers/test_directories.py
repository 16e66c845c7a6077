"""Directories of zip and of old office files, asked before anything is made of them."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.containers import sniffing
from khedmat.importing.readers.containers.compound import compound_kind
from khedmat.importing.readers.containers.directory import is_crowded
from khedmat.importing.readers.containers.packages import members_of, plain_name
from khedmat.importing.readers.unreadable import LOCKED, Unreadable
from tests.importing.readers.reading_forms import cases

END = struct.Struct("<4s4H2LH")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(members, *, remark=b""):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.comment = remark
        for number in range(members):
            package.writestr(f"{number}.txt", "x")
    return packed.getvalue()


def told(kind_of, data):
    """A kind, or the sentence of a refusal."""
    try:
        return kind_of(data)
    except Unreadable as refusal:
        return refusal.message


@cases(
    ("members", "most", "crowded"),
    {"none": (0, 0, False), "fewer": (3, 4, False), "as many": (4, 4, False), "one more": (5, 4, True)},
)
def test_a_zip_file_is_crowded_when_it_has_more_members_than_it_may(members, most, crowded):
    assert is_crowded(io.BytesIO(zipped(members)), most) is crowded


@cases("remark", {"words": "پیوست".encode(), "the longest": b"x" * 0xFFFF})
def test_members_are_counted_before_a_remark(remark):
    data = zipped(5, remark=remark)

    assert is_crowded(io.BytesIO(data), 4)
    assert not is_crowded(io.BytesIO(data), 5)


def test_a_record_that_counts_too_few_members_does_not_hide_them():
    data = bytearray(zipped(5))
    struct.pack_into("<2H", data, len(data) - END.size + 8, 1, 1)

    assert is_crowded(io.BytesIO(bytes(data)), 4)


def test_a_record_that_claims_a_huge_directory_is_crowded_before_it_is_read():
    data = zipped(1)[: -END.size] + END.pack(b"PK\x05\x06", 0, 0, 1, 1, 0xFFFFFFFF, 0, 0)

    assert is_crowded(io.BytesIO(data), 20_000)


@cases(
    "data", {"nothing": b"", "a cut record": b"PK\x05\x06\0\0", "a text": "شناسنامه".encode(), "zeros": bytes(99_999)}
)
def test_what_has_no_directory_is_not_crowded(data):
    assert not is_crowded(io.BytesIO(data), 0)


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_crowded_or_not(data, ended):
    assert is_crowded(io.BytesIO(data + b"PK\x05\x06" * ended + data), 3) in (True, False)


@given(st.binary(max_size=300))
def test_any_zip_file_has_a_kind_or_is_refused(data):
    whole = zipped(2)

    assert told(sniffing.kind_of, whole[: len(whole) // 2] + data)


def test_a_remark_that_looks_like_a_cut_record_is_refused():
    with pytest.raises(Unreadable, match="خراب"):
        members_of(zipped(5, remark=b"PK\x05\x06"))


@cases(
    ("name", "plain"),
    {
        "as it is": ("word/document.xml", "word/document.xml"),
        "in capitals": ("Word/Document.XML", "word/document.xml"),
        "with backslashes": ("word\\document.xml", "word/document.xml"),
        "from the root": ("/word/document.xml", "word/document.xml"),
    },
)
def test_a_part_has_one_name_in_whatever_way_it_is_written(name, plain):
    assert plain_name(name) == plain


@given(st.binary(max_size=3000))
def test_any_old_office_file_has_a_kind_or_is_locked(data):
    assert told(compound_kind, OLE + data) in {"doc", "xls", "ppt", "compound", LOCKED}


def chained(*, following, child=1):
    """A directory in sector 0 whose next sector, and whose first entry, are what they are said to be."""
    header = bytearray(OLE + bytes(504))
    struct.pack_into("<I", header, 48, 0)
    struct.pack_into("<I", header, 76, 1)
    entries = bytearray(512)
    struct.pack_into("<I", entries, 76, child)
    return bytes(header + entries + struct.pack("<I", following) * 128)


@cases(
    "data",
    {
        "sectors that lead to themselves": chained(following=0),
        "sectors in a circle": chained(following=1),
        "a sector behind the end": chained(following=0x7FFFFFFF),
        "a table of sectors behind the header": chained(following=200_000),
        "an entry that is its own child": chained(following=0xFFFFFFFE, child=0),
        "a child behind the end": chained(following=0xFFFFFFFE, child=0x7FFFFFFF),
    },
)
def test_a_directory_that_leads_nowhere_ends(data):
    assert compound_kind(data) == "compound"


@pytest.mark.parametrize(
    ("stream", "kind"), [("WordDocument", "doc"), ("Workbook", "xls"), ("PowerPoint Document", "ppt")]
)
def test_a_damaged_directory_is_known_by_the_names_in_it(stream, kind):
    assert compound_kind(OLE + bytes(200) + stream.encode("utf-16-le")) == kind
