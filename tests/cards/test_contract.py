"""The contract: what it refuses, what it writes as null, and that nothing is lost on the way there and back."""

import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from khedmat.cards import form
from khedmat.cards.canonical import canonical, content_of, digest_of, document_of, paper_of, tidy
from khedmat.cards.form import Card, Document, as_contract, card_from_contract, from_contract, prune
from tests.factories import forms, generated

PLAIN = {"kind": "service_card", "source": {"name": "a.txt", "media_type": "text/plain"}}
EASY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
WRONG = [
    ("title", 7),
    ("title", ["عنوان"]),
    ("title", {"fa": "عنوان"}),
    ("service_id", 18051234000),
    ("service_type", "G2C"),
    ("service_type", ["g2c"]),
    ("service_type", [None, 3]),
    ("service_type", {"G2C": True}),
    ("nature", "حاکمیتی"),
    ("nature", ""),
    ("nature", ["sovereign"]),
    ("level", ["استانی"]),
    ("level", 1),
    ("life_events", ["wedding"]),
    ("start_trigger", ["law"]),
    ("leads_to_permit", "شاید"),
    ("leads_to_permit", 2),
    ("documents", "کارت ملی"),
    ("documents", [{"text": "کارت ملی"}]),
    ("laws", [["قانون"]]),
    ("recipients", 100),
    ("recipients.count", -1),
    ("recipients.count", 1.5),
    ("recipients.count", "صد"),
    ("recipients.count", 10**13),
    ("recipients.per", "decade"),
    ("average_duration.unit", "روز"),
    ("average_duration.value", "پنج"),
    ("average_duration.basis", "once"),
    ("frequency.times", -3),
    ("frequency.times", 10**10),
    ("frequency.once", "always"),
    ("visits.count", 10**7),
    ("visits.max", -1),
    ("cost.items", {"amount_rial": 5}),
    ("cost.items", [5]),
    ("cost.items", [{"amount_rial": -5}]),
    ("cost.items", [{"amount_rial": 10**19}]),
    ("cost.items", [{"amount_rial": 0.5}]),
    ("cost.items", [{"price": 5}]),
    ("cost.free", "رایگان"),
    ("stages", ["request"]),
    ("stages.payment", {}),
    ("stages.request.channels", ["pigeon"]),
    ("stages.request.visit_levels", ["village"]),
    ("stages.request.visit_reasons", ["custom"]),
    ("stages.request.electronic", "yes please"),
    ("internal_systems", [{"modes": ["telepathy"]}]),
    ("external_inquiries", [{"paper_by": "courier"}]),
    ("external_inquiries", [{"fee": 500}]),
    ("processes", [1, 2]),
    ("diagram.links", [["یک"]]),
    ("diagram.links", [["یک", "دو", "سه"]]),
    ("diagram.boxes", [None, 5]),
    ("filled_by", "کارشناس"),
    ("filled_by.age", 40),
    ("tittle", "عنوان"),
    ("Title", "عنوان"),
    ("stages.request.Channels", []),
]
WRONG_AROUND = [
    {"kind": "letter"},
    {"kind": None},
    {"edition": "1500"},
    {"services": {"title": "یک"}},
    {"services": [{"name": "یک"}]},
    {"permits": [{"action": "steal"}]},
    {"permits": [{"duration": {"unit": "year"}}]},
    {"permits": [{"applicants": "natural"}]},
    {"inquiries": [{"kind": "question"}]},
    {"undecided": "level"},
    {"undecided": [5]},
    {"warnings": [{"code": "x"}]},
    {"source": None},
    {"source": {"name": "a"}},
    {"source": {"name": "a", "media_type": "b", "pages": "many"}},
    {"extra": 1},
]
EMPTIES = [
    ("title", ""),
    ("documents", []),
    ("service_type", []),
    ("recipients", {}),
    ("stages", {"request": {"channels": []}}),
    ("cost", {"items": []}),
    ("diagram", {"boxes": [], "links": []}),
    ("filled_by", {"name": "  "}),
]
SAID = [
    ("cost", {"free": False}),
    ("leads_to_permit", False),
    ("recipients", {"count": 0}),
    ("visits", {"count": 0}),
    ("stages", {"request": {"electronic": False}}),
    ("frequency", {"once": False}),
    ("average_duration", {"min": 0}),
]


