"""The pages of the editor hold every box of the contract once, each with a name and an explanation."""

import pytest

from khedmat.cards.editing import boxes_of
from khedmat.cards.editing.shapes import leaves_of, shape_of
from khedmat.cards.guide import heading_for
from khedmat.web.annex import PRINTED
from khedmat.web.desk.editor.naming import named
from khedmat.web.desk.editor.sections import BY_SLUG, SECTIONS, owner_of, place_of, title_of
from tests.factories import forms

BOXES = [box for section in SECTIONS for box in section.boxes]
LEAVES = [(leaf, box) for box in BOXES for leaf in box.leaves]
CLOSED = "card.service_id"


def test_every_box_of_the_contract_is_on_one_page():
    leaves = [leaf for leaf, _box in LEAVES]

    assert sorted(leaves) == sorted(set(boxes_of(forms.document())) - {CLOSED})


@pytest.mark.parametrize(("leaf", "box"), LEAVES)
def test_every_leaf_has_a_name_and_an_explanation(leaf, box):
    assert str(title_of(leaf, box))
    assert heading_for(leaf)


@pytest.mark.parametrize("path", [leaf for leaf, _box in LEAVES if shape_of(leaf).row])
def test_every_member_of_a_row_has_a_name(path):
    assert all(str(named(f"{path}.{leaf}")) for leaf in leaves_of(shape_of(path).row))


@pytest.mark.parametrize(
    ("path", "slug", "box"),
    [
        ("card.title", "identity", "title"),
        ("title", "identity", "title"),
        ("card.service_id", "identity", "service_id"),
        ("card.cost.items.3.account", "details", "cost"),
        ("card.stages.request.visit_levels", "access", "stages.request"),
        ("card.stages", "access", "stages.information"),
        ("card.life_event_text", "specification", "life_events"),
        ("card.diagram.boxes.0", "processes", "diagram"),
        ("permits.0.fee.text", "permits", "permits"),
        ("inquiries", "inquiries", "inquiries"),
    ],
)
def test_a_path_belongs_to_a_page_and_a_box(path, slug, box):
    section, owner = owner_of(path)

    assert (section.slug, owner.path) == (slug, box)


@pytest.mark.parametrize("path", ["", "card", "services.0.title", "card.nothing", "card.titles"])
def test_a_path_of_no_box_belongs_nowhere(path):
    assert owner_of(path) is None


@pytest.mark.parametrize("stage", PRINTED)
def test_a_stage_offers_the_media_that_the_form_prints_for_it(stage):
    offered = place_of(f"card.stages.{stage}.channels").options

    assert set(offered) == set(PRINTED[stage].split())


@pytest.mark.parametrize(("stage", "count"), [("information", 3), ("request", 3), ("production", 0), ("delivery", 3)])
def test_the_production_of_a_service_has_no_levels_of_visits(stage, count):
    assert len(place_of(f"card.stages.{stage}.visit_levels").options) == count


def test_pages_stand_in_printed_order():
    assert [section.number for section in SECTIONS][:7] == ["1-3", "4", "5", "6", "7", "8", "9-10"]
    assert set(BY_SLUG) == {section.slug for section in SECTIONS}
