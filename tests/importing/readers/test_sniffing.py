"""What a file is by its bytes, and its text in the right encoding."""

import codecs

import pytest

from khedmat.importing.readers.containers import sniffing
from khedmat.importing.readers.reading import read_bytes, read_path
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases

FORM = (
    "عنوان خدمت: صدور پروانه چاه\nنام دستگاه اجرایی: سازمان نمونه\nماهیت خدمت: حاکمیتی\nشرح خدمت: رسیدگی و صدور\n" * 3
)
PAGE = f"<html><body><p>{FORM}</p></body></html>"


@cases(
    "data",
    {
        "utf-8": FORM.encode(),
        "utf-8 with its mark": codecs.BOM_UTF8 + FORM.encode(),
        "cp1256": FORM.replace("ی", "ي").encode("cp1256"),
        "utf-16 with its mark": FORM.encode("utf-16"),
        "utf-16 the other way": codecs.BOM_UTF16_BE + FORM.encode("utf-16-be"),
        "utf-16 without mark": FORM.encode("utf-16-le"),
        "utf-16 the other way without mark": FORM.encode("utf-16-be"),
        "utf-8 cut in a letter": FORM.encode()[:-2],
        "utf-8 with a scratch": FORM.encode()[:40] + b"\xff" + FORM.encode()[40:],
        "windows line ends": FORM.replace("\n", "\r\n").encode(),
    },
)
def test_the_text_is_read_in_its_encoding(data):
    text = sniffing.decode(data).replace("ي", "ی")

    assert text.lstrip("\ufeff").startswith("عنوان خدمت: صدور پروانه چاه")


@cases("encoding", {"little": "utf-16-le", "big": "utf-16-be"})
def test_the_side_of_the_zeros_tells_utf_16_whatever_a_line_begins_with(encoding):
    text = "شناسنامه خدمت\n1- عنوان خدمت: صدور مجوز\n2- url: www.x.ir \n"

    assert sniffing.decode(text.encode(encoding)) == text


def test_a_stray_zero_makes_no_utf_16_of_a_text():
    assert sniffing.decode((FORM + " \0").encode()) == FORM + " \0"


@cases("encoding", {"cp1256": "cp1256", "utf-16": "utf-16", "utf-8": "utf-8"})
def test_a_form_in_an_old_encoding_gives_the_same_card(encoding):
    (document,) = read_bytes(FORM.replace("ی", "ي").encode(encoding), "form.txt")

    assert (document.card.title, document.card.nature) == ("صدور پروانه چاه", "sovereign")


@cases(
    "data",
    {
        "nothing": b"",
        "blank": b"  \n\t ",
        "marks only": "----\n….\n".encode(),
        "zip": b"PK\x03\x04" + b"\x00" * 200,
        "pdf": b"%PDF-1.4\n%\xe2\xe3",
        "old word": b"\xd0\xcf\x11\xe0" + b"\x00" * 200,
        "rtf without a word": b"{\\rtf1 }",
        "gzip": b"\x1f\x8b\x08" + b"\x00" * 50,
        "rar": b"Rar!\x1a\x07\x00",
        "7z": b"7z\xbc\xaf\x27\x1c",
        "png": b"\x89PNG\r\n\x1a\n",
        "jpeg": b"\xff\xd8\xff\xe0",
        "gif": b"GIF89a",
        "program of windows": b"MZ\x90\x00",
        "program of linux": b"\x7fELF\x02",
        "zeros": b"\x00" * 5000,
        "random": bytes((number * 167 + 31) % 256 for number in range(5000)),
        "byte order mark alone": codecs.BOM_UTF16_LE,
        "too large": b"a" * (sniffing.MOST_BYTES + 1),
    },
)
def test_what_is_no_text_is_refused_with_a_persian_sentence(data):
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, "form.txt")

    assert refused.value.message.endswith(".")
    assert sum("\u0600" <= letter <= "\u06ff" for letter in refused.value.message) > 20


@cases("name", {"text": "form.txt", "page": "form.html", "no ending": "form", "another ending": "form.pdf"})
def test_a_name_makes_nobody_believe_that_an_archive_is_text(name):
    with pytest.raises(Unreadable, match="فشرده"):
        read_bytes(b"PK\x03\x04" + FORM.encode(), name)


@cases(
    ("text", "name", "html"),
    {
        "page": (PAGE, "form.html", True),
        "page named text": (PAGE, "form.txt", True),
        "doctype": (f"<!DOCTYPE html>\n{PAGE}", "x", True),
        "comment before": (f"<!-- ذخیره -->\n{PAGE}", "x", True),
        "xml before": (f'<?xml version="1.0"?>\n{PAGE}', "x", True),
        "a table alone": (f"<table><tr><td>{FORM}</td></tr></table>", "x", True),
        "a piece of a page": (f"<p>{FORM}</p></div>", "form.htm", True),
        "text": (FORM, "form.txt", False),
        "text named page": (FORM, "form.html", False),
        "text with inline tags": (f"{FORM}<b>توضیح</b>", "form.txt", False),
        "text with a less-than sign": (f"{FORM}\n۵ < ۶", "form.txt", False),
    },
)
def test_a_page_is_known_by_its_tags(text, name, html):
    assert sniffing.is_html(text, name) is html


@cases(("text", "media_type"), {"text": (FORM, "text/plain"), "page": (PAGE, "text/html")})
def test_the_document_names_its_source(text, media_type):
    (document,) = read_bytes(text.encode(), "برگه.txt")

    assert (document.source.name, document.source.media_type, document.source.ocr) == ("برگه.txt", media_type, False)


def test_a_file_is_read_from_its_path(tmp_path):
    path = tmp_path / "form.txt"
    path.write_text(FORM, "utf-8")

    assert read_path(path)[0].source.name == "form.txt"


@cases("name", {"folder": ".", "missing": "missing.txt"})
def test_a_path_without_file_is_refused_in_words(tmp_path, name):
    with pytest.raises(Unreadable, match="[؀-ۿ]"):
        read_path(tmp_path / name)


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    with pytest.raises(Unreadable, match="۵۰ مگابایت"):
        read_path(path)
