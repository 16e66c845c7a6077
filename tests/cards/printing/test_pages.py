"""The form as PDF: words that can be searched, squares that are words too, and no font of the machine."""

import json

import pypdfium2
import pytest

from khedmat.cards.printing.pages import pdf_of
from khedmat.cards.printing.pages.outlining import plain_of
from khedmat.cards.printing.paper import About, paper_of
from khedmat.core.persian import squeeze
from tests.cards.printing.generated import NASTY
from tests.cards.printing.papers import sample, whole
from tests.factories.forms import permit_list

LAM_ALEF = ("لا", "ال")  # one sign of the font, which programs give back from left to right


def words_of(data):
    """All letters of a PDF, however its lines break."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    return squeeze("".join(pages)).replace(*LAM_ALEF)


@pytest.fixture(scope="module")
def printed():
    return pdf_of(whole(sample(), lines=("سازمان نمونه",), link="https://example.ir/services/1/"))


def test_it_says_its_title_and_language_and_is_tagged(printed):
    document = pypdfium2.PdfDocument(printed)

    assert document.get_metadata_value("Title") == "صدور گواهی سوء پیشینه"
    assert b"/Lang(fa-IR)" in printed
    assert document.is_tagged()


def test_its_words_are_found(printed):
    found = words_of(printed)

    for words in ("عموم مردم", "کارت ملی", "سازمان نمونه", "تقاضای گیرنده", "مسئول نمونه"):
        assert squeeze(words).replace(*LAM_ALEF) in found


def test_squares_are_words_too(printed):
    page = pypdfium2.PdfDocument(printed)[0].get_textpage().get_text_range()

    assert page.count("☑") >= 5
    assert page.count("☐") >= 20


def test_the_font_is_our_own(printed):
    fonts = {
        line.split(b"+")[1].split(b" ")[0].strip(b"/\r\n")
        for line in printed.split(b"/BaseFont")[1:]
        if b"+" in line[:40]
    }

    assert fonts
    assert all(font.startswith((b"Vazirmatn", b"DejaVuSansMono")) for font in fonts)


def test_forms_of_permits_turn_the_page():
    wide, high = pypdfium2.PdfDocument(pdf_of(whole(permit_list())))[0].get_size()

    assert wide > high


@pytest.mark.parametrize("text", NASTY)
def test_no_word_of_a_form_is_read_as_code(text):
    printed = pdf_of(
        whole(
            sample(
                title=text, description=text, documents=[text], diagram={"boxes": [text, "ب"], "links": [[text, "ب"]]}
            )
        )
    )

    assert pypdfium2.PdfDocument(printed)


def test_the_same_form_gives_the_same_bytes(printed):
    again = pdf_of(whole(sample(), lines=("سازمان نمونه",), link="https://example.ir/services/1/"))

    assert again == printed


def test_the_public_form_holds_neither_filler_nor_account():
    found = words_of(pdf_of(paper_of(sample(), About())))

    assert not [word for word in ("مسئولنمونه", "4000", "دفترنمونه") if word in found]


def test_arrows_are_drawn_and_boxes_alone_are_listed():
    parts = {
        kind: json.dumps(plain_of(whole(sample(diagram={"boxes": ["الف", "ب"], "links": links}))))
        for kind, links in (("drawn", [["الف", "ب"]]), ("listed", []))
    }

    assert '"drawing"' in parts["drawn"]
    assert '"drawing"' not in parts["listed"]


def test_a_row_that_is_longer_than_a_page_goes_on_over_it():
    document = sample(description="این واژه بسیار تکرار می‌شود. " * 400)

    assert len(pypdfium2.PdfDocument(pdf_of(whole(document)))) > len(pypdfium2.PdfDocument(pdf_of(whole(sample()))))
