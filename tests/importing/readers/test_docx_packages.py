"""Word files of every program, and those that are damaged, locked or made to do harm: a sentence each."""

import re

import pytest

from khedmat.importing.readers import word as word_files
from khedmat.importing.readers.containers.docx import package as docx_package
from khedmat.importing.readers.containers.docx import xml as docx_xml
from khedmat.importing.readers.opening import opened
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.docx_files import (
    MAIN,
    OFFICE,
    link,
    p,
    package,
    part,
    relation,
    relations_part,
    row,
    rows_of,
    state_box,
    table,
    word,
)
from tests.importing.readers.docx_files import WORD as WORD_NAMES
from tests.importing.readers.reading_forms import cases

TEXT = [("صدور پروانه",)]
DOCUMENT = part("document", f"<w:body>{p('صدور پروانه')}</w:body>")


def test_a_word_file_is_named_as_one():
    assert opened(word(p("متن")), "form.txt").media_type == word_files.DOCX


@cases(
    "parts",
    {
        "where Word puts it": {MAIN: DOCUMENT},
        "named by the package": {
            "_rels/.rels": relations_part(relation("a", "officeDocument", "/word/text.xml")),
            "word/text.xml": DOCUMENT,
        },
        "named by its type": {
            "_rels/.rels": relations_part(),
            "[Content_Types].xml": '<Types><Override PartName="/word/other.xml" ContentType="application/vnd.ms-word.'
            'document.macroEnabled.main+xml"/></Types>',
            "word/other.xml": DOCUMENT,
        },
        "named by a part that is not there": {
            "_rels/.rels": relations_part(relation("a", "officeDocument", "word/lost.xml")),
            MAIN: DOCUMENT,
        },
        "with capitals": {"Word/Document.xml": DOCUMENT},
        "with backslashes": {"word\\document.xml": DOCUMENT},
        "with macros": {MAIN: DOCUMENT, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"},
        "in UTF-16": {MAIN: DOCUMENT.replace("UTF-8", "UTF-16").encode("utf-16")},
        "with comments": {MAIN: DOCUMENT.replace("<w:body>", "<!-- x --><w:body><?x y?>")},
    },
)
def test_the_main_part_is_found(parts):
    assert rows_of(package(parts)) == TEXT


def test_the_strict_standard_is_read_like_the_usual_one():
    strict = part("document", f"<w:body>{p(state_box('<w14:checked/>', '☒'), link('x', 'ملی'))}</w:body>")
    strict = strict.replace(WORD_NAMES, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    strict = strict.replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
    relations = relations_part(relation("x", "hyperlink", "https://example.ir", outside=True))

    (block,) = (
        opened(package({MAIN: strict, "word/_rels/document.xml.rels": relations}), "a.docx").leaves[0].sheet.blocks
    )

    assert block.cells[0].split() == ["☑", "ملی"]
    assert block.links == ((0, "https://example.ir"),)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
EVIL = {
    "entities of its own": (f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>' + DOCUMENT.split("\n", 1)[1], "تعریف‌های XML"),
    "a file of the machine": (
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + DOCUMENT.split("\n", 1)[1],
        "تعریف‌های XML",
    ),
    "declarations in UTF-16": (
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x><x/>'.encode("utf-16"),
        "تعریف‌های XML",
    ),
    "declarations in another encoding": ('<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE x+AD4-<x/>', "خراب"),
    "broken tags": (DOCUMENT[:-20], "خراب"),
    "no tags": ("متن", "خراب"),
    "nothing": ("", "بخش متن نیست"),
    "tags without end": ("<w:body>" + "<w:p/>" * (docx_xml.MOST_TAGS + 1), "بلند"),
    "a large part": (b"\0" * (docx_package.MOST_OF_A_PART + 1), "بزرگ"),
    "deep tags": (part("document", "<w:sdt>" * 300 + "</w:sdt>" * 300), "خراب"),
    "text without end": (part("document", p("ا" * 3_000_000)), "بلند"),
    "attributes without end": (part("document", "<w:p " + " ".join(f'a{n}=""' for n in range(700_000)) + "/>"), "بلند"),
    "paragraphs without end": (part("document", p("ا") * 21_000), "بلند"),
}


@pytest.mark.parametrize("name", EVIL)
def test_what_is_damaged_or_hostile_is_refused_in_a_sentence(name):
    content, words = EVIL[name]

    with pytest.raises(Unreadable, match=words):
        opened(package({MAIN: content}), "a.docx")


def test_all_parts_together_cost_no_more_than_a_form(monkeypatch):
    monkeypatch.setattr(docx_package, "MOST_OF_ALL", len(DOCUMENT.encode()) + 2000)
    header = part("hdr", p("ا" * 3000))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    relations = [relation("h", "header", "header1.xml")]

    with pytest.raises(Unreadable, match="بزرگ"):
        opened(word(p("صدور پروانه"), section, parts={"word/header1.xml": header}, relations=relations), "a.docx")


def test_a_locked_member_is_told_with_its_password():
    data = bytearray(package({MAIN: DOCUMENT}))
    for place in (found.start() for found in re.finditer(b"PK\x01\x02", data)):
        data[place + 8] |= 1

    with pytest.raises(Unreadable, match="گذرواژه"):
        opened(bytes(data), "a.docx")


def test_a_damaged_member_is_told():
    data = bytearray(package({MAIN: DOCUMENT}))
    start = data.find(b"word/document.xml") + 40
    data[start : start + 20] = bytes(20)

    with pytest.raises(Unreadable, match="خراب"):
        opened(bytes(data), "a.docx")


def test_tables_in_tables_are_read_as_deep_as_a_parser_goes():
    nested = "متن"
    for _ in range(60):
        nested = table(row("الف", "<w:tc>" + (nested if nested.startswith("<") else p(nested)) + "<w:p/></w:tc>"))

    assert ("الف", "متن") in rows_of(word(nested))


@cases(
    "body",
    {
        "fields without beginning": p(
            '<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>'
        ),
        "fields of no kind": p('<w:r><w:fldChar w:fldCharType="x"/><w:fldChar/></w:r>'),
        "codes of no field": p("<w:r><w:instrText>PAGE</w:instrText></w:r>"),
        "simple fields that end twice": p(
            '<w:fldSimple w:instr="X"><w:r><w:fldChar w:fldCharType="end"/></w:r></w:fldSimple>'
        ),
        "an end of a paragraph in nothing": "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
        "words outside of paragraphs": "<w:r><w:t>بیرون</w:t></w:r>",
        "a box of text outside of paragraphs": f"<w:txbxContent>{p()}</w:txbxContent>",
        "alternatives of nothing": "<mc:Fallback/><mc:Choice/>",
        "pictures of nothing": "<w:r><wp:docPr/><v:imagedata/></w:r>",
        "symbols of nothing": p("<w:r><w:sym/></w:r>"),
        "controls of nothing": "<w:sdt/><w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr></w:sdt>",
        "links of nothing": p("<w:hyperlink/>"),
    },
)
def test_pieces_out_of_their_place_do_no_harm(body):
    assert rows_of(word(body, p("صدور پروانه"))) == TEXT
