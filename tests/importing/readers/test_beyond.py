"""Numbers that no card holds: the form is read all the same, and a person is told which box to look at."""

import pytest
from pydantic import ValidationError

from khedmat.cards.form import Card, Permit
from khedmat.importing.readers.nesting import bounded, build
from khedmat.importing.readers.reading import read_bytes

HUGE = "1" + "0" * 30


def read(*lines):
    text = "\n".join(["عنوان خدمت: صدور پروانه", "شرح خدمت: نمونه", *lines])
    (document,) = read_bytes(text.encode(), "form.txt")
    return document


@pytest.mark.parametrize(
    ("line", "path"),
    [(f"تعداد خدمت گیرندگان: {HUGE} نفر در سال", "recipients.count"), (f"تواتر: {HUGE} بار در سال", "frequency.times")],
)
def test_a_number_that_does_not_fit_is_left_to_a_person(line, path):
    document = read(line)

    part, name = path.split(".")
    (told,) = [one for one in document.warnings if one.code == "beyond"]
    assert getattr(getattr(document.card, part), name) is None
    assert (told.field, HUGE in told.found) == (f"card.{path}", True)
    assert f"card.{path}" not in document.trace


def test_what_else_the_form_says_is_kept():
    card = read(f"تعداد خدمت گیرندگان: {HUGE} نفر در سال", f"هزینه ارائه خدمت: {HUGE} ریال").card

    assert (card.title, card.recipients.per, card.cost.text) == ("صدور پروانه", "year", f"{HUGE} ریال")


def test_a_number_behind_a_gap_of_a_list_is_found():
    card, beyond = bounded(Card, {"cost.items.3.amount_rial": 5, "cost.items.7.amount_rial": 10**19})

    assert ([item.amount_rial for item in card.cost.items], beyond) == ([5], ["cost.items.7.amount_rial"])


def test_a_permit_keeps_the_words_of_a_fee_without_its_number():
    permit = build(Permit, {"title": "پروانه", "fee.text": f"{HUGE} ریال", "fee.amount_rial": 10**30})

    assert (permit.fee.text, permit.fee.amount_rial) == (f"{HUGE} ریال", None)


def test_what_is_of_another_kind_is_still_a_fault_of_ours():
    with pytest.raises(ValidationError):
        bounded(Card, {"recipients.count": "هزار"})
