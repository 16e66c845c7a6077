"""What each box takes is told from the contract itself."""

import pytest

from khedmat.cards.editing import boxes_of
from khedmat.cards.editing.shapes import leaf_of, leaves_of, member_of, shape_of
from khedmat.cards.form import Inquiry, Permit
from khedmat.cards.vocabulary import VOCABULARY
from tests.factories import forms

KINDS = [
    ("card.title", "text"),
    ("card.recipients.count", "whole"),
    ("card.average_duration.value", "measure"),
    ("card.leads_to_permit", "yes"),
    ("card.nature", "one"),
    ("card.stages.delivery.channels", "some"),
    ("card.documents", "lines"),
    ("card.cost.items", "rows"),
    ("permits", "rows"),
    ("card.diagram.links", "pairs"),
]


@pytest.mark.parametrize(("path", "kind"), KINDS)
def test_a_box_has_the_shape_of_its_type(path, kind):
    assert shape_of(path).kind == kind


def test_every_box_of_a_document_has_a_shape():
    assert all(shape_of(path).kind for path in boxes_of(forms.document()))


@pytest.mark.parametrize("path", ["card.nothing", "nothing", "card.title.more", "card"])
def test_what_is_no_box_has_none(path):
    with pytest.raises((KeyError, AttributeError)):
        shape_of(path)


def test_options_come_with_the_name_of_their_list():
    shape = shape_of("card.life_events")

    assert (shape.words, shape.options) == ("life_event", tuple(VOCABULARY["life_event"]))


def test_a_box_that_offers_a_part_of_a_list_is_named_by_the_whole():
    shape = leaf_of(Permit, "duration.unit")

    assert (shape.words, shape.options) == ("duration_unit", ("hour", "day"))


@pytest.mark.parametrize("part", [Permit, Inquiry])
def test_the_leaves_of_a_row_are_its_members_and_those_of_its_parts(part):
    leaves = leaves_of(part)

    assert {"fee.text", "fee.amount_rial", "duration.unit", "electronic"} <= set(leaves)
    assert all(leaf_of(part, leaf).kind in ("text", "whole", "measure", "yes", "one", "some") for leaf in leaves)
    assert member_of(part, "notes").kind == "text"
