"""A file as it looked: the reader's blocks and spans to the letter, and nothing of a hostile page."""

from collections import defaultdict
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from khedmat.importing.readers.original import spans_of, spans_of_words
from khedmat.importing.readers.original.spans import tight
from khedmat.importing.readers.picture import as_it_looked
from khedmat.importing.readers.reading import read_path
from khedmat.importing.readers.unreadable import Unreadable

GOLDEN = Path(__file__).parents[2] / "golden"
FORMS = sorted(path for path in GOLDEN.rglob("*") if path.suffix in (".txt", ".html"))
OURS = {
    *("html", "head", "body", "div", "span", "table", "caption", "thead", "tbody", "tfoot", "tr", "td"),
    *("strong", "em", "u", "sup", "sub", "br", "hr"),
}
NAMES = {"id", "class", "data-block", "dir", "colspan", "rowspan", "role", "aria-label"}
CARD = "<table><tr><td>عنوان خدمت</td><td>صدور گواهی</td></tr></table>"


def looked(page, name="form.html", **more):
    return as_it_looked(page.encode(), name, **more)


def tree_of(page):
    return LexborHTMLParser(looked(page).html)


def words_by_block(html):
    """Number of a block → the words that its elements show."""
    words = defaultdict(str)
    for node in LexborHTMLParser(html).css("[data-block]"):
        words[int(node.attributes["data-block"])] += node.text()
    return words


@pytest.fixture(scope="module")
def pictures():
    """(form, its documents with their traces, the picture of each)."""
    documents = [(path, document) for path in FORMS for document in read_path(path)]
    return [(path, one, as_it_looked(path.read_bytes(), path.name, part=one.source.part)) for path, one in documents]


def test_every_block_that_the_reader_counts_is_marked_with_its_own_words(pictures):
    for path, _document, original in pictures:
        shown = words_by_block(original.html)
        for number, block in enumerate(original.blocks, start=original.first):
            assert tight(shown[number]) == tight(block.text), (path.name, number)


def test_the_span_of_every_value_holds_exactly_the_words_that_were_read(pictures):
    found = 0
    for path, document, original in pictures:
        shown = words_by_block(original.html)
        for trace in document.trace.values():
            spans = spans_of(trace, original.blocks, first=original.first)
            words = "".join(tight(shown[span.block])[span.start : span.end] for span in spans)
            assert words == tight(trace.raw), (path.name, trace)
            found += 1

    assert found > 1000


HOSTILE = f"""<html><head><script>alert(1)</script><style>body {{ display: none }}</style>
<base href="//evil.example/"><meta http-equiv="refresh" content="0;url=//evil.example"></head>
<body onload="alert(2)" id="main" class="top">{CARD}
<img src="//evil.example/pixel.png" onerror="alert(3)" alt='مهر"><script>alert(4)</script>'>
<a href="javascript:alert(5)">ورود</a><iframe src="//evil.example"></iframe><object data="x"></object>
<svg onload="alert(6)"><script>alert(7)</script></svg><form action="//evil.example"><button>بفرست</button>
<input name="password" value="&lt;script&gt;alert(8)&lt;/script&gt;"></form>
<table background="//evil.example" style="position:fixed"><tr><td colspan="2" onclick="alert(9)">متن</td></tr></table>
<math><mtext><style><img src=x onerror=alert(10)></style></mtext></math>
<noscript><p title="</noscript><img src=x onerror=alert(11)>"></noscript>
<template><img src=x onerror=alert(12)></template><p>&lt;img src=x onerror=alert(13)&gt;</p></body></html>"""


def test_nothing_of_a_hostile_page_passes_but_its_text():
    tree = tree_of(HOSTILE)

    nodes = [node for node in tree.root.traverse() if not node.tag.startswith("-")]
    assert {node.tag for node in nodes} <= OURS
    assert {name for node in nodes for name in node.attributes} <= NAMES
    assert "evil.example" not in looked(HOSTILE).html
    assert "صدور گواهی" in tree.body.text()


def test_their_names_of_elements_and_classes_are_not_ours():
    html = looked(f'<div id="main" class="badge" dir="ltr">{CARD}</div>').html

    assert 'id="main"' not in html
    assert "badge" not in html
    assert 'dir="ltr"' in html


def test_markup_that_was_written_as_text_stays_text():
    assert "&lt;script&gt;" in looked("<p><input value='<script>x</script>'> عنوان خدمت</p>" + CARD).html


def test_tables_keep_their_grid_and_wild_numbers_are_left_out():
    row = '<td colspan="3" rowspan="2">الف</td><th colspan="999999999">ب</th><td rowspan="-4">ج</td>'

    cells = [node.attributes for node in tree_of(f"<table><tr>{row}</tr></table>").css("td")]

    assert (cells[0]["colspan"], cells[0]["rowspan"]) == ("3", "2")
    assert not any("span" in name for cell in cells[1:] for name in cell)


