"""Word files that are one page of XML: the same blocks as the packages that Word writes otherwise."""

import base64
import io
import re
import zipfile

import pytest

from khedmat.importing.readers.opening import opened
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.docx_files import (
    BOXES,
    MAIN,
    TICK_STYLE,
    WORD,
    cell,
    field,
    p,
    part,
    r,
    relation,
    row,
    rows_of,
    styles,
    table,
    word,
)
from tests.importing.readers.reading_forms import cases

PKG = 'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'
HEAD = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
_DECLARATION = re.compile(r"<\?xml.*?\?>\s*")
FORM = word(
    p("عنوان خدمت: صدور پروانه"),
    table(
        row(
            "ماهیت خدمت", cell(p(BOXES["Wingdings 2 style"]("☑"), r(" حاکمیتی "), BOXES["form field"]("☐"), r(" تصدی")))
        )
    )
    + p("سطر آخر"),
    parts=styles(TICK_STYLE) | {"word/media/image1.png": b"\x89PNG"},
    relations=[relation("styles", "styles", "styles.xml")],
)


def flat(*parts):
    return f"{HEAD}<pkg:package {PKG}>{''.join(parts)}</pkg:package>"


def xml_part(name, xml):
    return f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{_DECLARATION.sub("", xml)}</pkg:xmlData></pkg:part>'


def bytes_part(name, letters):
    return f'<pkg:part pkg:name="/{name}"><pkg:binaryData>{letters}</pkg:binaryData></pkg:part>'


def flattened(package):
    """As Word saves the same text as one page."""
    with zipfile.ZipFile(io.BytesIO(package)) as zipped:
        contents = {name: zipped.read(name) for name in zipped.namelist()}
    return flat(
        *(
            xml_part(name, data.decode()) if data[:1] == b"<" else bytes_part(name, base64.encodebytes(data).decode())
            for name, data in contents.items()
        )
    ).encode()


def of_2003(*body):
    """As Word 2003 names the same tags."""
    document = part("wordDocument", f"<w:styles/><w:body><wx:sect xmlns:wx='x'>{''.join(body)}</wx:sect></w:body>")
    older = document.replace(WORD, "http://schemas.microsoft.com/office/word/2003/wordml")
    return older.replace("vMerge", "vmerge").replace("w:hAnsi", "w:h-ansi")


def test_all_parts_in_one_page_are_read_as_the_package_is():
    file = opened(flattened(FORM), "form.xml")

    assert file.leaves[0].sheet == opened(FORM, "form.docx").leaves[0].sheet
    assert "☑ حاکمیتی ☐" in " ".join(file.leaves[0].sheet.text.split())
    assert file.media_type == "application/xml"


BODY = [
    p("عنوان خدمت: صدور پروانه"),
    table(
        row(cell("سطح", about='<w:vMerge w:val="restart"/>'), cell(p(BOXES["Wingdings symbol"]("☑"), r(" ملی")))),
        row(cell("", about="<w:vMerge/>"), cell(p(BOXES["Wingdings run"]("☐"), r(" استانی")))),
    ),
    p(BOXES["form field"]("☑"), field("PAGE", "3"), r("رایگان")),
]


@cases("encoding", {"as Word writes it": "utf-8", "with its mark": "utf-8-sig", "in two bytes a letter": "utf-16"})
def test_a_page_of_word_2003_is_read_as_a_newer_file_is(encoding):
    page = of_2003(*BODY).replace("UTF-8", encoding.removesuffix("-sig"))

    assert opened(page.encode(encoding), "form.doc").leaves[0].sheet == opened(word(*BODY), "form.docx").leaves[0].sheet


DOCUMENT = part("document", f"<w:body>{p('صدور پروانه')}</w:body>")


@cases(
    ("page", "words"),
    {
        "cut": (flat(xml_part(MAIN, DOCUMENT))[:-60], "خراب"),
        "bytes that are none": (flat(bytes_part(MAIN, "a")), "خراب"),
        "no text": (flat(xml_part("word/styles.xml", "<a/>")), "بخش متن نیست"),
        "an empty part": (flat(xml_part(MAIN, "")), "بخش متن نیست"),
        "with entities": (
            flat(xml_part(MAIN, DOCUMENT)).replace("<pkg:package", "<!DOCTYPE a []><pkg:package"),
            "ایمنی",
        ),
        "a name without end": (flat(xml_part("x" * 70_000, DOCUMENT)), "بخش متن نیست"),
        "2003 with entities": (of_2003(*BODY).replace("<w:wordD", "<!DOCTYPE a []><w:wordD", 1), "ایمنی"),
        "2003, cut": (of_2003(*BODY)[:-60], "خراب"),
        "Excel 2003": ('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "xlsx"),
        "OpenDocument": ('<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>', "Word"),
    },
)
def test_a_damaged_or_hostile_page_is_refused_with_a_sentence(page, words):
    with pytest.raises(Unreadable, match=words):
        opened(page.encode(), "form.xml")


@cases("page", {"text": "عنوان خدمت: <w:wordDocument", "a page": "<p>عنوان خدمت: &lt;pkg:package</p>"})
def test_what_only_speaks_of_such_a_page_is_none(page):
    assert opened(page.encode(), "form.txt").media_type.startswith("text/")


def test_a_part_is_named_once():
    twice = flat(xml_part(MAIN, part("document", "<w:body/>")), xml_part(MAIN, DOCUMENT))

    assert opened(twice.encode(), "form.xml").leaves[0].sheet.text == "صدور پروانه"
    assert rows_of(FORM)[0] == ("عنوان خدمت: صدور پروانه",)
