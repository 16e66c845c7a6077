"""What is read where it is not expected, or cannot be what its box asks, is shown to a person."""

import pytest

from khedmat.cards.form import Document
from tests.importing.readers.reading_forms import cases, document_of, titled, warned

SURE = 0.98


def sure(document: Document, field: str) -> float:
    return document.trace[f"card.{field}"].sure


@cases(
    "agency",
    {
        "an address": "https://example.ir",
        "an e-mail": "info@example.ir",
        "a phone": "سازمان نمونه 02112345678",
        "a sentence": "درخواست توسط کارشناس بررسی می شود",
        "many words": " ".join(["سازمان"] * 19),
    },
)
def test_what_is_no_name_of_an_agency_is_warned_of(agency):
    document = document_of(f"عنوان خدمت: صدور پروانه\nنام دستگاه اجرایی: {agency}\nماهیت خدمت: حاکمیتی")

    assert ("wrong_kind", "card.executive_agency") in warned(document)


@pytest.mark.parametrize("agency", ["وزارت نیرو", "شرکت آب و فاضلاب استان یزد (امور مشترکین)", "اداره کل راه 2"])
def test_the_name_of_an_agency_is_not(agency):
    document = document_of(f"عنوان خدمت: صدور پروانه\nنام دستگاه اجرایی: {agency}\nماهیت خدمت: حاکمیتی")

    assert warned(document) == set()


def test_an_agency_in_the_box_of_the_title_is_warned_of():
    document = document_of("عنوان خدمت: سازمان نمونه\nنام دستگاه اجرایی: سازمان نمونه\nماهیت خدمت: حاکمیتی")

    assert ("wrong_kind", "card.title") in warned(document)


def test_a_value_before_its_label_is_doubted():
    document = document_of("صدور پروانه چاه\tعنوان خدمت\nسازمان آب\tنام دستگاه اجرایی\nحاکمیتی\tماهیت خدمت")

    assert document.card.title == "صدور پروانه چاه"
    assert sure(document, "title") < SURE
    assert sure(document, "executive_agency") < SURE


@cases(
    ("label", "field"),
    {
        "damaged": ("نام دستگاه اجرابی", "executive_agency"),
        "in other words": ("نام نهاد مسئول ارائه خدمت", "executive_agency"),
        "in other words and damaged": ("پشتوانه قانونی لازم ارائه خدمث", "laws"),
    },
)
def test_a_value_behind_a_label_that_is_not_the_printed_one_is_doubted(label, field):
    document = document_of(f"عنوان خدمت: صدور پروانه\n{label}: سازمان نمونه\nماهیت خدمت: حاکمیتی")

    assert sure(document, field) < SURE


def test_a_value_behind_its_printed_label_is_not():
    assert sure(titled("شرح خدمت: بررسی و صدور پروانه"), "description") == 1


def test_letters_before_items_are_no_part_of_them():
    assert titled("مدارک لازم:", "الف) سند", "ب) کارت ملی").card.documents == ["سند", "کارت ملی"]
