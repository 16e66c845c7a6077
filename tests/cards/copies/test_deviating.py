"""What is less, what is more, and what cannot be measured."""

import pytest

from khedmat.cards import form
from khedmat.cards.copies.deviating import deviation, hours, rials, times


def card(**said):
    return form.card_from_contract(said)


@pytest.mark.parametrize(
    ("there", "here", "side", "by"),
    [
        ({"value": 3, "unit": "day"}, {"value": 3, "unit": "day"}, "same", 0),
        ({"value": 3, "unit": "day"}, {"value": 5, "unit": "day"}, "more", 48),
        ({"value": 1, "unit": "week"}, {"value": 5, "unit": "day"}, "less", -48),
        ({"value": 1, "unit": "day"}, {"value": 24, "unit": "hour"}, "same", 0),
        ({"value": 3, "unit": "day"}, {"min": 1, "max": 4, "unit": "day"}, "more", 24),
        ({"value": 3, "unit": "day"}, {"value": 3, "unit": "day", "working": True}, "other", None),
        ({"value": 3, "unit": "day"}, {"value": 3, "unit": "day", "basis": "visit"}, "other", None),
        ({"value": 3, "unit": "day"}, {"text": "بسته به پرونده"}, "other", None),
        ({"value": 3, "unit": "day"}, None, "other", None),
        ({"value": 3}, {"value": 4}, "other", None),
    ],
)
def test_time(there, here, side, by):
    found = deviation("average_duration", card(average_duration=there), card(average_duration=here))

    assert (found.side, found.by) == (side, by)


@pytest.mark.parametrize(
    ("there", "here", "side", "by"),
    [
        ({"free": True}, {"items": [{"amount_rial": 500}]}, "more", 500),
        ({"items": [{"amount_rial": 500}]}, {"free": True}, "less", -500),
        ({"items": [{"amount_rial": 500}]}, {"items": [{"amount_rial": 300}, {"amount_rial": 300}]}, "more", 100),
        ({"items": [{"amount_rial": 500}]}, {"items": [{"amount_rial": 500, "electronic": True}]}, "same", 0),
        ({"items": [{"amount_rial": 500}]}, {"items": [{"amount_rial": 300}, {"text": "تعرفه"}]}, "other", None),
        ({"items": [{"amount_rial": 500}]}, {"text": "برابر تعرفه"}, "other", None),
        (None, {"free": True}, "other", None),
        (None, None, "same", 0),
    ],
)
def test_cost(there, here, side, by):
    found = deviation("cost", card(cost=there), card(cost=here))

    assert (found.side, found.by) == (side, by)


@pytest.mark.parametrize(
    ("there", "here", "side", "by"),
    [
        ({"count": 1}, {"count": 0}, "less", -1),
        ({"count": 1}, {"count": 1, "max": 3}, "more", 2),
        ({"count": 1}, {"text": "به میزان نیاز"}, "other", None),
    ],
)
def test_visits(there, here, side, by):
    found = deviation("visits", card(visits=there), card(visits=here))

    assert (found.side, found.by) == (side, by)


def test_an_empty_box_is_no_figure_and_free_is_nothing_to_pay():
    empty = card()

    assert hours(empty.average_duration) is None
    assert rials(empty.cost) is None
    assert times(empty.visits) is None
    assert rials(card(cost={"free": True}).cost).amount == 0
