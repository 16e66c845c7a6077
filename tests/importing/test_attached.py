"""What may be attached, by its bytes; what is hostile or broken is refused in words."""

import pytest

from khedmat.importing.attached import media_of, safe_name
from khedmat.importing.readers.unreadable import Unreadable
from tests.factories.attachments import BPMN, a_docx, a_package, a_picture

ODT = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (a_picture(), "image/png"),
        (a_picture("JPEG"), "image/jpeg"),
        (a_docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (
            a_package("[Content_Types].xml", "xl/workbook.xml"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (a_package("content.xml", mimetype=ODT), ODT),
    ],
)
def test_what_is_taken_bears_the_type_of_its_bytes(data, media):
    assert media_of(data, is_diagram=False)[0] == media


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html><script>alert(1)</script></html>", "پیوست نمی‌شود"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "پیوست نمی‌شود"),
        (b"MZ\x90\x00 program", "پیوست نمی‌شود"),
        (b"GIF89a", "پیوست نمی‌شود"),
        (a_package("a.txt"), "پیوست نمی‌شود"),
        (b"", "خالی"),
        (b"%PDF-1.4 nothing behind it", "."),
        (a_picture()[:40], "."),
        (a_docx("word/vbaProject.bin"), "ماکرو"),
        (b"PK\x03\x04 broken", "خراب"),
        (BPMN, "پیوست نمی‌شود"),
    ],
)
def test_what_is_refused(data, words):
    with pytest.raises(Unreadable, match=words):
        media_of(data, is_diagram=False)


def test_a_model_of_processes_is_a_diagram_and_only_a_file_to_take_away():
    assert media_of(BPMN, is_diagram=True) == ("application/octet-stream", (".bpmn",))
    assert media_of(a_picture(), is_diagram=True)[0] == "image/png"


@pytest.mark.parametrize(
    "data",
    [
        b"<html/>",
        BPMN.replace(b"BPMN/20100524", b"DMN/20191111"),
        BPMN.replace(b"<definitions", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><definitions'),
        BPMN[:-20],
        BPMN.replace(b"<process", b"<a/>" * 200_001 + b"<process"),
        BPMN.decode().encode("utf-16"),
        a_docx(),
    ],
)
def test_no_other_text_is_a_diagram(data):
    with pytest.raises(Unreadable):
        media_of(data, is_diagram=True)


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("letter.pdf", "letter.pdf"),
        ("letter.pdf.exe", "letter.pdf.exe.pdf"),
        ("..\\..\\C:\\letter", "letter.pdf"),
        ("a\u202efdp.exe", "afdp.exe.pdf"),
        ("", "form.pdf"),
        ("نامهٔ ۱۲.PDF", "نامهٔ 12.PDF"),
        ("x" * 400 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_a_name_ends_as_what_it_is(name, saved):
    assert safe_name(name, (".pdf",)) == saved


@pytest.mark.parametrize("is_diagram", [True, False])
def test_an_empty_file_is_told_so_and_not_as_an_empty_form(is_diagram):
    with pytest.raises(Unreadable, match="این پرونده خالی است"):
        media_of(b"", is_diagram=is_diagram)
