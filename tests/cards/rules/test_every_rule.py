"""Every rule of the catalogue, by the same questions: where it speaks, how loud, of what, and when it keeps silent."""

import pytest

from khedmat.cards.rules.engine import RULES
from tests.cards.rules import cases_form, cases_permits, cases_service
from tests.cards.rules.cases import EXPECTED
from tests.cards.rules.example import found

TABLES = (cases_form, cases_service, cases_permits)
BROKEN = [case for table in TABLES for case in table.BROKEN]
PASSES = [case for table in TABLES for case in table.PASSES]
LOST = [case for table in TABLES for case in table.LOST]


def test_every_rule_has_a_form_that_breaks_it():
    assert {case.rule for case in BROKEN} == {rule.id for rule in RULES}


def test_every_rule_has_a_form_that_only_looks_like_breaking_it():
    assert {case.rule for case in PASSES} == {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_as_loud_as_the_catalogue_says(rule):
    assert rule.severity == EXPECTED[rule.id]


@pytest.mark.parametrize("case", BROKEN, ids=str)
def test_a_broken_rule_speaks_at_its_box_and_names_what_it_read(case):
    said = {finding.field: finding for finding in found(case.rule, case.document())}

    assert case.field in said
    assert case.shown in said[case.field].message
    assert said[case.field].fix.strip()


@pytest.mark.parametrize("case", PASSES, ids=str)
def test_what_only_looks_like_a_breach_passes(case):
    assert found(case.rule, case.document()) == []


@pytest.mark.parametrize("case", LOST, ids=str)
def test_lost_marks_are_never_held_against_a_form(case):
    assert found(case.rule, case.document()) == []


@pytest.mark.parametrize("case", LOST, ids=str)
def test_the_same_form_with_its_marks_read_is_broken(case):
    read = case._replace(parts={name: part for name, part in case.parts.items() if name != "undecided"})

    assert found(case.rule, read.document())
