"""An address that a page hides behind the words of a link."""

from khedmat.cards.form import Card
from khedmat.importing.readers.containers.html import sheet
from tests.importing.readers.reading_forms import card_of, cases

LINK = '<a href="https://portal.example.ir/x">{}</a>'


def card_with(*rows: str) -> Card:
    table = "".join(
        f"<tr><td>{row.replace(' | ', '</td><td>')}</td></tr>" for row in ("عنوان خدمت | صدور پروانه", *rows)
    )
    return card_of(f"<html><body><table>{table}</table></body></html>", "form.html")


@cases("words", {"a sentence": "ورود به سامانه", "an instruction": "مشاهده", "click here": "اینجا کلیک کنید"})
def test_the_address_behind_a_link_is_found_where_a_label_asks_for_an_address(words):
    card = card_with(f"آدرس دقیق و مستقیم خدمت در وبگاه | {LINK.format(words)}")

    assert card.url == "https://portal.example.ir/x"


@cases(
    "page",
    {
        "below its heading": f"<h3>آدرس اینترنتی خدمت</h3><p>{LINK.format('مشاهده')}</p>",
        "behind its colon": f"<p>آدرس اینترنتی خدمت: {LINK.format('مشاهده')}</p>",
        "a definition": f"<dl><dt>آدرس اینترنتی خدمت</dt><dd>{LINK.format('ورود')}</dd></dl>",
        "an item": f"<ul><li>آدرس اینترنتی خدمت: {LINK.format('ورود به سامانه')}</li></ul>",
    },
)
def test_a_link_is_found_wherever_the_value_may_stand(page):
    card = card_of(f"<html><body><h3>عنوان خدمت</h3><p>صدور پروانه</p>{page}</body></html>", "form.html")

    assert card.url == "https://portal.example.ir/x"


def test_a_printed_address_goes_before_the_one_behind_it():
    card = card_with(f"آدرس اینترنتی خدمت | {LINK.format('http://printed.example.ir')}")

    assert card.url == "http://printed.example.ir"


def test_each_label_of_a_row_has_its_own_link():
    sla = LINK.format("دانلود").replace("/x", "/sla")
    card = card_with(f"لینک شکایت | {LINK.format('ثبت')} | توافقنامه سطح خدمت | {sla}")

    assert (card.complaint_url, card.sla_url) == ("https://portal.example.ir/x", "https://portal.example.ir/sla")


def test_a_link_in_words_that_are_a_label_too_answers_the_label_beside_it():
    card = card_with("شرح خدمت | رسیدگی", f"نحوه دسترسی به شکایت از خدمت | {LINK.format('ثبت شکایت')}")

    assert card.complaint_url == "https://portal.example.ir/x"


@cases(
    "value",
    {
        "two addresses": LINK.format("ورود") + LINK.format("راهنما").replace("/x", "/y"),
        "a place of the page": '<a href="#top">ورود</a>',
        "a script": '<a href="javascript:go()">ورود</a>',
        "a letter": '<a href="mailto:info@example.ir">ورود</a>',
        "a link of the label": f"</td></tr><tr><td>{LINK.format('شرح خدمت')}",
    },
)
def test_what_is_not_one_address_is_none(value):
    assert card_with(f"آدرس اینترنتی خدمت | {value}").url is None


def test_a_link_that_no_address_was_asked_for_stays_out_of_the_answers():
    card = card_with(f"نام دستگاه اجرایی | {LINK.format('سازمان نمونه')}", f"شرح خدمت | {LINK.format('متن')}")

    assert (card.executive_agency, card.description, card.url) == ("سازمان نمونه", "متن", None)


def test_the_links_of_a_block_know_their_cells():
    block = sheet(f"<table><tr><td>الف</td><td>{LINK.format('ب')}</td></tr></table>").blocks[0]

    assert (block.cells, block.links) == (("الف", "ب"), ((1, "https://portal.example.ir/x"),))
