"""Which boxes two readings differ in."""

import pytest

from khedmat.importing.changes import changed

CARD = {"title": "یک", "cost": {"free": None, "items": None}, "level": ["national"], "stages": None}


def differ(**boxes):
    return changed({"card": CARD}, {"card": {**CARD, **boxes}})


def test_nothing_differs_between_equals():
    assert differ() == ()


@pytest.mark.parametrize(
    ("boxes", "paths"),
    [
        ({"title": "دو"}, ("card.title",)),
        ({"title": None}, ("card.title",)),
        ({"level": ["national", "urban"]}, ("card.level",)),
        ({"cost": {"free": True, "items": None}}, ("card.cost.free",)),
        ({"cost": None}, ("card.cost",)),
        ({"cost": {"free": None, "items": [{"amount_rial": 5}]}}, ("card.cost.items.0",)),
        ({"stages": {"request": {"electronic": True}}}, ("card.stages",)),
    ],
)
def test_a_box_is_named_by_its_place(boxes, paths):
    assert differ(**boxes) == paths


def test_unknown_and_false_are_not_the_same():
    assert differ(cost={"free": False, "items": None}) == ("card.cost.free",)


def test_rows_are_compared_one_by_one():
    before = {"permits": [{"title": "الف", "action": "issue"}, {"title": "ب", "action": "issue"}]}
    after = {"permits": [{"title": "الف", "action": "renew"}, {"title": "ب", "action": "issue"}, {"title": "پ"}]}

    assert changed(before, after) == ("permits.0.action", "permits.2")
    assert changed(after, before) == ("permits.0.action", "permits.2")


def test_what_a_file_is_called_is_no_difference():
    assert changed({"source": {"name": "a"}}, {"source": {"name": "b"}}) == ()
