"""The short page of 1396: one file with nothing from elsewhere."""

import re

import pytest

from khedmat.cards.printing.paper import About
from khedmat.cards.printing.short import short_page_of
from khedmat.importing.readers.reading import read_bytes
from tests.cards.printing.generated import NASTY
from tests.cards.printing.papers import sample

IN_ORDER = (
    "عنوان خدمت",
    "شناسهٔ خدمت",
    "نوع خدمت",
    "شرح خدمت",
    "مدارک لازم",
    "متوسط مدت زمان",
    "ساعات ارائهٔ خدمت",
    "تعداد بار مراجعهٔ حضوری",
    "هزینهٔ ارائهٔ خدمت",
    "فرم‌های قابل دانلود",
    "پرسش و پاسخ",
    "توافق‌نامهٔ سطح خدمت",
    "شکایت از خدمت",
    "نحوهٔ دسترسی به خدمت",
    "نمودار مراحل",
)


def page(about=About(), **changes):  # noqa: B008 - never changed
    return short_page_of(sample(**changes), about)


def test_the_boxes_of_the_page_stand_in_its_order():
    places = [page().find(label) for label in IN_ORDER]

    assert places == sorted(places)
    assert -1 not in places


def test_it_needs_nothing_from_elsewhere_and_runs_nothing():
    assert not re.search(r"<script|<link|@import|url\((?!#)|\ssrc=|\son\w+=|\sstyle=", page())


def test_what_people_ask_is_answered():
    made = page(service_hours="شنبه تا چهارشنبه", cost={"items": [{"amount_rial": 250_000}]})

    for words in ("خدمت به شهروندان (G2C)", "سه روز", "شنبه تا چهارشنبه", "۲۵۰٬۰۰۰ ریال", "<li>کارت ملی</li>"):
        assert words in made


def test_free_is_said_where_the_form_says_it():
    assert "<td>رایگان</td>" in page(cost={"free": True})
    assert "رایگان" not in page(cost=None)


def test_what_is_not_said_and_what_is_not_clear_are_told_apart():
    made = page(service_type=None, audience=None, undecided=["service_type"])

    assert "در فرم روشن نیست" in made
    assert "ذکر نشده" in made


def test_the_diagram_is_a_picture_and_a_list():
    made = page()

    assert '<svg viewBox="0 0' in made
    assert "<li>شروع</li><li>استعلام</li><li>پایان</li>" in made


def test_the_full_card_is_a_link_where_the_register_has_it():
    assert "https://example.ir/services/1/card/" in page(About(link="https://example.ir/services/1/card/"))
    assert "جزئیات خدمت" not in page()


@pytest.mark.parametrize("text", [*NASTY, "<script>alert(1)</script>", '" onload="x'])
def test_words_stay_words(text):
    made = page(
        title=text, description=text, url=text, documents=[text], diagram={"boxes": [text, "ب"], "links": [[text, "ب"]]}
    )

    assert "<script" not in made
    assert 'onload="' not in made


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//example.ir"])
def test_only_an_address_of_the_web_is_a_link(address):
    assert "<a " not in page(url=address)


def test_neither_filler_nor_account_is_on_it():
    assert not [word for word in ("مسئول نمونه", "4000", "۴۰۰۰", "دفتر نمونه") if word in page()]


def test_the_reader_knows_it_as_the_short_page():
    (document,) = read_bytes(page(service_hours="۸ تا ۱۴").encode(), "short.html")

    assert (document.kind, document.edition) == ("service_card", "1396")
    assert document.card.title == "صدور گواهی سوء پیشینه"
    assert document.card.documents == ["کارت ملی", "درخواست"]