def test_ticks_fields_and_pictures_are_shown_as_what_they_say():
    page = """<p><input type="checkbox" checked>ملی <input type="checkbox">شهری <input value="نوشته">
    <select><option>یک<option selected>دو</select><img src="a.png" alt="مهر دستگاه">
    <input type="password" value="راز"></p>"""

    tree = tree_of(page + CARD)

    assert "☑ ملی ☐ شهری" in " ".join(tree.body.text().split())
    assert "نوشته" in tree.body.text()
    assert "دو" in tree.body.text()
    assert "راز" not in tree.body.text()
    assert tree.css_first('[role="img"]').attributes["aria-label"] == "مهر دستگاه"


def test_what_a_reader_of_the_page_never_saw_is_not_shown():
    page = f'<p hidden>پنهان</p><div style="display:none">ناپیدا</div>{CARD}'

    assert not {"پنهان", "ناپیدا"} & set(tree_of(page).body.text().split())


def test_headings_and_lists_disturb_no_outline_of_the_page_around_them():
    tree = tree_of(f"<h1>شناسنامه</h1><ol><li>یک<li>دو</ol>{CARD}")

    assert tree.css("h1, ol, li") == []
    assert tree.css_first(".source-heading").text() == "شناسنامه"
    assert "2- دو" in tree.body.text()


@pytest.mark.parametrize("page", ["<table>" * 5000 + CARD, "<div>" * 200_000 + "متن"])
def test_tables_without_end_are_refused_in_words(page):
    with pytest.raises(Unreadable, match="در هم تو رفته"):
        looked(page)


def test_three_thousand_nested_boxes_and_nearly_forty_thousand_cells_are_shown():
    cells = "<tr>" + "<td>خانه</td>" * 40 + "</tr>"

    html = looked("<div>" * 3000 + CARD + "</div>" * 3000 + f"<table>{cells * 999}</table>").html

    assert html.count("<td>") == 39_962
    assert len(html) < 2_000_000


def test_a_text_keeps_its_lines_and_pipes_are_drawn_between_cells():
    text = "عنوان خدمت:   صدور گواهی\n------\n\n| نوع خدمت | **G2C** |\n"

    html = looked(text, "form.txt").html

    assert 'data-block="0">عنوان خدمت:   صدور گواهی</div>' in html
    assert "<div>------<br></div><div><br></div>" in html
    assert 'data-block="1">نوع خدمت<span class="source-bar"></span>G2C</div>' in html


def card(title, code):
    boxes = [
        "شناسه خدمت: " + code,
        "نام دستگاه اجرایی: سازمان نمونه",
        "شرح خدمت: شرح",
        "مدارک لازم: کارت",
        "سطح خدمت: ملی ☑",
    ]
    return "\n".join([f"عنوان خدمت: {title}", *boxes, "نوع مخاطبین: عموم"])


def test_cards_of_one_file_count_their_own_blocks_in_one_picture():
    text = card("نخست", "10031093000") + "\n" + card("دوم", "10031093001")

    first, second = (looked(text, "form.txt", part=part) for part in (1, 2))

    assert first.html == second.html
    assert (first.first, second.first) == (0, 7)
    assert "دوم" in second.blocks[0].text


class Step:
    """A trace as an older reader kept it."""

    def __init__(self, raw, block=0, start=0, end=0):
        self.raw, self.block, self.start, self.end = raw, block, start, end


def test_a_value_that_an_older_reader_counted_elsewhere_is_found_by_its_words():
    blocks = looked("سطر نخست\nعنوان خدمت: صدور گواهی", "form.txt").blocks

    assert spans_of(Step("صدور گواهی", block=0, start=0, end=4), blocks)[0].block == 1
    assert spans_of(Step("صدور گواهی", block=99, start=0, end=4), blocks)[0].block == 1


def test_a_value_that_the_file_does_not_say_has_no_place():
    blocks = looked("سطر نخست", "form.txt").blocks

    assert spans_of(Step("چیز دیگر", end=3), blocks) == []
    assert spans_of(Step(""), blocks) == []


def test_folded_words_are_found_in_what_was_written_with_other_letters():
    blocks = looked("سطر\nماهيت خدمت: ☑ حاكميتي ☑ تصدي\u200fگري", "form.txt").blocks

    (span,) = spans_of_words("☑ حاکمیتی ☑ تصدیگری", blocks, first=5)

    assert span.block == 6
    assert tight(blocks[1].text)[span.start : span.end] == "☑حاكميتي☑تصدي\u200fگري"
    assert spans_of_words("نیست که نیست", blocks) == spans_of_words("", blocks) == []
