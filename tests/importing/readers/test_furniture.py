"""What the paper and the site print around a form is no answer."""

import pytest

from tests.importing.readers.reading_forms import card_of, titled

LAWS = ["قوانین و مقررات: ", "1- قانون معادن", "2- قانون کار"]


@pytest.mark.parametrize("page", ["صفحه 1 از 3", "Page 2 of 3", "صفحه: ۲", "- ۱ از ۳ -"])
def test_a_page_number_is_no_item(page):
    card = titled(*LAWS, page, "3- قانون تجارت", "ماهیت خدمت: حاکمیتی").card

    assert card.laws == ["قانون معادن", "قانون کار", "قانون تجارت"]


def test_a_running_head_is_no_item_and_makes_a_bare_number_one():
    head = "اداره کل نوسازی استان"
    card = titled(head, *LAWS, "1", head, "3- قانون تجارت", "ماهیت خدمت: حاکمیتی").card

    assert card.laws == ["قانون معادن", "قانون کار", "قانون تجارت"]


def test_a_bare_number_alone_may_be_an_answer():
    assert titled("تعداد بار مراجعه حضوری", "2", "ماهیت خدمت: حاکمیتی").card.visits.count == 2


MENU = ["صفحه اصلی", "شرح خدمات", "معاونت ها", "قوانین و مقررات", "مناقصات"]
FORM = ["عنوان خدمت", "صدور پروانه چاه", "شرح خدمت", "بررسی درخواست و صدور پروانه", "ماهیت خدمت", "حاکمیتی"]


def test_items_of_a_menu_answer_nothing():
    card = card_of("\n".join([*MENU, *FORM]))

    assert (card.description, card.laws) == ("بررسی درخواست و صدور پروانه", [])


def test_items_of_a_menu_below_the_form_answer_nothing():
    card = card_of("\n".join([*FORM, "", *MENU]))

    assert card.laws == []


def test_boxes_above_the_title_are_kept_where_no_menu_is_named():
    card = card_of("\n".join(["قوانین و مقررات", "قانون معادن", *FORM]))

    assert card.laws == ["قانون معادن"]


def test_tabs_that_name_the_headings_below_answer_nothing():
    tabs = "<ul><li>معرفی</li><li>مدارک</li><li>مراحل</li></ul>"
    page = f"<h1>صدور پروانه کسب</h1>{tabs}<h4>مدارک مورد نیاز</h4><p>سند مالکیت</p><h4>زمان</h4><p>5 روز</p>"

    assert card_of(f"<html><body>{page}</body></html>", "form.html").documents == ["سند مالکیت"]
