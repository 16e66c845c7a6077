"""A card box by box at the desk."""

from types import SimpleNamespace

from khedmat.cards import form
from khedmat.web.desk.fields import FIELDS, boxes, owner_of
from khedmat.web.later import LATER
from tests.factories import forms

LATER_EMPTY = {box.path for box in LATER}
BESIDE_ANOTHER = {"life_event_text", "start_trigger_text"}
NEVER = {"filled_by"}


def shown(card, undecided=(), **more):
    return {
        box.field.path: box
        for box in boxes(card, undecided, findings=more.get("findings", ()), traces=more.get("traces", ()))
    }


def test_every_box_of_the_form_has_a_place():
    covered = {field.path.split(".")[0] for field in FIELDS}

    assert set(form.Card.model_fields) - BESIDE_ANOTHER - NEVER == covered
    assert [field.section for field in FIELDS] == sorted(field.section for field in FIELDS)


def test_a_full_card_shows_a_value_in_every_box_but_those_it_leaves_empty():
    empty = {path for path, box in shown(forms.card()).items() if box.state != "said"}

    assert empty - LATER_EMPTY == {"service_id", "parent_agency", "stages.production"}


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


def test_words_beside_other_stand_with_the_options():
    card = form.Card(life_events=["other"], life_event_text="برنامه‌ریزی", start_trigger_text="ابلاغ قانون")

    found = shown(card)

    assert found["life_events"].text == "سایر\nبرنامه‌ریزی"
    assert found["start_trigger"].text == "ابلاغ قانون"
