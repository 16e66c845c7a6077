"""What was read follows its value through edits: kept, moved with its row, agreed with, or written anew."""

import pytest

from khedmat.cards import actions
from khedmat.cards.actions import Asked
from khedmat.cards.checking import traced_document
from khedmat.cards.form import Trace
from tests.factories import forms
from tests.factories.cards import NOW

pytestmark = pytest.mark.django_db
ROWS = [{"system": "الف", "modes": ["online"]}, {"system": "ب", "modes": ["paper"]}]
PATHS = ("card.title", "card.audience", "card.internal_systems.0.system", "card.internal_systems.1.system")


@pytest.fixture
def draft(office):
    trace = {path: Trace(raw=path, block=place, start=0, end=1) for place, path in enumerate(PATHS)}
    document = forms.document(forms.card(internal_systems=ROWS)).model_copy(update={"trace": trace})
    return actions.create_draft(document, owner=office.owner, by=office.author, at=NOW)


@pytest.fixture
def states(draft, office):
    def after(*asked):
        for seen, one in enumerate(asked):
            actions.edit_draft(draft, one, seen=seen, by=office.author, at=NOW)
        return dict(draft.traces.values_list("path", "state"))

    return after


def test_another_box_changes_nothing_of_what_was_read(states):
    assert states(Asked({"card.url": "https://a.ir/x"})) == dict.fromkeys(PATHS, "read")


def test_a_row_that_moved_takes_its_reading_along(states, draft):
    states(Asked({"card.internal_systems": [ROWS[1], ROWS[0]]}))

    raws = dict(draft.traces.filter(path__contains="systems").values_list("path", "raw"))
    assert raws == {PATHS[2]: PATHS[3], PATHS[3]: PATHS[2]}


def test_a_row_that_is_taken_out_leaves_no_reading_that_looks_like_anothers(states):
    left = states(Asked({"card.internal_systems": [ROWS[1]]}))

    assert left[PATHS[2]] == "read"
    assert "replaced" not in (left[PATHS[0]], left[PATHS[1]])


def test_a_group_is_agreed_with_as_a_whole(states):
    after = states(Asked(accepted=["card.internal_systems"]))

    assert [after[path] for path in PATHS] == ["read", "read", "accepted", "accepted"]


def test_what_was_agreed_with_and_then_retyped_is_replaced(states):
    assert states(Asked(accepted=["card.title"]), Asked({"card.title": "دیگر"}))["card.title"] == "replaced"


def test_going_back_to_the_words_of_the_paper_stays_a_persons_writing(states):
    title = forms.A_CARD["title"]

    assert states(Asked({"card.title": "دیگر"}), Asked({"card.title": title}))["card.title"] == "replaced"


def test_rules_look_at_the_raw_text_of_what_nobody_wrote_anew(states, draft):
    states(Asked({"card.title": "دیگر"}))
    draft.refresh_from_db()

    assert set(traced_document(draft).trace) == set(PATHS) - {"card.title"}
