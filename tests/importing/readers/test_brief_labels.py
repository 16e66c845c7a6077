"""One word of a label, questions of an agency, and labels that nobody knows: where they ask and where they do not."""

from khedmat.importing.readers.reading import read_bytes
from tests.importing.readers.reading_forms import card_of, cases, document_of, outline_of, table_of, titled

BOLD = "<p><b>{}</b><span>{}</span></p>"
PAIRS = [
    ("عنوان", "صدور پروانه عطاری"),
    ("نوع", "G2B"),
    ("سطح", "شهری"),
    ("مدارک", "1- کارت ملی 2- اجاره نامه"),
    ("سایت", "https://asnaf.example.ir/a"),
]


def page_of(pair):
    return "<html><body>" + "".join(pair.format(*each) for each in PAIRS) + "</body></html>"


@cases(
    "pair",
    {
        "bold and a span": BOLD,
        "strong in a list": "<li><strong>{}</strong> <span>{}</span></li>",
        "two spans": "<div><span>{}</span><span>{}</span></div>",
        "cells": "<table><tr><td>{}</td><td>{}</td></tr></table>",
        "colons": "<p>{}: {}</p>",
    },
)
def test_one_word_asks_where_it_has_a_place_to_itself(pair):
    card = card_of(page_of(pair), "card.html")

    assert card.title == "صدور پروانه عطاری"
    assert (card.service_type, card.level) == (["G2B"], ["urban"])
    assert card.documents == ["کارت ملی", "اجاره نامه"]
    assert card.url == "https://asnaf.example.ir/a"


def test_one_word_asks_beside_another_label_with_its_answer():
    page = "<table><tr><td>عنوان<td>صدور پروانه<td>شناسه خدمت<td>13021447102<tr><td>شرح<td>رسیدگی<td>نوع<td>G2B</table>"
    card = card_of(page, "card.html")

    assert (card.title, card.service_id, card.service_type) == ("صدور پروانه", "13021447102", ["G2B"])


def test_one_word_asks_for_the_agency_and_the_steps():
    card = titled("فرآیند: 1- ثبت درخواست 2- بررسی 3- صدور").card
    other = card_of("عنوان خدمت: صدور\nشرح خدمت: رسیدگی\nسازمان: سازمان نمونه\n")

    assert (card.processes, other.executive_agency) == (["ثبت درخواست", "بررسی", "صدور"], "سازمان نمونه")


def test_heads_of_columns_ask_nothing_with_one_word():
    page = "<table><tr><td>ردیف<td>عنوان<td>کد<td>توضیح<tr><td>1<td>صدور<td>12<td>ندارد</table>"
    (document,) = read_bytes(page.encode(), "x.html")

    assert document.card is None


def test_the_first_bold_words_of_a_paragraph_are_no_cell():
    page = "<html><body><h1>صدور</h1><p><b>صدور</b><span>پروانه برای همه</span></p><p>متن</p></body></html>"
    (document,) = read_bytes(page.encode(), "x.html")

    assert document.card is None


def test_parts_of_a_word_in_spans_of_word_stay_together():
    lines = "".join(
        f"<p><span>{name[:7]}</span><span>{name[7:]}</span></p>" for name in ("عنوان خدمت: صدور", "شرح خدمت: متن")
    )

    assert card_of(f"<html><body>{lines}<p>مدارک لازم: سند</p></body></html>", "x.html").title == "صدور"


def test_beside_the_whole_label_the_word_asks_for_something_else():
    card = titled("عنوان: فرم شماره ۳", "شرح خدمت: رسیدگی").card

    assert card.title == "صدور پروانه آزمایشی"
    assert card.description == "رسیدگی"


def test_the_word_on_a_page_of_a_permit_names_the_permit():
    lines = ["عنوان: پروانه تاسیس مهدکودک", "مرجع صدور: سازمان تعلیم", "مدت اعتبار: 36 ماه", "نحوه صدور: الکترونیکی"]
    document = document_of("\n".join(lines))

    assert document.kind == "permit_list"
    assert document.permits[0].title == "پروانه تاسیس مهدکودک"


def test_two_words_of_labels_in_a_row_head_columns():
    assert [answer.field for answer in outline_of("عنوان\tشناسه خدمت").answers] == ["service_id"]


