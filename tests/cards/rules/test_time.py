"""T01–T04, T06, F01–F04 and the spans they read."""

import pytest

from khedmat.cards.rules.quantities import span_hours
from tests.cards.rules.example import INQUIRY, PERMIT, example, example_card, fields, found, permit_list

DURATION = "average_duration"


@pytest.mark.parametrize("duration", [{"value": 15}, {"text": "15"}, {"min": 2, "max": 3}])
def test_a_figure_without_a_unit_blocks(duration):
    assert found("T01", example({DURATION: duration}))[0].severity == "B"


def test_a_span_without_a_unit_is_quoted_once():
    (said,) = found("T01", example({DURATION: {"min": 2, "max": 3.5}}))

    assert "مدت ارائه «۲ تا ۳٫۵» نوشته شده" in said.message


@pytest.mark.parametrize("duration", [{"text": "15 روز"}, {"value": 2, "unit": "hour"}, {"text": "در یک جلسه"}, None])
def test_a_duration_with_a_unit_or_in_words_passes(duration):
    assert not found("T01", example({DURATION: duration}))


def test_the_time_of_a_visit_is_not_the_time_of_the_service():
    duration = {"text": "حداقل یک ساعت در هر مراجعه", "min": 1, "unit": "hour", "basis": "visit"}

    (finding,) = found("T02", example({DURATION: duration}))

    assert "حداقل یک ساعت" in finding.message


def test_the_time_of_a_visit_is_seen_in_the_words_alone():
    assert found("T02", example({DURATION: {"text": "نیم ساعت برای هر مراجعه"}}))
    assert not found("T02", example({DURATION: {"text": "یک هفته پس از مراجعه متقاضی"}}))


def test_a_service_of_three_years_shows_how_many_cases_that_means():
    changes = {DURATION: {"value": 3, "unit": "year", "text": "سه سال"}, "recipients": {"count": 100, "per": "month"}}

    (finding,) = found("T03", example(changes))

    assert finding.severity == "N"
    assert "۳٬۶۰۰" in finding.message


def test_a_long_service_of_unknown_volume_is_noted_too():
    assert found("T03", example({DURATION: {"min": 30, "unit": "month"}, "recipients": None}))


def test_two_years_are_still_plausible():
    assert not found("T03", example({DURATION: {"value": 2, "unit": "year"}}))


def test_the_least_may_not_exceed_the_most():
    (finding,) = found("T04", example({DURATION: {"min": 20, "max": 10, "unit": "day"}}))

    assert finding.severity == "B"
    assert "۲۰" in finding.message
    assert not found("T04", example({DURATION: {"min": 10, "max": 20, "unit": "day"}}))


def test_inquiries_that_take_longer_than_the_permit_are_added_up():
    slow = INQUIRY | {"duration": {"value": 20, "unit": "day"}}

    document = permit_list(PERMIT, inquiries=[slow, slow])

    assert fields("T06", document) == ["permits.0.duration"]
    assert "۴۰ روز" in found("T06", document)[0].message


def test_inquiries_of_another_permit_or_action_are_not_added():
    slow = INQUIRY | {"duration": {"value": 40, "unit": "day"}}

    assert not found("T06", permit_list(PERMIT, inquiries=[slow | {"permit": "پروانه دیگر"}]))
    assert not found("T06", permit_list(PERMIT, inquiries=[slow | {"action": "renew"}]))


def test_without_a_permit_form_inquiries_are_held_against_the_card():
    slow = {"agency": "سازمان ثبت احوال کشور", "duration": {"value": 11, "unit": "day"}}

    assert fields("T06", example(inquiries=[slow])) == ["card.average_duration"]


def test_once_for_ever_and_once_a_year_contradict():
    (finding,) = found("F01", example({"frequency": {"once": True, "times": 1, "per": "year"}}))

    assert finding.severity == "B"
    assert "۱ بار در سال" in finding.message


def test_times_without_a_period_block():
    (finding,) = found("F02", example({"frequency": {"times": 5}}))

    assert "۵ بار" in finding.message
    assert not found("F02", example({"frequency": {"times": 5}}, undecided=["frequency.per"]))


def test_a_period_without_times_blocks():
    assert "سال" in found("F03", example({"frequency": {"per": "year"}}))[0].message
    assert not found("F03", example({"frequency": {"per": "year"}}, undecided=["frequency.times"]))


@pytest.mark.parametrize("frequency", [{"once": True}, {"times": 2, "per": "month"}, {"once": False}, None])
def test_a_whole_frequency_passes(frequency):
    document = example({"frequency": frequency})

    assert not [rule for rule in ("F01", "F02", "F03") if found(rule, document)]


@pytest.mark.parametrize(
    ("recipients", "said"), [({"per": "day"}, "تعداد ندارد"), ({"count": 65000}, "معلوم نیست در ماه")]
)
def test_half_a_volume_says_which_half(recipients, said):
    (finding,) = found("F04", example({"recipients": recipients}))

    assert said in finding.message


def test_a_volume_that_cannot_be_read_is_left_to_the_original():
    assert not found("F04", example({"recipients": {"count": 5}}, undecided=["recipients.per"]))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("یک سال", 8760),
        ("۶ ماه", 4320),
        ("2 تا 3 روز کاری", 72),
        ("سه روزکاری", 72),
        ("41روز", 984),
        ("دائمی", None),
        ("", None),
    ],
)
def test_spans_are_read_in_words_and_digits(text, hours):
    assert span_hours(text) == hours


def test_the_times_of_the_example_are_in_order():
    document = example_card()

    assert not [
        rule for rule in ("T01", "T02", "T03", "T04", "T06", "F01", "F02", "F03", "F04") if found(rule, document)
    ]
