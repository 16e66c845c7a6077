"""The road of four stages."""

import pytest

from khedmat.cards import form
from khedmat.web.journey import journey, mode, way
from tests.factories import forms


def stage(**said):
    return form.StageAccess(**said)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"electronic": True, "non_electronic": True}, "both"),
        ({"electronic": True}, "electronic"),
        ({"electronic": False, "non_electronic": True}, "paper"),
        ({"electronic": False, "non_electronic": False}, "neither"),
        ({"electronic": False}, "unsaid"),
        ({}, "unsaid"),
    ],
)
def test_two_boxes_of_a_stage_say_one_thing_together(said, expected):
    assert mode(stage(**said), unclear=False) == expected


def test_a_stage_whose_marks_are_lost_is_not_called_empty():
    stops = journey(form.Card(), ["stages.delivery.electronic"])

    assert [stop.mode for stop in stops] == ["unsaid", "unsaid", "unsaid", "unclear"]


def test_a_lost_reason_leaves_the_stage_known_and_in_doubt():
    card = form.Card(stages=form.Stages(request=stage(electronic=False, non_electronic=True)))

    stop = journey(card, ["stages.request.visit_reasons"])[1]

    assert stop.mode == "paper"
    assert stop.doubt


def test_stages_come_in_printed_order_with_their_doors():
    stops = journey(forms.card(), ())

    assert [stop.name for stop in stops] == ["information", "request", "production", "delivery"]
    assert [door.code for door in stops[3].doors] == ["post"]
    assert stops[1].places == ("شهرستانی",)


def test_a_door_called_other_is_named_by_the_words_beside_it():
    card = form.Card(stages=form.Stages(delivery=stage(channels=["other"], channel_other_text="کیوسک")))

    assert journey(card, ())[3].doors[0].text == "کیوسک"


def test_a_service_is_electronic_only_when_no_stage_is_anything_else():
    online, paper = stage(electronic=True), stage(non_electronic=True)
    every = form.Stages(information=online, request=online, production=online, delivery=online)

    assert way(form.Card(stages=every)) == "whole"
    assert way(form.Card(stages=every.model_copy(update={"delivery": paper}))) == "part"
    assert way(form.Card(stages=form.Stages(delivery=paper))) == "none"
    assert way(form.Card()) == "unsaid"
