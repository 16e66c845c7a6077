"""A card box by box at the desk."""

from types import SimpleNamespace

from khedmat.cards import form
from khedmat.web.desk.fields import FIELDS, boxes, owner_of
from tests.factories import forms

NOT_SHOWN = {
    "filled_by",
    "local_id",
    "parent_service_id",
    "parent_service_title",
    "life_event_text",
    "start_trigger_text",
    "leads_to_permit",
    "service_pattern",
    "maturity",
    "service_hours",
    "sla_url",
    "complaint_url",
    "forms",
    "faq",
    "responsible_unit",
}


def shown(card, undecided=(), **more):
    return {
        box.field.path: box
        for box in boxes(card, undecided, findings=more.get("findings", ()), traces=more.get("traces", ()))
    }


def test_every_box_of_the_ten_sections_has_a_place():
    covered = {field.path.split(".")[0] for field in FIELDS}

    assert set(form.Card.model_fields) - NOT_SHOWN == covered
    assert [field.section for field in FIELDS] == sorted(field.section for field in FIELDS)


def test_a_full_card_shows_a_value_in_every_box_but_those_it_leaves_empty():
    empty = {path for path, box in shown(forms.card()).items() if box.state != "said"}

    assert empty == {"service_id", "parent_agency", "stages.production"}


def test_an_empty_card_shows_all_boxes_as_not_said():
    assert {box.state for box in shown(form.Card()).values()} == {"unsaid"}


def test_a_finding_stands_beside_the_box_it_speaks_of():
    finding = SimpleNamespace(field="card.stages.request.visit_reasons")

    found = shown(forms.card(), findings=[finding])

    assert found["stages.request"].findings == (finding,)
    assert found["stages.delivery"].findings == ()


def test_a_trace_stands_under_the_box_that_was_read_from_it():
    trace = SimpleNamespace(path="card.cost.items.0.amount_rial")

    assert shown(forms.card(), traces=[trace])["cost"].traces == (trace,)


def test_what_belongs_to_no_box_has_no_owner():
    assert owner_of("permits.0.title") is None
    assert owner_of("") is None
    assert owner_of("card.title").path == "title"
