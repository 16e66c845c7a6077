"""Boxes that contradict one another, pair by pair: both said breaks a rule, each alone does not."""

import pytest

from khedmat.cards.rules.engine import check
from tests.cards.rules.example import ONLINE, PERMIT, example, found

COMING = {"non_electronic": True, "visit_levels": ["county"], "visit_reasons": ["document"]}
AT_A_DESK = {f"stages.{name}": COMING for name in ("information", "request", "production", "delivery")}
ONE = {"visits": {"count": 1}}
ONLINE_WITH = {"agency": "سازمان ثبت احوال کشور", "system": "هویت", "fields": "تاریخ", "modes": ["online"]}
PAIRS = [
    ("M03", {"cost.free": True}, {"cost.items": [{"amount_rial": 500}]}),
    ("M02", {"cost.items": [{"amount_rial": 0, "electronic": True}]}, {"cost.free": None}),
    ("F01", {"frequency.once": True}, {"frequency.times": 3, "frequency.per": "year"}),
    ("T04", {"average_duration.min": 9.0}, {"average_duration.max": 3.0}),
    ("A01", {"service_type": ["G2G"]}, {"life_events": ["birth"]}),
    ("V01", {"visits": {"count": 0}}, {"stages.request": COMING}),
    ("X03", ONE | {"stages.request": COMING}, {"stages.delivery": ONLINE}),
    ("U01", {"url": None}, {"stages.request": ONLINE}),
    ("U08", {"system_name": None}, {"stages.request": ONLINE}),
    ("U05", {"url": "https://www.haj.ir/services/5"}, {"executive_agency": "سازمان آموزش فنی و حرفه‌ای کشور"}),
    ("L01", {"level": ["provincial"]}, {"executive_agency": "سازمان آموزش فنی و حرفه‌ای کشور"}),
    ("L02", {"level": ["national"]}, {"title": "صدور گواهی مهارت در استان یزد"}),
    ("S03", {"start_trigger": ["request"]}, {"stages.request": None}),
    ("S01", {"start_trigger": ["agency"]}, {"stages.request": ONLINE}),
    ("D04", {"documents": ["شناسنامه"]}, {"external_inquiries": [ONLINE_WITH]}),
    ("O05", {"documents": ["برگ کوتاژ"]}, {"external_inquiries": [ONLINE_WITH | {"fields": "کوتاژ"}]}),
    ("B01", {"processes": ["ثبت درخواست"]}, {"diagram": {"boxes": ["پایش سند"]}}),
    ("G01", {"laws": []}, {"documents": ["کارنامه"]}),
    (
        "M08",
        {"cost.items": [{"amount_rial": 5, "electronic": True}]},
        {"external_inquiries": [ONLINE_WITH | {"fee": {"amount_rial": 5}}]},
    ),
]
MENDED = {
    "M03": {"cost.free": False},
    "M02": {"cost.free": True},
    "F01": {"frequency.once": False},
    "T04": {"average_duration.min": 2.0},
    "A01": {"service_type": ["G2C", "G2G"]},
    "V01": {"visits": {"count": 2}},
    "X03": {"stages.request": ONLINE | {"visit_levels": []}},
    "U01": {"url": "https://www.irantvto.ir/services/5"},
    "U08": {"system_name": "سامانهٔ مهارت"},
    "U05": {"url": "https://www.irantvto.ir/services/5"},
    "L01": {"level": ["country"]},
    "L02": {"level": ["provincial"], "executive_agency": "اداره مهارت", "parent_agency": None},
    "S03": {"stages.request": {"channels": ["phone"]}},
    "S01": {"start_trigger": ["request"]},
    "D04": {"documents": ["کارنامه"]},
    "O05": {"documents": ["کارنامه"]},
    "B01": {"diagram": {"boxes": ["ثبت درخواست"]}},
    "G01": {"laws": ["قانون کار مصوب 1369، ماده 107"]},
    "M08": {"cost.items": [{"amount_rial": 7, "electronic": True}]},
}


@pytest.mark.parametrize(("rule", "one", "other"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_two_boxes_that_contradict_each_other_are_found(rule, one, other):
    assert found(rule, example(one | other))


@pytest.mark.parametrize(("rule", "one", "other"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_the_same_contradiction_mended_in_one_box_is_gone(rule, one, other):
    assert not found(rule, example(one | other | MENDED[rule]))


@pytest.mark.parametrize(("rule", "one", "other"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_a_contradiction_is_told_once_and_names_no_other_rule_twice(rule, one, other):
    said = [(finding.rule, finding.field) for finding in check(example(one | other))]

    assert len(said) == len(set(said))
    assert len([name for name, _ in said if name == rule]) == 1


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_visits_and_stages_in_person_agree_or_are_asked_about(count):
    coming = dict(list(AT_A_DESK.items())[:count])
    document = example(coming | {"visits": {"count": 0}})

    assert bool(found("V01", document)) == (count > 0)
    if count:
        assert found("V01", document)[0].message.count("«") == min(count, 2)


@pytest.mark.parametrize(("least", "most"), [(0, 0), (1, 1), (1, 2), (0.5, 0.75), (None, 3), (3, None), (None, None)])
def test_a_least_up_to_its_most_passes(least, most):
    assert not found("T04", example({"average_duration": {"min": least, "max": most, "unit": "day"}}))


@pytest.mark.parametrize(("least", "most"), [(1, 0), (3, 2), (0.75, 0.5), (10**9, 1)])
def test_a_least_over_its_most_is_blocked(least, most):
    assert found("T04", example({"average_duration": {"min": least, "max": most, "unit": "day"}}))


@pytest.mark.parametrize(
    ("types", "applicants", "agree"),
    [
        (["G2C"], ["natural"], True),
        (["G2C"], ["legal"], False),
        (["G2B"], ["legal"], True),
        (["G2B"], ["government"], False),
        (["G2G"], ["government"], True),
        (["G2G"], ["natural", "legal"], False),
        (["G2G", "G2C"], ["natural"], True),
        (["G2E"], ["natural"], True),
        (["G2E"], ["legal"], False),
        ([], ["legal"], True),
        (["G2C"], [], True),
    ],
)
def test_the_type_of_a_service_and_its_applicants_speak_of_the_same_people(types, applicants, agree):
    document = example({"service_type": types}, permits=[PERMIT | {"applicants": applicants}])

    assert bool(found("P07", document)) != agree
