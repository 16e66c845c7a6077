"""Zip files of forms: every member a file of its own, and nothing that a hostile one may do with it."""

import io
import stat
import zipfile
import zlib

import pytest

from khedmat.importing.readers.archives import is_archive, members, unpacking
from khedmat.importing.readers.containers.packages import MOST_MEMBERS
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases


def zipped(contents, *, method=zipfile.ZIP_DEFLATED):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, data in contents:
            archive.writestr(name, data)
    return packed.getvalue()


def listed(data):
    return [(member.name, member.data or member.problem) for member in members(data, "forms.zip")]


def problem_in(data):
    (member,) = members(data, "forms.zip")
    return member.problem


def test_members_come_in_their_order_with_their_paths():
    data = zipped([("ب.txt", b"2"), ("1400/", b""), ("1400/الف.txt", b"1")])

    assert listed(data) == [("ب.txt", b"2"), ("1400/الف.txt", b"1")]


@cases(
    "name",
    {
        "of macs": "__MACOSX/._card.txt",
        "hidden": ".secret.txt",
        "in a hidden folder": ".git/config",
        "of word while it is open": "forms/~$card.docx",
        "of windows": "forms/Thumbs.db",
    },
)
def test_what_nobody_gave_is_left_out(name):
    assert listed(zipped([(name, b"x"), ("card.txt", b"1")])) == [("card.txt", b"1")]


class OldName(zipfile.ZipInfo):
    """A name in bytes that say no encoding, as old programs write it."""

    raw = b""

    def _encodeFilenameFlags(self):  # noqa: N802 – the library's own
        return self.raw, 0


def old_zip(raw, extra=b""):
    info = OldName("x")
    info.raw, info.extra = raw, extra
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(info, b"1")
    return packed.getvalue()


@cases(
    ("raw", "name"),
    {
        "utf-8 without its flag": ("شناسنامه‌ها/صدور پروانه چاه.docx".encode(), "شناسنامه‌ها/صدور پروانه چاه.docx"),
        "windows in persian": (
            "صدور پروانه چاه گچ ژ.docx".replace("ی", "ي").encode("cp1256"),
            "صدور پروانه چاه گچ ژ.docx",
        ),
        "the explorer of windows": ("صدور مجوز سفر.docx".encode("cp720"), "صدور مجوز سفر.docx"),
        "latin": ("résumé.docx".encode("cp437"), "résumé.docx"),
        "paths of windows": ("1400\\صدور.txt".encode("cp1256"), "1400/صدور.txt"),
    },
)
def test_persian_names_of_old_programs_are_put_right(raw, name):
    assert listed(old_zip(raw)) == [(name, b"1")]


def test_a_name_that_is_said_once_more_in_unicode_is_taken_from_there():
    name = "صدور پروانه.txt".encode()
    said = b"\x75\x70" + (5 + len(name)).to_bytes(2, "little") + b"\x01" + zlib.crc32(b"?").to_bytes(4, "little") + name

    assert listed(old_zip(b"????.txt", extra=said)) == [("صدور پروانه.txt", b"1")]


@cases(
    "name",
    {
        "up": "../../etc/passwd",
        "up in the middle": "a/../../b.txt",
        "from the root": "/etc/passwd",
        "drive": "C:\\Windows\\win.ini",
        "share": "\\\\server\\share\\a.txt",
    },
)
def test_a_name_that_leads_out_is_refused(name):
    assert "بیرون" in problem_in(zipped([(name, b"x")]))


@cases("name", {"line end": "a\nb.txt", "too long": "س" * 500})
def test_a_name_that_cannot_be_shown_is_refused(name):
    (member,) = members(zipped([(name, b"x")]), "forms.zip")

    assert "نام این پرونده" in member.problem
    assert "\n" not in member.name


