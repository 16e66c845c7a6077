"""Whatever a form holds, checking ends, soon, with findings."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khedmat.cards.form import Card, CostItem, Document, ExternalInquiry, Inquiry, Permit, Source, StageAccess, Warning
from khedmat.cards.rules.engine import check
from tests.cards.rules.example import example

SOON = 5.0  # seconds for 100,000 hostile characters in every box, on a machine that does other work as well
LENGTH = 100_000
NASTY = ["(", "((a", "«", ".", "-", " و ", "،", "1/", "1/1", "www.", "a@", "x", "ش"]
NASTY += ["سازمان ", "سازمان و ", "در صورت ", "\u200c", "%(s)s"]
WORDS = st.text(alphabet="ابپتجدرزسشعفقکگلمنوهی 0123456789۱۲۳٤٥/().،:-_…%@كي\u200cABwWxX", max_size=60)
LINES = st.lists(WORDS, max_size=3)
BOXES = ["title", "description", "audience", "executive_agency", "url"]
BOXES += ["life_event_text", "start_trigger_text", "system_name"]
PATHS = st.sampled_from(["level", "cost", "stages", "stages.request", "visits.count", "", "no.such.path", "permits.0"])
CODES = st.sampled_from(["id_text", "id_shape", "filler", "placeholder", "both"])
CARDS = st.builds(
    Card,
    **dict.fromkeys(("url", "title", "description", "executive_agency", "parent_agency", "system_name"), WORDS),
    **dict.fromkeys(("documents", "laws", "processes"), LINES),
    external_inquiries=st.lists(st.builds(ExternalInquiry, agency=WORDS, fields=WORDS), max_size=2),
)
WARNINGS = st.lists(st.builds(Warning, code=CODES, message=WORDS), max_size=3)
SOURCE = Source(name="a.txt", media_type="text/plain")


@pytest.mark.parametrize("piece", NASTY)
def test_a_hundred_thousand_hostile_characters_in_every_box_are_checked_soon(piece):
    text = (piece * LENGTH)[:LENGTH]
    changes = dict.fromkeys(BOXES, text) | {"documents": [text], "laws": [text], "processes": [text], "cost.text": text}
    row = {"agency": text, "fields": text, "notes": text, "modes": ["online"]}
    start = time.perf_counter()

    check(example(changes | {"external_inquiries": [row], "diagram.boxes": [text], "visits.text": text}))

    assert time.perf_counter() - start < SOON


@settings(max_examples=60, deadline=None)
@given(card=CARDS, undecided=st.lists(PATHS, max_size=4), warnings=WARNINGS)
def test_any_card_is_checked_without_a_crash_and_every_message_is_whole(card, undecided, warnings):
    found = check(Document(kind="service_card", card=card, undecided=undecided, warnings=warnings, source=SOURCE))

    assert all(one.message and one.fix and one.field for one in found)
    assert not any("%(row)" in one.message for one in found)


@settings(max_examples=60, deadline=None)
@given(
    permits=st.lists(st.builds(Permit, title=WORDS, validity=WORDS, legal_basis=WORDS), max_size=4),
    inquiries=st.lists(st.builds(Inquiry, agency=WORDS, permit=WORDS), max_size=4),
)
def test_any_permit_list_is_checked_without_a_crash(permits, inquiries):
    assert isinstance(check(Document(kind="permit_list", permits=permits, inquiries=inquiries, source=SOURCE)), list)


@settings(max_examples=60, deadline=None)
@given(stage=st.builds(StageAccess), item=st.builds(CostItem), text=WORDS)
def test_any_stage_and_price_are_checked_without_a_crash(stage, item, text):
    plain = {"stages": {"request": stage.model_dump()}, "cost": {"text": text, "items": [item.model_dump()]}}
    card = Card.model_validate(plain)

    assert check(Document(kind="service_card", card=card, source=SOURCE))
