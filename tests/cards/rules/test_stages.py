"""X01–X03, S03's neighbour H01."""

import pytest

from tests.cards.rules.example import ONLINE, example, example_card, fields, found

COMING = {"non_electronic": True, "visit_levels": ["county"], "visit_reasons": ["document"]}
VISITS = {"visits": {"count": 1}}


def test_a_medium_without_the_electronic_box_disagrees():
    (finding,) = found("X01", example({"stages.information": {"channels": ["website"]}}))

    assert finding.severity == "A"
    assert "«الکترونیکی» تیک ندارد" in finding.message


@pytest.mark.parametrize(
    "sign", [{"visit_levels": ["provincial"]}, {"visit_reasons": ["identity"]}, {"visit_reason_text": "امضا"}]
)
def test_a_sign_of_a_visit_without_the_box_disagrees(sign):
    (finding,) = found("X01", example(VISITS | {"stages.delivery": sign}))

    assert finding.field == "card.stages.delivery"
    assert "غیرالکترونیکی" in finding.message


def test_both_boxes_mean_semi_electronic():
    (finding,) = found("X01", example(VISITS | {"stages.request": ONLINE | COMING}))

    assert "نیمه‌الکترونیکی" in finding.fix


@pytest.mark.parametrize(
    "stage", [ONLINE, COMING, COMING | {"channels": ["counter_office"]}, COMING | {"channels": ["post", "phone"]}]
)
def test_a_stage_whose_boxes_agree_passes(stage):
    assert not found("X01", example(VISITS | {"stages.request": stage}))


def test_a_box_that_cannot_be_read_is_not_held_against_another():
    document = example({"stages.information": {"channels": ["website"]}}, undecided=["stages.information.electronic"])

    assert not found("X01", document)


def test_an_empty_stage_blocks():
    (finding,) = found("X02", example({"stages.production": None}))

    assert finding.severity == "B"
    assert finding.field == "card.stages.production"


def test_four_empty_stages_are_one_finding():
    assert fields("X02", example({"stages": None})) == ["card.stages"]


def test_a_stage_with_both_boxes_unticked_is_empty():
    assert found("X02", example({"stages.production": {"electronic": False, "non_electronic": False}}))


def test_a_stage_that_cannot_be_read_is_not_called_empty():
    assert not found("X02", example({"stages.production": None}, undecided=["stages.production"]))


def test_an_electronic_delivery_of_a_request_on_paper_is_noted_and_the_reverse():
    assert fields("X03", example(VISITS | {"stages.request": COMING})) == ["card.stages.request"]
    assert fields("X03", example(VISITS | {"stages.delivery": COMING})) == ["card.stages.delivery"]


def test_both_ends_in_person_or_both_electronic_pass():
    assert not found("X03", example(VISITS | {"stages.request": COMING, "stages.delivery": COMING}))
    assert not found("X03", example_card())


def test_a_counter_office_without_a_contract_number_blocks():
    (finding,) = found("H01", example({"stages.request": ONLINE | {"channels": ["counter_office"]}}))

    assert finding.severity == "B"
    assert finding.field == "card.stages.request.counter_contract"


def test_a_counter_office_with_a_contract_number_passes():
    stage = ONLINE | {"channels": ["counter_office"], "counter_contract": "1402/55"}

    assert not found("H01", example({"stages.request": stage}))


def test_the_stages_of_the_example_are_in_order():
    assert not [rule for rule in ("X01", "X02", "X03", "H01") if found(rule, example_card())]
