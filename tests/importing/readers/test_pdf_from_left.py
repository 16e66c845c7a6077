"""Pages that were set from the left: Word without right-to-left paragraphs, web pages without a direction."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.cards.form import MOST_SURE_OF_A_PICTURE
from khedmat.importing.readers.containers import pdf
from khedmat.importing.readers.containers.layout import Line
from khedmat.importing.readers.containers.pdf.from_left import is_set_from_left
from khedmat.importing.readers.containers.pdf.order import as_written_from_left
from khedmat.importing.readers.reading import read_bytes
from tests.importing.readers.glyphs import seen, written
from tests.importing.readers.layout_pages import line
from tests.importing.readers.pdfs import glyphs, table, words
from tests.importing.readers.pdfs import pdf as file_with
from tests.importing.readers.reading_forms import cases, warned


@cases(
    ("stands", "was_written"),
    {
        "a numbered label": ("1- تمدخ ناونع", "1- عنوان خدمت"),
        "a label with its colon": ("تمدخ ناونع:", "عنوان خدمت:"),
        "a code in brackets": ("☑ نادنورهش (G2C)", "☑ شهروندان (G2C)"),
        "options on one line": ("☑ یرگ یدصت ☐ یتیمکاح", "☑ حاکمیتی ☐ تصدی گری"),
        "a number within": ("هدام 187 نوناق", "قانون 187 ماده"),
        "a number before its unit": ("500000 لایر", "500000 ریال"),
        "a number at the end": ("1390 لاس نوناق", "1390 قانون سال"),
        "a count behind its label": ("2 :دادعت", "تعداد: 2"),
        "a long number behind words": ("187 هدام", "ماده 187"),
        "an address": ("https://example.ir", "https://example.ir"),
        "nothing": ("", ""),
    },
)
def test_only_persian_runs_the_other_way(stands, was_written):
    assert written(as_written_from_left(seen(stands))) == was_written


@given(st.text("ابپخدمت12۳۴AbG .:/-،☐", max_size=25))
def test_no_letter_is_lost_or_made(text):
    assert sorted(written(as_written_from_left(seen(text)))) == sorted(text)


def test_words_stand_beside_each_other_in_their_order():
    found = as_written_from_left(seen("1- تمدخ ناونع"))

    assert all(one.left >= other.right - 0.01 for one, other in zip(found, found[1:], strict=False))


def test_numbers_colons_and_codes_at_the_wrong_end_tell_such_a_page():
    assert is_set_from_left([line("عنوان خدمت -1"), line(":شرح خدمت"), line("صدور پروانه")])
    assert is_set_from_left([line("(G2C) خدمت به شهروندان"), line("(G2B) خدمت به کسب و کار")])


@cases(
    "lines",
    {
        "a page from the right": ["1- عنوان خدمت", "شرح خدمت:", "شهروندان (G2C)", "تلفن 021-33"],
        "one sign": [":شرح خدمت", "صدور پروانه"],
        "more of the other": [":شرح خدمت", ":مدارک", "1- عنوان خدمت", "2- شناسه خدمت"],
        "nothing": [],
    },
)
def test_a_page_from_the_right_is_none(lines):
    assert not is_set_from_left(list[Line](map(line, lines)))


def test_a_table_from_the_left_is_read_label_first_and_shown_where_it_stands():
    rows = [("1- تمدخ ناونع", "هناورپ رودص"), ("2- تمدخ هسانش", "13041216000"), ("تمدخ حرش:", "یگدیسر")]
    content = table((60, 250, 500), (50, 80, 110, 140)) + "".join(
        glyphs(label, 70, 70 + 30 * n) + glyphs(answer, 260, 70 + 30 * n) for n, (label, answer) in enumerate(rows)
    )

    found = pdf.read(file_with(content)).printed

    assert [block.cells for block in found.sheet.blocks] == [
        ("1- عنوان خدمت", "صدور پروانه"),
        ("2- شناسه خدمت", "13041216000"),
        ("شرح خدمت:", "رسیدگی"),
    ]
    assert found.places[0][0][0].left < 100 < 250 < found.places[0][1][0].left


def test_of_a_table_without_rules_whose_rows_nobody_can_tell_nothing_is_sure():
    rows = [("عنوان خدمت: صدور پروانه", 540, 60), ("نام دستگاه اجرایی: سازمان", 540, 84), ("رسیدگی به", 420, 110)]
    rows += [("شرح خدمت", 540, 116), ("درخواست", 420, 122), ("مدارک لازم", 540, 128), ("سند", 420, 134)]

    (document,) = read_bytes(file_with("".join(words(*row) for row in rows)), "x.pdf")

    assert ("loose_table", None) in warned(document)
    assert document.trace
    assert all(step.sure <= MOST_SURE_OF_A_PICTURE for step in document.trace.values())