@cases(
    ("question", "field"),
    {
        "how long": ("چقدر طول می کشد؟ ۷ روز", "average_duration"),
        "how often": ("چند بار باید مراجعه کنم؟ ۱ بار", "visits"),
        "where": ("از کجا اقدام کنم؟ https://my.example.ir/b", "url"),
        "what": ("چه مدارکی لازم است؟ کارت ملی", "documents"),
    },
)
def test_questions_ask_as_labels_do(question, field):
    assert [answer.field for answer in outline_of(question).answers] == [field]


def test_a_label_that_nobody_knows_ends_the_answer_above_it():
    card = titled("مدارک لازم: کارت ملی، سند", "پاسخگو: خانم کریمی", "ماهیت خدمت: حاکمیتی").card

    assert card.documents == ["کارت ملی، سند"]


@cases(
    "below",
    {
        "for whom": "اشخاص حقوقی: اساسنامه",
        "an item": "- کارت ملی: اصل و تصویر",
        "a sentence": "کارت ملی هوشمند متقاضی و همسر: اصل",
    },
)
def test_what_goes_on_with_a_list_is_no_label(below):
    assert len(titled(f"مدارک لازم: سند\n{below}").card.documents) == 2


def test_a_name_below_the_heading_of_an_introduction_is_the_title():
    page = (
        "<h2>معرفی خدمت</h2><h3>صدور مجوز حفر چاه</h3><p>متقاضیان مجوز می گیرند.</p>"
        "<table><tr><td>شناسه خدمت</td><td>13021448100</td></tr><tr><td>مدارک لازم</td><td>سند</td></tr></table>"
    )
    card = card_of(f"<html><body>{page}</body></html>", "x.html")

    assert (card.title, card.description) == ("صدور مجوز حفر چاه", "متقاضیان مجوز می گیرند.")


def test_the_same_without_headings():
    text = (
        "معرفی خدمت\nصدور مجوز حفر چاه\nدر این خدمت متقاضیان آب زیرزمینی مجوز می گیرند.\nمدارک لازم: سند\nهزینه: رایگان"
    )

    assert card_of(text).title == "صدور مجوز حفر چاه"


def test_below_a_title_an_introduction_names_nothing():
    page = (
        "<h1>صدور مجوز حفر چاه</h1><h2>معرفی خدمت</h2><h3>هدف از این کار</h3><p>متن</p>"
        "<p>مدارک لازم: سند</p><p>هزینه خدمت: رایگان</p>"
    )

    assert card_of(f"<html><body>{page}</body></html>", "x.html").title == "صدور مجوز حفر چاه"


@cases(
    "prompt",
    {
        "word": "برای وارد کردن متن اینجا کلیک کنید.",
        "english": "Click or tap here to enter text.",
        "a choice": "Choose an item.",
        "a choice in Persian": "یک مورد را انتخاب کنید",
        "in brackets": "[عنوان کامل خدمت را وارد کنید]",
    },
)
def test_what_a_program_prints_where_nobody_wrote_is_no_answer(prompt):
    document = table_of(f"شرح خدمت | {prompt}", f"مدارک لازم | {prompt}", "هزینه | رایگان")

    assert document.card.description is None
    assert not document.card.documents


def test_a_step_that_tells_to_type_is_one():
    assert titled("مراحل انجام خدمت: 1- کد ملی را وارد کنید 2- ثبت کنید").card.processes == [
        "کد ملی را وارد کنید",
        "ثبت کنید",
    ]


def test_a_number_is_no_title():
    assert document_of("عنوان خدمت: 1\nمدارک لازم: سند\nهزینه: رایگان\nنام دستگاه اجرایی: سازمان").card.title is None


def test_the_name_at_the_foot_is_no_paper():
    document = titled("مدارک لازم: درخواست", "نام تکمیل کننده: رضا محمدی")

    assert document.card.documents == ["درخواست"]
    assert document.card.filled_by.name == "رضا محمدی"


def test_the_name_of_a_page_is_not_that_of_its_permit():
    page = (
        "<h2>مشاهده اطلاعات مجوز</h2><h3>پروانه تأسیس مهدکودک</h3><p>مرجع صادرکننده: سازمان تعلیم</p>"
        "<h4>صدور</h4><p>مدت اعتبار: 36 ماه</p><h4>تمدید</h4><p>مدت اعتبار: 12 ماه</p>"
    )

    assert document_of(f"<html><body>{page}</body></html>", "x.html").permits[0].title == "پروانه تأسیس مهدکودک"