def with_card(path: str, value: object) -> dict:
    card: dict = {}
    here = card
    *above, last = path.split(".")
    for name in above:
        here = here.setdefault(name, {})
    here[last] = value
    return PLAIN | {"card": card}


def words_of(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize(("path", "value"), WRONG, ids=str)
def test_a_value_of_another_kind_is_refused_where_it_stands(path, value):
    with pytest.raises(ValidationError) as caught:
        from_contract(with_card(path, value))

    assert all(error["loc"][0] == "card" for error in caught.value.errors())
    assert path.split(".")[-1] in map(str, caught.value.errors()[0]["loc"])


@pytest.mark.parametrize("changes", WRONG_AROUND, ids=str)
def test_what_stands_around_the_card_is_held_to_the_contract_too(changes):
    with pytest.raises(ValidationError):
        from_contract(PLAIN | {"card": {}} | changes)


@pytest.mark.parametrize("name", Card.model_fields)
def test_null_is_nothing_said_for_every_member(name):
    card = card_from_contract({name: None})

    assert card == Card()
    assert content_of(card)[name] is None


@pytest.mark.parametrize(("name", "empty"), EMPTIES)
def test_what_says_nothing_is_written_as_null(name, empty):
    document = from_contract(with_card(name, empty))

    assert content_of(document.card)[name] is None
    assert as_contract(document)["card"] is None


@pytest.mark.parametrize(("name", "said"), SAID)
def test_zero_and_no_are_said(name, said):
    written = as_contract(from_contract(with_card(name, said)))["card"][name]

    assert prune(written) not in (None, {})
    assert card_from_contract({name: written}) == card_from_contract({name: said})


def test_every_name_of_the_contract_is_written_and_the_lists_of_doubts_always():
    written = as_contract(Document(**PLAIN, card=Card()))

    assert set(written) == set(Document.model_fields) - {"trace", "not_applicable"}
    assert (written["undecided"], written["warnings"], written["permits"]) == ([], [], None)
    assert "trace" not in written
    assert as_contract(Document(**PLAIN), trace=True)["trace"] == {}


def test_a_whole_number_of_days_is_written_without_a_point():
    written = as_contract(from_contract(with_card("average_duration", {"value": 3.0, "min": 0.5})))

    assert words_of(written["card"]["average_duration"]["value"]) == "3"
    assert written["card"]["average_duration"]["min"] == 0.5


@pytest.mark.parametrize("count", [0, 1, 10**12])
def test_the_largest_numbers_of_the_form_are_kept_exactly(count):
    assert from_contract(with_card("recipients.count", count)).card.recipients.count == count


def test_blanks_around_a_text_are_no_part_of_it():
    card = card_from_contract({"title": "  صدور \n", "documents": [" یک ", "دو\t"]})

    assert (card.title, card.documents) == ("صدور", ["یک", "دو"])


@EASY
@given(generated.cards())
def test_any_card_comes_back_from_its_content(card):
    back = card_from_contract(json.loads(canonical(content_of(tidy(card)))))

    assert content_of(back) == content_of(tidy(card))


@EASY
@given(generated.cards(), st.lists(generated.parts(form.Permit), max_size=2))
def test_a_document_comes_back_from_its_card_and_its_paper(card, permits):
    document = tidy(Document(**PLAIN, card=card, permits=permits))
    back = document_of(content_of(document.card), paper_of(document))

    assert as_contract(back) == as_contract(document)
    assert digest_of(back) == digest_of(document)


def test_reading_a_contract_leaves_what_was_given_alone():
    plain = {**PLAIN, "card": content_of(forms.card())}
    before = copy.deepcopy(plain)

    from_contract(plain)

    assert plain == before
