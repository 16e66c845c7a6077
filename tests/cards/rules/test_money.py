"""M01–M05, M07, M08."""

import pytest

from tests.cards.rules.example import example, example_card, fields, found

RULES = ("M01", "M02", "M03", "M04", "M05", "M07", "M08")


def charged(amount: int = 5000, **item: object):
    return {"items": [{"amount_rial": amount} | item]}


def test_neither_free_nor_an_amount_is_unknown_not_free():
    (finding,) = found("M01", example({"cost": None}))

    assert finding.severity == "A"
    assert "معلوم نیست" in finding.message


def test_a_tariff_without_figures_is_no_amount():
    (finding,) = found("M01", example({"cost": {"text": "بر اساس دفترچه عوارض سالیانه"}}))

    assert "دفترچه عوارض" in finding.message


@pytest.mark.parametrize(
    "cost",
    [
        {"free": True},
        {"text": "رایگان"},
        {"text": "هزینه ندارد."},
        {"text": "هر متر 334 هزار ریال"},
        {"items": [{"amount_rial": 0}]},
    ],
)
def test_a_cost_that_says_how_much_passes(cost):
    assert not found("M01", example({"cost": cost}))


def test_a_cost_that_cannot_be_read_is_not_called_empty():
    assert not found("M01", example({"cost": None}, undecided=["cost.free"]))


@pytest.mark.parametrize("free", [None, False])
def test_zero_rials_without_the_free_box_is_asked_about(free):
    assert fields("M02", example({"cost": charged(0) | {"free": free}})) == ["card.cost.items.0"]


def test_zero_rials_with_the_free_box_agree():
    assert not found("M02", example({"cost": charged(0) | {"free": True}}))


def test_free_with_an_amount_blocks_and_names_the_amount():
    (finding,) = found("M03", example({"cost": charged(100000) | {"free": True}}))

    assert finding.severity == "B"
    assert "۱۰۰٬۰۰۰" in finding.message


def test_an_amount_without_a_way_to_pay_is_asked_about_once():
    cost = {"items": [{"amount_rial": 5000}, {"amount_rial": 7000}]}

    assert fields("M04", example({"cost": cost})) == ["card.cost.items.0"]


@pytest.mark.parametrize("way", [{"electronic": True}, {"account": "4001000000"}])
def test_any_way_to_pay_is_enough(way):
    assert not found("M04", example({"cost": charged(**way)}))


def test_electronic_payment_by_a_bank_account_alone_is_no_electronic_payment():
    changes = {"cost": charged(electronic=True, account="4001000000"), "url": None, "system_name": None}

    (finding,) = found("M05", example(changes))

    assert "4001000000" not in finding.message
    assert "۴۰۰۱" not in finding.message


def test_electronic_payment_at_the_address_of_the_service_passes():
    assert not found("M05", example({"cost": charged(electronic=True, account="4001000000")}))


@pytest.mark.parametrize(
    "text",
    [
        "300000 ریال و بعد از شش ماه 500000 ریال",
        "برای بار اول 10 و برای بار دوم 20 ریال",
        "به ازای هر روز تاخیر 5000 ریال",
    ],
)
def test_prices_in_steps_belong_in_lines(text):
    assert found("M07", example({"cost": {"text": text}}))[0].severity == "N"


@pytest.mark.parametrize("text", ["پس از تایید نهایی 50000 ریال", "1.754.900 ریال", "340000 ریال (کارشناسی)"])
def test_one_price_is_no_steps(text):
    assert not found("M07", example({"cost": {"text": text}}))


def test_the_fee_of_another_agency_is_not_the_recipients():
    changes = {"cost": charged(50000, electronic=True), "external_inquiries.0.fee": {"amount_rial": 50000}}

    (finding,) = found("M08", example(changes))

    assert "سازمان ثبت احوال کشور" in finding.message


def test_two_different_fees_pass():
    changes = {"cost": charged(50000, electronic=True), "external_inquiries.0.fee": {"amount_rial": 20000}}

    assert not found("M08", example(changes))


@pytest.mark.parametrize("rule", RULES)
def test_the_money_of_the_example_is_in_order(rule):
    assert not found(rule, example_card())
