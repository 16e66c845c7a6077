"""Labels in the words of an agency, where something bounds them."""

import pytest

from khedmat.importing.readers.labels.kindred import SURE, kindred
from tests.importing.readers.reading_forms import cases, outline_of, titled


@cases(
    ("label", "field"),
    {
        "more words": ("مدت زمان مورد انتظار جهت ارائه خدمت", "average_duration"),
        "a question": ("هزینه خدمت چقدر است", "cost"),
        "people": ("چه کسانی می توانند از این خدمت استفاده کنند", "audience"),
        "papers": ("فهرست مدارک درخواستی", "documents"),
        "laws": ("پشتوانه قانونی ارائه خدمت", "laws"),
        "title": ("عنوان خدمت قابل ارائه", "title"),
        "main service": ("شناسه یکتای خدمت مادر", "parent_id"),
        "a lost half-space": ("تعداد خدمتگیرندگان سالانه", "recipients_year"),
        "how": ("نحوه انجام کار", "processes"),
    },
)
def test_a_label_is_known_by_its_words(label, field):
    assert kindred(label) == field


@pytest.mark.parametrize(
    "text",
    [
        "دستگاه های اجرایی",
        "ساعات اداری",
        "ارائه مدارک مورد نیاز",
        "فرم درخواست",
        "هزینه",
        "نحوه پرداخت هزینه",
        "زمان برگزاری دوره",
    ],
)
def test_what_only_sounds_like_a_label_is_none(text):
    assert kindred(text) is None


def test_the_way_a_service_is_given_is_none_of_its_steps():
    assert titled("نحوه ارائه: الکترونیکی").card.processes == []


def test_such_a_value_is_doubted():
    document = titled("میانگین زمان مورد انتظار ارائه خدمت: 3 روز")

    assert document.card.average_duration.value == 3
    assert document.trace["card.average_duration.value"].sure == SURE


def test_the_words_before_a_colon_belong_to_the_label():
    assert titled("آدرس ورود به سامانه خدمت: https://example.ir").card.url == "https://example.ir"


def test_a_listed_item_asks_nothing():
    made = outline_of("مدارک لازم:", "- سند", "- فهرست مدارک درخواستی", "- کارت ملی")

    assert [answer.field for answer in made.answers] == ["documents"]


def test_a_row_of_labels_heads_the_row_below_it():
    card = titled("ماهیت خدمت\tسطح خدمت\tنحوه آغاز خدمت", "☑ حاکمیتی\t☑ ملی ☐ استانی\t☑ تشخیص دستگاه").card

    assert (card.nature, card.level, card.start_trigger) == ("sovereign", ["national"], ["agency"])
