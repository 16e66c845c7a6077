"""Every box of the form is in one of the two tables, once."""

from khedmat.cards.copies.boxes import MAY_DIFFER, NEVER, box_of
from khedmat.cards.editing import boxes_of
from tests.factories import forms


def test_every_box_of_the_form_either_may_differ_or_says_why_not():
    assert [path for path in boxes_of(forms.document()) if not box_of(path)] == []


def test_no_box_stands_in_both_tables():
    assert not set(MAY_DIFFER) & set(NEVER)
    assert len(MAY_DIFFER) == len(set(MAY_DIFFER))


def test_every_closed_box_says_why():
    assert all(str(why).endswith(".") for why in NEVER.values())


def test_a_leaf_belongs_to_its_whole_box():
    assert box_of("card.cost.items") == "cost"
    assert box_of("card.stages.request.channels") == "stages.request"
    assert box_of("card.nowhere") == ""
