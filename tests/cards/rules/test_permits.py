"""P01–P05, P07–P10."""

import pytest

from khedmat.cards.rules.engine import BY_ID
from tests.cards.rules.example import CANCEL, INQUIRY, PERMIT, example, example_card, fields, found, permit_list

RENEW = PERMIT | {"action": "renew"}


def test_a_renewal_of_a_permit_without_validity_blocks():
    document = permit_list(PERMIT | {"validity": None}, RENEW | {"validity": None}, CANCEL)

    assert fields("P01", document) == ["permits.1.validity"]


def test_a_validity_on_either_row_is_enough():
    assert not found("P01", permit_list(PERMIT, RENEW | {"validity": None}))
    assert not found("P01", permit_list(PERMIT | {"validity": None}))


def test_a_shared_process_needs_form_two():
    (finding,) = found("P02", permit_list(PERMIT | {"process": "shared"}, CANCEL))

    assert "فرم شمارهٔ دو خالی" in finding.message


def test_an_exclusive_process_has_no_form_two():
    assert "اختصاصی" in found("P02", permit_list(PERMIT, CANCEL, inquiries=[INQUIRY]))[0].message


def test_a_shared_process_with_form_two_passes():
    assert not found("P02", permit_list(PERMIT | {"process": "shared"}, inquiries=[INQUIRY]))


def test_a_row_without_title_belongs_to_the_permit_above():
    assert not found("P03", permit_list(PERMIT, CANCEL | {"title": None}))


def test_a_permit_that_nobody_can_cancel_is_asked_about():
    assert "لغو" in found("P03", permit_list(PERMIT))[0].message


def test_a_cancellation_needs_its_grounds():
    document = permit_list(PERMIT, CANCEL | {"conditions": None, "legal_basis": None})

    assert fields("P03", document) == ["permits.1.conditions"]


def test_a_permit_that_ends_before_it_is_issued_is_asked_about():
    (finding,) = found("P04", permit_list(PERMIT | {"validity": "10 روز"}))

    assert "۱۰ روز" in finding.message
    assert not found("P04", permit_list(PERMIT))


def test_an_electronic_permit_needs_an_electronic_channel():
    stages = dict.fromkeys(("information", "request", "production", "delivery"), {"non_electronic": True})

    assert fields("P05", example({"stages": stages}, permits=[PERMIT])) == ["permits.0.electronic"]
    assert not found("P05", example(permits=[PERMIT]))


def test_a_permit_list_has_no_channels_to_compare_with():
    assert not found("P05", permit_list(PERMIT))


@pytest.mark.parametrize(
    ("types", "applicants"), [(["G2G"], ["natural"]), (["G2C"], ["legal"]), (["G2B"], ["government"])]
)
def test_applicants_outside_the_audience_are_asked_about(types, applicants):
    document = example({"service_type": types}, permits=[PERMIT | {"applicants": applicants}])

    assert fields("P07", document) == ["permits.0.applicants"]


@pytest.mark.parametrize(
    ("types", "applicants"),
    [
        (["G2C"], ["natural", "legal"]),
        (["G2B"], ["natural"]),
        (["G2C", "G2G"], ["government"]),
        ([], ["legal"]),
        (["G2C"], []),
    ],
)
def test_applicants_within_the_audience_pass(types, applicants):
    assert not found("P07", example({"service_type": types}, permits=[PERMIT | {"applicants": applicants}]))


def test_an_inquiry_needs_its_name_in_the_notes():
    bare = INQUIRY | {"name": None, "notes": None}

    assert fields("P08", permit_list(PERMIT, inquiries=[INQUIRY, bare])) == ["inquiries.1.notes"]


def test_another_kind_needs_its_explanation_in_the_notes():
    other = INQUIRY | {"kind": "other", "notes": None}

    assert found("P09", permit_list(PERMIT, inquiries=[other]))[0].severity == "A"
    assert not found("P09", permit_list(PERMIT, inquiries=[other | {"notes": "نظر کمیسیون"}]))


def test_a_promised_permit_needs_form_one():
    (finding,) = found("P10", example({"leads_to_permit": True}))

    assert finding.severity == "B"
    assert not found("P10", example({"leads_to_permit": True}, permits=[PERMIT]))


def test_a_card_that_promises_no_permit_needs_none():
    assert not found("P10", example_card())
    assert not found("P10", example({"leads_to_permit": None}))


def test_a_whole_permit_form_gives_nothing_to_answer():
    document = permit_list(PERMIT | {"process": "shared"}, CANCEL, inquiries=[INQUIRY])

    assert not [rule for rule in BY_ID if rule.startswith("P") and found(rule, document)]
