"""«Not applicable, because …» is an answer, where it can be one and where it is a reason."""

import pytest

from khedmat.cards.form import Document
from khedmat.cards.rules.engine import check
from khedmat.cards.rules.labels import LABELS
from khedmat.cards.rules.mandatory import MANDATORY
from khedmat.cards.rules.not_applicable import MAY_NOT_APPLY, is_reason
from khedmat.cards.rules.recommended import RECOMMENDED
from tests.cards.rules.example import example, fields, found, warning

REASON = "گیرندهٔ این خدمت از پیش شناخته نیست"
STAGES = ("information", "request", "production", "delivery")
NEVER = {"title", "executive_agency", "description", "filled_by"}
ASKED = sorted({*MANDATORY, *RECOMMENDED} - NEVER)


def emptied(*names: str, reason: str | None = REASON, **parts) -> Document:
    empty = {name: [] if name in ("service_type", "level", "start_trigger", "documents", "laws", "processes") else None
             for name in names}  # fmt: skip
    reasons = {} if reason is None else {f"card.{name}": reason for name in names}
    return example(empty, not_applicable=reasons, **parts)


@pytest.mark.parametrize("reason", [REASON, "خدمت تنها برای کارکنان همان اداره است", "زمان آن را دادگاه تعیین می‌کند"])
def test_a_reason_says_more_than_that_the_box_is_empty(reason):
    assert is_reason(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "",
        "...",
        "---",
        "ندارد",
        "موضوعیت ندارد",
        "در این خدمت ندارد",
        "برای این خدمت موضوعیت ندارد",
        "ندارد ندارد ندارد",
        "ییی ببب تتت",
        "xxx xxx xxx",
        "بعداً ذکر شود",
    ],
)
def test_what_only_repeats_that_nothing_is_there_is_no_reason(reason):
    assert not is_reason(reason)


@pytest.mark.parametrize("name", ASKED)
def test_a_reason_answers_for_an_empty_box(name):
    rules = {one.rule for one in check(emptied(name)) if one.field == f"card.{name}"}

    assert not rules & {"C01", "C02", "C03"}


@pytest.mark.parametrize("name", ASKED)
def test_without_the_reason_the_same_box_is_asked_for(name):
    rules = {one.rule for one in check(emptied(name, reason=None)) if one.field == f"card.{name}"}

    assert rules & {"C01", "C02"}


@pytest.mark.parametrize("name", ASKED)
def test_what_is_no_reason_is_told_so_and_shown(name):
    (finding,) = [
        one
        for one in check(emptied(name, reason="ندارد"))
        if one.field == f"card.{name}" and one.rule in ("C01", "C02")
    ]

    assert "«ندارد»" in finding.message
    assert "علت نیست" in finding.message


@pytest.mark.parametrize("name", sorted(NEVER))
def test_what_every_service_has_is_never_not_applicable(name):
    (finding,) = [one for one in check(emptied(name)) if one.field == f"card.{name}" and one.rule in ("C01", "C02")]

    assert "هر خدمتی این را دارد" in finding.message


def test_a_box_that_nobody_must_fill_in_is_told_of_a_reason_that_is_none():
    document = example({"life_events": []}, not_applicable={"card.life_events": "…"})

    assert fields("C02", document) == ["card.life_events"]


def test_a_value_counts_whatever_is_written_as_a_reason():
    assert check(example(not_applicable={"card.audience": "ندارد", "card.life_events": "ندارد"})) == []


def test_a_reason_for_a_path_that_is_no_box_changes_nothing():
    assert check(example(not_applicable={"card.nothing": REASON, "permits.0.fee": "ندارد"})) == []


def test_a_stage_that_a_service_does_not_have_is_left_out_with_its_reason():
    without = example({"stages.request": None, "start_trigger": ["agency"], "documents": [], "cost": {"free": True}})
    excused = without.model_copy(update={"not_applicable": {"card.stages.request": "دستگاه خود آن را آغاز می‌کند"}})

    assert fields("X02", without) == ["card.stages.request"]
    assert fields("X02", excused) == []


def test_a_service_without_any_stage_is_none_whatever_the_reasons():
    empty = {f"stages.{name}": None for name in STAGES}
    document = example(empty, not_applicable={f"card.stages.{name}": REASON for name in STAGES})

    assert fields("C01", document) == ["card.stages"]


def test_a_request_that_has_no_way_is_not_excused():
    document = example({"stages.request": None}, not_applicable={"card.stages.request": REASON})

    assert fields("S03", document) == ["card.stages.request"]


@pytest.mark.parametrize(
    ("rule", "name", "changes"),
    [
        ("M01", "cost", {"cost": None}),
        ("G01", "laws", {"laws": []}),
        ("U01", "url", {"url": None}),
        ("U08", "system_name", {"system_name": None}),
        ("V02", "visits", {"visits": None, "stages.request": {"non_electronic": True}}),
    ],
)
def test_every_rule_that_asks_for_an_empty_box_takes_the_reason(rule, name, changes):
    assert found(rule, example(changes))
    assert not found(rule, example(changes, not_applicable={f"card.{name}": REASON}))
    assert found(rule, example(changes, not_applicable={f"card.{name}": "ندارد"}))


def test_lost_marks_are_settled_by_a_reason():
    assert found("C01", emptied("nature", reason=None, undecided=["nature"]))
    assert not found("C01", emptied("nature", undecided=["nature"]))
    assert not found("C02", example(undecided=["visits"], not_applicable={"card.visits": REASON}))


@pytest.mark.parametrize(("rule", "code", "name"), [("K03", "filler", "audience"), ("U02", "placeholder", "url")])
def test_what_the_reader_left_out_is_settled_by_a_reason(rule, code, name):
    left_out = {"warnings": [warning(code, f"card.{name}", "---")]}

    assert found(rule, emptied(name, reason=None, **left_out))
    assert not found(rule, emptied(name, **left_out))


def test_every_box_that_may_not_apply_has_a_name_that_people_know():
    stages = {f"card.stages.{name}" for name in STAGES}

    assert set(MAY_NOT_APPLY) - stages <= LABELS.keys()
    assert stages <= set(MAY_NOT_APPLY)
    assert not {f"card.{name}" for name in NEVER} & set(MAY_NOT_APPLY)
