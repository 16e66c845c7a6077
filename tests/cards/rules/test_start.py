"""S01, S02, S03."""

import pytest

from tests.cards.rules.example import ONLINE, example, fields, found

NOTHING = {"start_trigger": ["agency"], "stages.request": None, "cost": {"free": True}}


def test_an_agency_that_starts_by_itself_has_no_request_stage():
    (finding,) = found("S01", example({"start_trigger": ["agency"]}))

    assert finding.field == "card.start_trigger"
    assert "مرحلهٔ درخواست" in finding.message


def test_an_agency_that_starts_by_itself_asks_for_no_request_letter():
    (finding,) = found("S01", example(NOTHING | {"documents": ["درخواست رسمی شرکت"]}))

    assert "درخواست رسمی شرکت" in finding.message


def test_an_agency_that_starts_by_itself_takes_no_application_fee():
    cost = {"items": [{"amount_rial": 1000, "electronic": True}]}

    assert "هزینه" in found("S01", example(NOTHING | {"cost": cost}))[0].message


def test_an_agency_that_starts_by_itself_and_asks_nothing_passes():
    assert not found("S01", example(NOTHING | {"documents": ["گزارش بازدید"]}))


def test_a_service_also_started_by_request_may_have_a_request_stage():
    assert not found("S01", example({"start_trigger": ["agency", "request"]}))


def test_an_undecided_start_is_not_held_against_the_request_stage():
    assert not found("S01", example({"start_trigger": ["agency"]}, undecided=["start_trigger"]))


@pytest.mark.parametrize("trigger", ["time", "event"])
def test_a_date_or_event_needs_its_name(trigger):
    assert fields("S02", example({"start_trigger": [trigger]})) == ["card.start_trigger"]
    assert not found("S02", example({"start_trigger": [trigger], "start_trigger_text": "پایان هر فصل"}))


def test_a_request_needs_a_way_to_be_made():
    (finding,) = found("S03", example({"stages.request": None}))

    assert finding.severity == "B"
    assert finding.field == "card.stages.request"


@pytest.mark.parametrize(
    "stage", [ONLINE, {"non_electronic": True}, {"channels": ["phone"]}, {"visit_levels": ["county"]}]
)
def test_any_way_to_make_a_request_is_enough(stage):
    assert not found("S03", example({"stages.request": stage}))


def test_a_request_stage_whose_marks_are_lost_is_not_called_empty():
    assert not found("S03", example({"stages.request": None}, undecided=["stages.request.channels"]))
