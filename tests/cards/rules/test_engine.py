"""The registry and what it answers."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from khedmat.cards.form import Document, Source
from khedmat.cards.rules.engine import RULES, RULES_VERSION, check
from khedmat.cards.rules.rule import SEVERITIES, Breach, Rule, finding
from khedmat.importing.readers.reading import read_path
from tests.cards.rules.example import example, example_card, permit_list

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
DECIDABLE = (
    "I01 I02 I04 C01 C02 C03 C05 C06 K01 K02 K03 K04 K05 A01 A02 L01 L02 S01 S02 S03 D02 D04 D05 D06 G01 G03 G04 "
    "M01 M02 M03 M04 M05 M07 M08 T01 T02 T03 T04 T06 F01 F02 F03 F04 V01 V02 V03 V04 V05 V06 V07 X01 X02 X03 "
    "U01 U02 U03 U04 U05 U08 H01 O01 O02 O03 O04 O05 O06 P01 P02 P03 P04 P05 P06 P07 P08 P09 P10 B01 B02 R05"
)
BLOCKING = "I02 C01 C03 K03 S03 D06 M03 T01 T04 F01 F02 F03 V01 V02 X02 U01 U02 H01 O03 P01 P02 P05 P06 P10 R05"


def test_every_rule_that_one_form_can_decide_is_there_once():
    ids = [rule.id for rule in RULES]

    assert sorted(ids) == sorted(DECIDABLE.split())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_entry_is_whole(rule):
    assert all((rule.message, rule.fix, rule.example, rule.since, rule.fields, rule.kinds))
    assert rule.severity in SEVERITIES
    assert callable(rule.condition)


def test_exactly_these_rules_block_publication():
    assert {rule.id for rule in RULES if rule.severity == "B"} == set(BLOCKING.split())


def test_a_well_filled_card_has_nothing_to_find():
    assert check(example_card()) == []


def test_blockers_come_first_then_answers_then_notes_each_in_the_order_of_the_form():
    changes = {"title": "سند", "description": None, "audience": None, "laws": [], "url": None, "processes": []}

    found = check(example(changes))

    assert [one.severity for one in found] == sorted((one.severity for one in found), key=SEVERITIES.index)
    answers = [one.field for one in found if one.severity == "A"]
    assert answers.index("card.audience") < answers.index("card.laws") < answers.index("card.processes")


def test_the_same_form_always_gives_the_same_findings():
    document = example({"stages": None, "cost": None, "level": ["provincial"]})

    assert check(document) == check(document.model_copy(deep=True))


def test_an_empty_card_is_checked_without_a_crash_and_says_what_is_missing():
    document = example(dict.fromkeys(example_card().card.model_fields_set))

    assert {"C01", "C02", "C03", "M01", "X02"} <= {one.rule for one in check(document)}


@pytest.mark.parametrize("kind", ["service_list", "permit_list", "other"])
def test_a_document_that_is_no_card_is_not_blamed_for_an_empty_card(kind):
    document = Document(kind=kind, source=Source(name="a.txt", media_type="text/plain"))

    assert check(document) == []


def test_a_permit_list_is_checked_as_a_permit_list():
    assert {one.rule[0] for one in check(permit_list({"title": "پروانه"}))} <= set("GPKOTC")


def test_no_message_leaves_a_name_unfilled_or_tells_who_filled_the_form():
    changes = {
        "filled_by": {"name": "علي نمونه", "phone": "02100000000"},
        "cost": {"items": [{"amount_rial": 1, "account": "40010"}]},
    }

    words = " ".join(one.message + one.fix for one in check(example(changes)))

    assert "%(" not in words
    assert not re.search("نمونه|021|۰۲۱|40010|۴۰۰۱۰", words)


def test_a_percent_sign_in_a_value_is_only_a_value():
    (said,) = [one.message for one in check(example({"visits": {"text": "%(s) موارد"}}))]

    assert "%(s) موارد" in said


def test_values_are_shown_in_persian_digits_but_codes_and_addresses_as_written():
    rule = Rule(
        id="Z",
        severity="N",
        fields=("card",),
        message="%(a)s %(b)s %(c)s %(d)s",
        fix="-",
        example="-",
        condition=lambda _: [],
    )

    values = {"a": 3600, "b": "G2G در 12 روز", "c": "https://a1.ir/2", "d": ["x1.ir", "1"]}

    shown = finding(rule, Breach("card", values)).message

    assert shown == "۳٬۶۰۰ G2G در ۱۲ روز https://a1.ir/2 «x1.ir»، «۱»"


def test_a_long_value_is_cut_and_says_so():
    rule = Rule(id="Z", severity="N", fields=("card",), message="%(a)s", fix="-", example="-", condition=lambda _: [])

    assert finding(rule, Breach("card", {"a": "و" * 5000})).message.endswith("…")


def test_the_version_of_the_rules_is_a_word_that_can_be_kept():
    assert isinstance(RULES_VERSION, str)
    assert RULES_VERSION


def test_checking_needs_no_django():
    code = "import sys, khedmat.cards.rules.engine; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared beside the clone")
def test_the_two_seed_forms_give_what_a_person_found():
    expected = json.loads((SHARED / "conformance/expected-findings.json").read_text("utf-8"))
    for name in (name for name in expected if name != "note"):
        got = {one.rule for document in read_path(SHARED / "forms/seeds" / name) for one in check(document)}
        must = {rule for rule, _ in expected[name]["must"]}

        assert must - got == set()
        assert got - must - set(expected[name]["may"]) == set()