def test_the_second_of_one_name_is_refused():
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped([("a.txt", b"1"), ("a.txt", b"2")])

    first, second = listed(data)

    assert first == ("a.txt", b"1")
    assert "دو بار" in second[1]


def test_a_link_is_refused():
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert "پیوند" in problem_in(zipped([(link, b"/etc/passwd")]))


def flagged(data, flags):
    """The same with other flags on its only member, in both places that say them."""
    changed = bytearray(data)
    changed[6] |= flags
    changed[data.index(b"PK\x01\x02") + 8] |= flags
    return bytes(changed)


def test_a_locked_member_asks_for_its_password_to_be_taken_off():
    assert "گذرواژه" in problem_in(flagged(zipped([("a.txt", b"x")]), 0x1))


def test_a_bomb_is_refused_by_what_it_promises():
    assert "فشرده شده" in problem_in(zipped([("a.txt", bytes(5_000_000))]))


def test_a_member_beyond_any_form_is_refused():
    assert "بزرگ" in problem_in(zipped([("a.txt", bytes(21 * 1024 * 1024))], method=zipfile.ZIP_STORED))


def test_a_member_that_is_larger_than_it_says_is_not_unpacked_to_its_end():
    data = zipped([("a.txt", bytes(5_000_000))])
    lying = data.replace((5_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))

    assert "خراب" in problem_in(lying)


def test_members_that_share_their_bytes_are_refused():
    data = bytearray(zipped([("a.txt", b"x" * 100), ("b.txt", b"y" * 100)]))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = (10).to_bytes(4, "little")

    with pytest.raises(Unreadable, match="روی هم"):
        members(bytes(data), "forms.zip")


def test_more_members_than_any_batch_are_refused_before_they_are_listed():
    data = zipped([(str(number), b"") for number in range(MOST_MEMBERS + 1)])

    with pytest.raises(Unreadable, match="بی‌اندازه"):
        members(data, "forms.zip")


@cases("data", {"cut": zipped([("a.txt", b"x" * 500)])[:-30], "begun": b"PK\x03\x04" + bytes(50)})
def test_a_broken_archive_is_refused_in_words(data):
    with pytest.raises(Unreadable, match="خراب"):
        members(data, "forms.zip")


def test_an_empty_archive_says_so():
    with pytest.raises(Unreadable, match="هیچ پرونده‌ای نیست"):
        members(zipped([]), "forms.zip")


def test_an_archive_in_an_archive_is_opened_and_one_in_that_is_not():
    inner = zipped([("b.txt", b"2"), ("deep.zip", zipped([("c.txt", b"3")]))])

    first, second, third = listed(zipped([("a.txt", b"1"), ("sub/inner.zip", inner)]))

    assert (first, second) == (("a.txt", b"1"), ("sub/inner.zip/b.txt", b"2"))
    assert third[0] == "sub/inner.zip/deep.zip"
    assert "جدا بدهید" in third[1]


def test_a_word_file_in_an_archive_is_a_file():
    word = zipped([("[Content_Types].xml", b"x"), ("word/document.xml", b"x")])

    assert listed(zipped([("card.docx", word)])) == [("card.docx", word)]
    assert (is_archive(word), is_archive(zipped([("a", b"")])), is_archive(b"PK\x03\x04")) == (False, True, False)


def test_archives_that_are_small_each_and_many_together_end_somewhere(monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_TOTAL", 250)
    inner = zipped([("b.txt", b"x" * 100)])

    *found, last = members(zipped([(f"{number}.zip", inner) for number in range(9)]), "forms.zip")

    assert (len(found), last.name) == (2, "forms.zip")
    assert "گیگابایت" in last.problem


def test_a_damaged_member_leaves_the_others():
    data = zipped([("a.txt", b"first"), ("b.txt", b"second")], method=zipfile.ZIP_STORED)

    first, second = listed(data.replace(b"first", b"fir5t"))

    assert "خراب" in first[1]
    assert second == ("b.txt", b"second")
