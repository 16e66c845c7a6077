"""Changing a document box by box: the boxes, two people at once, rows that move."""

import pytest
from hypothesis import HealthCheck, given, settings

from khedmat.cards import editing
from khedmat.cards.canonical import digest_of, tidy
from khedmat.cards.editing import still_warned
from khedmat.cards.form import Warning, as_contract
from tests.factories import forms, generated

ROWS = [{"system": "الف", "modes": ["online"]}, {"system": "ب", "modes": ["paper"]}]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=generated.st.data())
def test_a_card_written_from_its_own_boxes_says_the_same(data):
    card = data.draw(generated.parts(forms.form.Card))
    document = tidy(forms.document(card))

    again = editing.written(forms.document(forms.form.Card()), editing.boxes_of(document))

    assert digest_of(again) == digest_of(document)


def test_a_box_is_a_leaf_or_a_whole_list():
    boxes = editing.boxes_of(forms.document(forms.card(processes=["الف", "ب"]), not_applicable={"card.laws": "چرا"}))

    assert boxes["card.processes"] == ["الف", "ب"]
    assert boxes["card.stages.request.counter_contract"] is None
    assert boxes["not_applicable.card.laws"] == "چرا"
    assert not {"card", "card.stages", "card.cost"} & set(boxes)


def test_a_value_is_written_into_a_part_that_said_nothing():
    document = editing.written(forms.document(forms.form.Card()), {"card.recipients.count": 3})

    assert document.card.recipients.count == 3


def test_a_reason_that_is_taken_back_is_gone():
    document = forms.document(not_applicable={"card.laws": "قانونی ندارد چون"})

    assert editing.written(document, {"not_applicable.card.laws": ""}).not_applicable == {}


@pytest.mark.parametrize("path", ["card.nothing", "card.title.more", "somewhere", "card.nature"])
def test_what_the_contract_does_not_know_is_refused(path):
    with pytest.raises(ValueError, match=path.split(".")[1] if "." in path else path):
        editing.written(forms.document(), {path: "ناشناخته"})


def test_changes_of_other_boxes_are_both_kept():
    seen, now = {"a": 1, "b": 1}, {"a": 2, "b": 1}

    changes, clashes = editing.merge(seen=seen, now=now, posted={"a": 1, "b": 5})

    assert (changes, clashes) == ({"b": 5}, [])


def test_two_different_changes_of_one_box_clash():
    _, clashes = editing.merge(seen={"a": 1}, now={"a": 2}, posted={"a": 3})

    assert clashes == [editing.Clash("a", 3, 2)]


def test_the_same_change_twice_is_no_clash():
    assert editing.merge(seen={"a": 1}, now={"a": 2}, posted={"a": 2}) == ({}, [])


def test_rewinding_gives_the_boxes_of_an_earlier_page():
    edits = [{"a": {"was": 2, "now": 3}}, {"a": {"was": 1, "now": 2}, "b": {"was": None, "now": 7}}]

    assert editing.rewind({"a": 3, "b": 7, "c": 9}, edits) == {"a": 1, "b": None, "c": 9}


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (ROWS, "card.internal_systems.1.modes"),
        ([ROWS[1], ROWS[0]], "card.internal_systems.0.modes"),
        ([ROWS[1]], "card.internal_systems.0.modes"),
        ([ROWS[0]], None),
        ([ROWS[0], {"system": "ب", "modes": ["batch"]}], None),
        ([ROWS[0], {"system": "ج", "modes": ["paper"]}], "card.internal_systems.1.modes"),
    ],
)
def test_a_path_follows_its_row(rows, place):
    before, after = (as_contract(forms.document(forms.card(internal_systems=these))) for these in (ROWS, rows))

    assert editing.carried("card.internal_systems.1.modes", before, after) == place


def test_a_doubt_goes_when_it_is_settled_and_moves_with_its_row():
    rows = [{"system": "الف"}, {"system": "ب"}]
    before = as_contract(forms.document(forms.card(internal_systems=rows, nature=None)))
    after = as_contract(forms.document(forms.card(internal_systems=rows[1:], nature="sovereign")))

    left = editing.still_undecided(
        ["internal_systems.1.modes", "audience", "nature", "level"], {"card.audience"}, change=(before, after)
    )

    assert left == ["internal_systems.0.modes", "level"]


def test_what_the_reader_took_for_no_value_is_held_until_somebody_writes_or_settles_it():
    warned = [Warning(code="filler", field=f"card.{name}", message="-") for name in ("visits", "audience", "url")]
    change = {"card": {"visits": None}}, {"card": {"visits": {"count": 1}}}

    assert [one.field for one in still_warned(warned, ["card.url"], change=change)] == ["card.audience"]


def test_a_warning_of_no_box_stays_and_one_of_a_row_goes_where_its_row_goes():
    warned = [Warning(code="cut", message="-"), Warning(code="both", field="card.rows.0.by", message="-")]
    change = {"card": {"rows": [{"name": "a"}]}}, {"card": {"rows": [{"name": "b"}, {"name": "a"}]}}

    assert [one.field for one in still_warned(warned, [], change=change)] == [None, "card.rows.1.by"]
