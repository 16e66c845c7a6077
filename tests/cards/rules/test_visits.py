"""V01–V07."""

import pytest

from tests.cards.rules.example import ONLINE, example, example_card, fields, found

COMING = {"non_electronic": True, "visit_levels": ["county"], "visit_reasons": ["document"]}
TELLING = ["امضای تعهدنامه نزد کارشناس", "معاینه پزشک", "تحویل اصل سند", "آزمون عملی", "نبود زیرساخت در روستا"]
EMPTY_WORDS = ["انجام اقدام مشترک", "جهت جلب مشارکت ذینفعان", "هماهنگی", "اطلاع‌رسانی به مردم"]


def coming(**stage: object):
    return {"stages.request": COMING | stage, "visits": {"count": 1, "text": "1"}}


def test_no_visit_though_a_stage_is_in_person_blocks():
    (finding,) = found("V01", example(coming() | {"visits": {"count": 0}}))

    assert finding.severity == "B"
    assert "درخواست خدمت" in finding.message


def test_zero_to_two_visits_is_not_zero():
    assert not found("V01", example(coming() | {"visits": {"count": 0, "max": 2}}))


def test_an_empty_number_of_visits_with_an_in_person_stage_blocks():
    assert found("V02", example(coming() | {"visits": None}))[0].severity == "B"
    assert found("V02", example(coming() | {"visits": {"text": "-"}}))


def test_an_empty_number_of_visits_is_fine_where_nobody_comes():
    assert not found("V02", example({"visits": None}))


def test_in_person_work_inside_the_agency_is_no_visit():
    changes = {"visits": None, "stages.production": {"non_electronic": True, "visit_reason_text": "بازدید"}}

    assert not found("V02", example(changes))


def test_a_number_of_visits_that_cannot_be_read_is_left_to_the_original():
    assert not found("V02", example(coming() | {"visits": None}, undecided=["visits"]))


def test_a_visit_without_a_reason_is_asked_why():
    (finding,) = found("V03", example(coming(visit_reasons=[])))

    assert finding.field == "card.stages.request.visit_reasons"
    assert finding.severity == "A"


@pytest.mark.parametrize("text", EMPTY_WORDS)
def test_other_with_words_that_need_nobody_present_is_no_reason(text):
    (finding,) = found("V03", example(coming(visit_reasons=["other"], visit_reason_text=text)))

    assert text in finding.message


@pytest.mark.parametrize("text", TELLING)
def test_other_with_an_act_that_needs_a_person_is_a_reason(text):
    assert not found("V03", example(coming(visit_reasons=["other"], visit_reason_text=text)))


def test_other_without_words_is_no_reason():
    assert "متنی ندارد" in found("V03", example(coming(visit_reasons=["other"])))[0].message


def test_reasons_that_cannot_be_read_are_not_called_missing():
    document = example(coming(visit_reasons=[]), undecided=["stages.request.visit_reasons"])

    assert not found("V03", document)


def test_production_by_hand_needs_a_reason():
    assert found("V04", example({"stages.production": {"non_electronic": True}}))
    assert not found(
        "V04", example({"stages.production": {"non_electronic": True, "visit_reason_text": "بازدید از محل"}})
    )


def test_a_reason_for_coming_to_a_stage_that_is_not_in_person_is_asked_about():
    changes = {"stages.delivery": ONLINE | {"visit_reasons": ["identity"]}}

    assert fields("V05", example(changes)) == ["card.stages.delivery.visit_reasons"]
    assert not found("V05", example(changes, undecided=["stages.delivery.non_electronic"]))


def test_a_reason_where_one_comes_passes():
    assert not found("V05", example(coming()))


@pytest.mark.parametrize("text", ["به میزان نیاز", "بسته به مورد"])
def test_visits_that_are_no_number_are_asked_about(text):
    (finding,) = found("V06", example({"visits": {"text": text}}))

    assert finding.severity == "A"
    assert text in finding.message


@pytest.mark.parametrize(
    "visits", [{"text": "یکبار", "count": 1}, {"text": "1 الی 2 بار", "count": 1, "max": 2}, {"text": "-"}]
)
def test_visits_that_are_a_number_or_nothing_pass(visits):
    assert not found("V06", example({"visits": visits}))


def test_reasons_on_a_service_with_nothing_electronic_are_noted():
    stages = dict.fromkeys(("information", "request", "production", "delivery"), COMING)

    assert found("V07", example({"stages": stages}))[0].severity == "N"
    assert not found("V07", example({"stages": stages}, undecided=["stages.request.electronic"]))


def test_reasons_on_a_partly_electronic_service_pass():
    assert not found("V07", example(coming()))


def test_the_visits_of_the_example_are_in_order():
    assert not [finding for number in range(1, 8) for finding in found(f"V0{number}", example_card())]
