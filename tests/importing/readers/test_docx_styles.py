"""What styles, relations and signs say, each on its own."""

import pytest

from khedmat.importing.readers.containers import symbols
from khedmat.importing.readers.containers.docx import styles as docx_styles
from khedmat.importing.readers.containers.docx.fields import LONGEST_CODE, Field
from khedmat.importing.readers.containers.docx.names import number
from khedmat.importing.readers.containers.docx.package import Package
from khedmat.importing.readers.containers.docx.styles import PLAIN, Styles
from tests.importing.readers.docx_files import fonts, p, part, relation, style, styles, word
from tests.importing.readers.reading_forms import cases


def made(*found):
    (xml,) = styles(*found).values()
    return Styles(xml.encode)


def test_styles_are_not_looked_at_before_one_is_asked_for():
    asked = []
    found = Styles(lambda: asked.append(1) or b"")

    assert asked == []
    assert found.of("Heading1") == PLAIN
    assert found.of("Other") == PLAIN
    assert asked == [1]


def test_a_style_takes_from_the_one_below_only_what_it_does_not_say():
    found = made(
        style("Below", f'<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr>{fonts("Wingdings")}<w:vanish/></w:rPr>'),
        style("Above", '<w:basedOn w:val="Below"/><w:rPr><w:vanish w:val="0"/></w:rPr>'),
    )

    above = found.of("Above")

    assert (above.heading, above.looks.hidden) == (2, False)
    assert above.looks.signs == symbols.signs_of("Wingdings")


def test_a_name_with_signs_of_markup_is_found():
    assert made(style("a&amp;b", '<w:name w:val="heading 2"/>')).of("a&b").heading == 2


def test_more_styles_than_any_form_has_are_not_looked_at(monkeypatch):
    monkeypatch.setattr(docx_styles, "MOST_STYLES", 2)
    found = made(*(style(name, '<w:name w:val="heading 1"/>') for name in "abc"))

    assert [found.of(name).heading for name in "abc"] == [1, 1, 0]


@cases(
    ("text", "found"),
    {"plain": ("12", 12), "zero": ("0", 0), "none": ("", None), "sign": ("-1", None), "Persian": ("۱۲", None)}
    | {"beyond": ("10001", None), "endless": ("9" * 5000, None), "words": ("x", None)},
)
def test_numbers_of_attributes_are_small_and_plain(text, found):
    assert number(text) == found


def test_relations_lead_to_parts_of_the_package_only():
    relations = [
        relation("up", "header", "../../../etc/passwd"),
        relation("root", "header", "/word/a.xml"),
        relation("beside", "header", "a.xml"),
        relation("long", "hyperlink", "http://x.ir/" + "y" * 5000, outside=True),
        relation("script", "hyperlink", "javascript:alert(1)", outside=True),
    ]
    package = Package(word(p("متن"), relations=relations, parts={"word/a.xml": part("hdr", "")}))

    found = package.relations("word/document.xml")

    assert package.read(found["up"].target) == b""
    assert found["root"].target == found["beside"].target
    assert package.read(found["beside"].target)
    assert len(found["long"].address) < 2100
    assert found["script"].address == ""


@cases(
    ("code", "link", "has_result", "numbers_pages"),
    {
        "link": (' HYPERLINK "http://x.ir" \\h', "http://x.ir", True, False),
        "link within": (' HYPERLINK \\l "x"', "", True, False),
        "page": (" PAGE  \\* MERGEFORMAT", "", False, True),
        "pages": ("NUMPAGES", "", False, True),
        "place in the pages": (" PAGEREF x", "", False, False),
        "contents": ("TOC \\o", "", False, False),
        "text": (" FORMTEXT ", "", True, False),
        "nothing": ("", "", True, False),
    },
)
def test_a_field_is_known_by_its_code(code, link, has_result, numbers_pages):
    field = Field(code=code)

    assert (field.link, field.has_result, field.numbers_pages) == (link, has_result, numbers_pages)


def test_the_code_of_a_field_is_kept_only_so_far():
    field = Field()
    for _ in range(1000):
        field.add("x" * 100)

    assert len(field.code) == LONGEST_CODE


@pytest.mark.parametrize("font", ["Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "Symbol"])
def test_both_places_of_a_letter_in_a_font_show_the_same(font):
    signs = symbols.signs_of(font)

    assert all(signs[code] == signs[0xF000 + code] for code in range(0x21, 0x100))
