"""A dismissal is tied to what was found and to all that the boxes of the field say."""

from types import SimpleNamespace

import pytest

from khedmat.cards.governing.fingerprints import Fingerprints
from tests.factories import forms

FOUND = {"rule": "C05", "field": "card.description", "message": "شرح چیزی نمی‌گوید."}


def mark(found=FOUND, permits=(), **changes):
    document = forms.document(forms.card(**changes), permits=permits)
    return Fingerprints(document).of(SimpleNamespace(**found))


def test_the_same_finding_of_the_same_text_is_the_same():
    assert mark() == mark()
    assert len(mark()) == 64


@pytest.mark.parametrize(
    "other",
    [{"rule": "C06"}, {"field": "card.title"}, {"message": "شرح کوتاه است."}],
    ids=lambda other: next(iter(other)),
)
def test_another_rule_field_or_message_is_another_finding(other):
    assert mark(FOUND | other) != mark()


def test_another_text_in_the_box_is_another_finding_and_in_other_boxes_the_same():
    assert mark(description="شرحی دیگر") != mark()
    assert mark(audience="کسی دیگر") == mark()
    assert mark(title="عنوانی دیگر") == mark()


def test_a_group_of_boxes_counts_whole():
    found = FOUND | {"field": "card.stages"}
    stage = {"electronic": True, "channels": ["website"]}

    assert mark(found, stages={"request": stage}) != mark(found, stages={"delivery": stage})


def test_a_row_of_a_list_counts_with_its_list():
    found = FOUND | {"field": "card.documents.0"}

    assert mark(found, documents=["شناسنامه"]) != mark(found, documents=["گذرنامه"])


def test_permit_forms_count_with_all_their_rows():
    found = FOUND | {"field": "permits.0.validity"}

    assert mark(found, permits=forms.PERMITS) != mark(found)


def test_a_finding_of_no_field_is_its_words_alone():
    found = FOUND | {"field": ""}

    assert mark(found, description="شرحی دیگر") == mark(found)
