"""A rule as a row of the public page."""

import pytest

from khedmat.cards.governing.entries import BY_ID
from khedmat.cards.models import RuleCount
from khedmat.web.public.rule_rows import RuleRow, by_family
from tests.factories.governing import LATER


def row(rule="C02", severity="", **counts):
    known = {"in_force": 0, "sent": 0, "services": 0, "dismissed": 0} | counts
    count = RuleCount(rule=rule, counted_at=LATER, **known) if counts else None
    return RuleRow(BY_ID[rule], severity or BY_ID[rule].severity, count)


def test_places_of_values_are_left_open_in_the_words():
    shown = row("C05")

    assert "«…»" in shown.message
    assert "%" not in shown.message + shown.fix


@pytest.mark.parametrize(("sent", "dismissed", "doubtful"), [(10, 2, False), (10, 3, True), (9, 9, False)])
def test_it_is_marked_over_a_fifth(sent, dismissed, doubtful):
    assert row(sent=sent, dismissed=dismissed).is_doubtful is doubtful


def test_a_rule_that_is_a_note_already_is_not_marked_again_but_may_be_restored():
    light = row(severity="N", sent=10, dismissed=9)

    assert not light.is_doubtful
    assert light.may_change
    assert light.was == "پاسخ لازم"


def test_what_was_never_counted_is_unknown_and_not_zero():
    assert row().figures is None
    assert row(sent=0).figures.percent == 0
    assert not row().may_change


def test_families_stand_in_the_order_of_the_form_and_empty_ones_are_left_out():
    families = by_family([row("V06"), row("C05"), row("C06")])

    assert [(family.letter, len(family.rows)) for family in families] == [("C", 2), ("V", 1)]
