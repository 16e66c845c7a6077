"""C01, C02, C03, C05."""

import pytest

from khedmat.cards.rules.mandatory import MANDATORY
from khedmat.cards.rules.recommended import RECOMMENDED
from tests.cards.rules.example import example, example_card, fields, found

EMPTY = {
    "service_type": [],
    "level": [],
    "start_trigger": [],
    "documents": [],
    "laws": [],
    "processes": [],
    "diagram": None,
    "filled_by": None,
    "recipients": None,
    "average_duration": None,
}
NO_STAGES = {f"stages.{name}": None for name in ("information", "request", "production", "delivery")}


@pytest.mark.parametrize("name", MANDATORY)
def test_each_mandatory_box_left_empty_blocks_the_card(name):
    (finding,) = found("C01", example({name: EMPTY.get(name)}))

    assert finding.field == f"card.{name}"
    assert finding.severity == "B"
    assert "خالی است" in finding.message


def test_a_card_without_any_stage_is_incomplete():
    assert fields("C01", example(NO_STAGES)) == ["card.stages"]


@pytest.mark.parametrize("name", ["service_type", "nature", "level", "start_trigger"])
def test_a_mandatory_box_whose_marks_are_lost_is_called_unreadable_never_empty(name):
    (finding,) = found("C01", example({name: EMPTY.get(name)}, undecided=[name]))

    assert "خوانا نیست" in finding.message
    assert "خالی" not in finding.message


def test_dots_in_a_mandatory_box_are_no_value():
    assert fields("C01", example({"description": "....."})) == ["card.description"]


@pytest.mark.parametrize("name", RECOMMENDED)
def test_each_recommended_box_left_empty_asks_for_an_answer(name):
    (finding,) = found("C02", example({name: EMPTY.get(name)}))

    assert finding.field == f"card.{name}"
    assert finding.severity == "A"


@pytest.mark.parametrize("path", ["frequency.once", "stages.request.visit_reasons", "external_inquiries.0.paper_by"])
def test_lost_marks_of_any_other_box_ask_for_the_original(path):
    (finding,) = found("C02", example(undecided=[path]))

    assert finding.field == f"card.{path}"
    assert "خوانا نیست" in finding.message


def test_lost_marks_of_a_permit_form_keep_their_own_path():
    document = example(kind="permit_list", permits=[{"title": "پروانه"}], undecided=["permits.0.applicants"])

    assert fields("C02", document) == ["permits.0.applicants"]


def test_a_volume_of_zero_is_an_answer():
    assert not found("C02", example({"recipients": {"count": 0, "per": "year"}}))


def test_a_duration_given_in_words_alone_is_an_answer():
    assert not found("C02", example({"average_duration": {"text": "در اختیار متقاضی"}}))


def test_a_service_for_nobody_is_blocked():
    (finding,) = found("C03", example({"service_type": []}))

    assert finding.severity == "B"


def test_a_type_that_cannot_be_read_is_not_called_unticked():
    assert not found("C03", example({"service_type": []}, undecided=["service_type"]))


def test_a_list_row_without_title_is_incomplete():
    document = example(kind="service_list", services=[{"service_id": "17041325000"}])

    assert fields("C01", document) == ["services.0.title"]


def test_a_description_that_repeats_the_title_is_no_description():
    title = example_card().card.title

    (finding,) = found("C05", example({"description": title}))

    assert "۰ حرف" in finding.message


def test_a_description_that_only_reorders_the_title_adds_nothing():
    changes = {"title": "بازدید و نظارت فنی معادن", "description": "نظارت فنی و بازدید از معادن"}

    assert found("C05", example(changes))


def test_a_description_that_adds_forty_letters_passes():
    assert not found("C05", example_card())


def test_the_two_spellings_of_a_title_are_one_title():
    changes = {"title": "صدور گواهی‌نامه", "description": "صدور گواهی نامه"}

    assert found("C05", example(changes))
