"""Words of a form as HTML of the short page: whatever they hold, they stay words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from khedmat.cards.printing.filled import LOST, SILENT
from khedmat.cards.printing.paper import About
from khedmat.cards.printing.pieces import Lines, Note, Text, Tick, Words
from khedmat.cards.printing.short import short_page_of
from khedmat.cards.printing.short.tags import cell, items, line, link, row, soft, words
from tests.cards.printing.papers import sample
from tests.importing.readers.reading_forms import cases

HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "an end of a cell": "</td></tr></table><b>x",
    "an attribute": '" onmouseover="x',
    "a comment": "<!-- --> <![CDATA[",
    "an entity": "&lt;script&gt; &#60;",
    "a template": "{{ title }} $title ${body} $$",
    "a picture": "<img src=x onerror=alert(1)>",
    "a sign that turns the line": "\u202eالف\u202c",
    "the end of the title": "</title></svg></style>",
    "ten thousand signs": "<" * 10_000,
}
TICKED, EMPTY = (
    Tick("card.nature.sovereign", "حاکمیتی", ticked=True),
    Tick("card.nature.operational", "تصدی", ticked=False),
)


def text_of(html):
    return LexborHTMLParser(f"<div>{html}</div>").css_first("div").text()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("made", [words, soft, link, lambda text: items([text]), lambda text: row(text, words(text))])
def test_hostile_words_make_no_element_and_no_attribute(text, made):
    found = LexborHTMLParser(f"<table>{made(text)}</table>")

    assert not found.css("script, img, b, style, [onmouseover], [onerror]")
    assert "<script" not in made(text)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
def test_a_reader_sees_the_words_that_were_written(text):
    assert text_of(words(text)) == text


@cases(
    "address, is_link",
    {
        "safe": ("https://example.ir/a?b=c&d=e", True),
        "old": ("http://example.ir", True),
        "in capitals": ("HTTPS://EXAMPLE.IR", True),
        "a script": ("javascript:alert(1)", False),
        "a script after a space": (" https://example.ir", False),
        "data": ("data:text/html,<script>", False),
        "no protocol": ("//example.ir", False),
        "words": ("ندارد", False),
        "an ID": ("10031093000", False),
        "a quote within": ('https://example.ir/"onclick="x', True),
    },
)
def test_only_an_address_of_the_web_is_a_link(address, is_link):
    (shown,) = LexborHTMLParser(link(address)).css("bdi")
    anchors = LexborHTMLParser(link(address)).css("a")

    assert shown.text() == address
    assert [anchor.attributes for anchor in anchors] == [{"href": address, "rel": "noopener"}] * is_link


@cases(
    "content, html",
    {
        "the ticked option alone": ((TICKED, EMPTY), "حاکمیتی"),
        "two options": ((TICKED, TICKED), "حاکمیتی، حاکمیتی"),
        "no option": ((EMPTY,), ""),
        "a value": ((Text("card.title", "الف"),), "الف"),
        "no value": ((Text("card.title", None),), ""),
        "an option with its words": ((TICKED, Words(":"), Text("card.title", "الف")), "حاکمیتی الف"),
        "words that ask for what nobody wrote": ((Words("قرارداد:"), Text("card.title", None)), ""),
        "words with their answer": ((Words("قرارداد:"), Text("card.title", "۱۲")), "قرارداد: ۱۲"),
        "a list": ((Lines("card.laws", ("الف", "ب")),), "<ol><li>الف</li><li>ب</li></ol>"),
        "an empty list": ((Lines("card.laws", ()),), ""),
        "a doubt": ((Note("?", "card.nature", LOST),), f'<span class="soft">{LOST}</span>'),
        "silence of a square": ((EMPTY, Note("~", "card.nature", SILENT)), ""),
        "a reason": ((Note("!", "card.nature", "درونی"),), '<span class="soft">درونی</span>'),
        "a label with signs": ((Tick("card.nature.x", "<الف>", ticked=True),), "&lt;الف&gt;"),
    },
)
def test_a_line_says_what_was_answered(content, html):
    assert line(content) == html


@cases(
    "content, html",
    {
        "nothing": ((), f'<span class="soft">{SILENT}</span>'),
        "a line that says nothing": (((EMPTY,),), f'<span class="soft">{SILENT}</span>'),
        "one line": (((TICKED,),), "حاکمیتی"),
        "two lines": (((TICKED,), (Text("card.title", "الف"),)), "<p>حاکمیتی</p><p>الف</p>"),
        "an empty line between": (((TICKED,), (EMPTY,), (TICKED,)), "<p>حاکمیتی</p><p>حاکمیتی</p>"),
    },
)
def test_a_cell_is_a_line_each_or_says_that_nothing_is_said(content, html):
    assert cell(content) == html


def test_lines_of_a_text_stay_lines():
    assert words("الف\nب") == "الف<br>ب"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_whole_page_of_hostile_words_runs_nothing(text):
    changes = {"documents": [text], "processes": [text], "forms": text, "faq": text, "url": text, "sla_url": text}
    diagram = {"boxes": [text, "ب"], "links": [[text, "ب"]]}
    page = short_page_of(sample(title=text, description=text, **changes, diagram=diagram), About(link=text))
    found = LexborHTMLParser(page)

    assert not found.css("script, img, body b, iframe, [onmouseover], [onerror], a")
    assert len(found.css("html")) == len(found.css("head > title")) == len(found.css("head > style")) == 1


def test_the_link_of_the_register_stands_in_the_table_where_there_is_one():
    with_link, without = (short_page_of(sample(), About(link=address)) for address in ("https://example.ir/s/1/", ""))

    assert '<a href="https://example.ir/s/1/"' in with_link
    assert "جزئیات خدمت (شناسنامهٔ خدمت)" not in without
