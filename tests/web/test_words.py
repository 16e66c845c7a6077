"""How values are said."""

import pytest

from khedmat.cards import form
from khedmat.web import words


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (form.Duration(value=3, unit="year"), "۳ سال"),
        (form.Duration(value=2, unit="day", working=True), "۲ روز کاری"),
        (form.Duration(min=1, unit="hour", basis="visit"), "دست‌کم ۱ ساعت در هر مراجعه"),
        (form.Duration(max=10, unit="day"), "تا ۱۰ روز"),
        (form.Duration(min=2, max=5, unit="day"), "۲ تا ۵ روز"),
        (form.Duration(value=1.5, unit="hour"), "۱٫۵ ساعت"),
        (form.Duration(text="بسته به پرونده"), "بسته به پرونده"),
        (form.Duration(value=3), None),
        (form.Duration(), None),
    ],
)
def test_a_duration_is_said_with_its_number_unit_and_bounds(said, text):
    assert words.duration(said) == text


def test_zero_rials_are_said_as_zero_and_not_as_free():
    cost = form.Cost(items=[form.CostItem(amount_rial=0)])

    assert words.cost(cost) == "صفر ریال"


def test_free_is_said_only_when_the_form_says_so():
    assert words.cost(form.Cost(free=True)) == "رایگان"
    assert words.cost(form.Cost()) is None
    assert words.cost(form.Cost(free=False)) is None


def test_amounts_are_grouped_in_persian_digits():
    cost = form.Cost(items=[form.CostItem(amount_rial=1_754_900), form.CostItem(text="۲ درصد ارزش")])

    assert words.cost(cost) == "۱٬۷۵۴٬۹۰۰ ریال و ۲ درصد ارزش"


def test_a_cost_item_never_says_its_account():
    assert words.cost_item(form.CostItem(amount_rial=5, account="IR99")) == "۵ ریال"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (form.Visits(count=0), "نیازی به مراجعهٔ حضوری نیست"),
        (form.Visits(count=5), "۵ بار"),
        (form.Visits(max=2), "حداکثر ۲ بار"),
        (form.Visits(text="بر حسب نیاز"), "بر حسب نیاز"),
        (form.Visits(), None),
    ],
)
def test_no_visit_is_an_answer_and_an_empty_box_is_none(said, text):
    assert words.visits(said) == text


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (form.Frequency(once=True), "یک بار برای همیشه"),
        (form.Frequency(times=5), "۵ بار"),
        (form.Frequency(times=1, per="year"), "۱ بار در هر سال"),
        (form.Frequency(once=False), None),
    ],
)
def test_frequency_is_said_with_its_period_where_one_is_ticked(said, text):
    assert words.frequency(said) == text


def test_recipients_without_a_period_keep_their_number():
    assert words.recipients(form.Recipients(count=10_000)) == "۱۰٬۰۰۰ گیرنده"
    assert words.recipients(form.Recipients(count=100, per="month")) == "۱۰۰ گیرنده در هر ماه"
    assert words.recipients(form.Recipients(per="month")) is None


def test_a_permit_says_its_fee_and_time():
    assert words.fee(form.Fee(amount_rial=0)) == "صفر ریال"
    assert words.fee(form.Fee(text="طبق تعرفه")) == "طبق تعرفه"
    assert words.permit_duration(form.PermitDuration(value=5, unit="day")) == "۵ روز"
    assert words.permit_duration(form.PermitDuration(text="یک ماه")) == "یک ماه"
    assert words.permit_duration(form.PermitDuration(value=10)) == "۱۰ (واحد گفته نشده)"
    assert words.permit_duration(form.PermitDuration(value=10, text="ده روز")) == "ده روز"
    assert words.permit_duration(form.PermitDuration()) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("مصوب 1395/11/10، ماده 31", "مصوب ۱۳۹۵/۱۱/۱۰، ماده ۳۱"),
        ("خدمت به کسب و کار (G2B) در 3 روز", "خدمت به کسب و کار (G2B) در ۳ روز"),
        ("https://a.ir/12", "https://a.ir/12"),
        ("  دو\nسطر 2 ", "  دو\nسطر ۲ "),
    ],
)
def test_prose_has_persian_digits_but_for_latin_words(text, shown):
    assert words.prose(text) == shown
