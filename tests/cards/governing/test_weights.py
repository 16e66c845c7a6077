"""How heavy rules are today, and which version of the rules says so."""

import pytest

from khedmat.cards.governing.entries import BY_ID, ENTRIES
from khedmat.cards.governing.weights import Weights, weights
from khedmat.cards.models import SeverityChange
from khedmat.cards.rules import engine
from khedmat.cards.rules.rule import Finding
from tests.factories.governing import LATER
from tests.factories.people import centre, person


def a_finding(rule, severity):
    return Finding(rule, severity, "card.title", "شرح", "راه")


def test_every_rule_of_the_engine_and_beside_it_is_listed_once():
    assert set(engine.BY_ID) < set(BY_ID)
    assert len(BY_ID) == len(ENTRIES)
    assert [entry.id for entry in ENTRIES] == sorted(BY_ID)


def test_every_entry_can_be_read_by_people():
    for entry in ENTRIES:
        assert all((entry.message, entry.fix, entry.example, entry.since, entry.fields)), entry.id


def test_only_what_wants_an_answer_becomes_lighter():
    light = Weights("3.1", {"C02": "N", "C01": "N", "C06": "A"})

    assert light.of("C02", "A") == "N"
    assert light.of("C01", "B") == "B"
    assert light.of("C06", "N") == "N"
    assert light.of("V06", "A") == "A"


def test_a_finding_whose_weight_stays_is_the_same_object():
    stays, changes = a_finding("V06", "A"), a_finding("C02", "A")

    laid = Weights("3.1", {"C02": "N"}).laid_on([stays, changes])

    assert laid[0] is stays
    assert (laid[1].severity, laid[1].message) == ("N", changes.message)


@pytest.mark.django_db
def test_the_newest_row_of_a_rule_holds_and_each_makes_a_version():
    signed = {"by": person("reviewer", centre()), "as_role": "reviewer", "as_organization": centre(), "at": LATER}
    assert weights() == Weights(engine.RULES_VERSION, {})

    for severity in ("N", "A", "N"):
        SeverityChange.objects.create(rule="C02", severity=severity, reason="چون", **signed)

    assert weights() == Weights(f"{engine.RULES_VERSION}.3", {"C02": "N"})
