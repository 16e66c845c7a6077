"""A card that came from a scan waits until a person has looked at every value of it."""

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.actions import Asked, create_draft, edit_draft, submit
from khedmat.cards.form import Card, Source, Trace
from khedmat.cards.rules.engine import check
from tests.factories import forms
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, person

SCAN = Source(name="scan.png", media_type="image/png", ocr=True)


def scan(source=SCAN, sure=0.5):
    card = Card(title="صدور پروانه", audience="شهروندان")
    said = {"card.title": card.title, "card.audience": card.audience}
    lines = enumerate(said.items())
    steps = {path: Trace(raw=raw, block=line, start=0, end=5, sure=sure) for line, (path, raw) in lines}
    return forms.document(card, source=source).model_copy(update={"trace": steps})


def unseen(findings):
    return [(one.severity, one.field) for one in findings if one.rule == "R05"]


def test_values_of_a_scan_that_nobody_looked_at_block_the_card_with_one_finding():
    (found,) = [one for one in check(scan()) if one.rule == "R05"]

    assert (found.severity, found.field) == ("B", "card.title")
    assert "۲ مقدار" in found.message
    assert "عنوان خدمت" in found.fix


@pytest.mark.parametrize(
    "document", [scan(sure=1.0), scan(source=SCAN.model_copy(update={"ocr": False}))], ids=["looked at", "no scan"]
)
def test_what_somebody_looked_at_or_what_is_no_scan_is_free(document):
    assert unseen(check(document)) == []


@pytest.mark.django_db
def test_agreeing_and_retyping_settle_a_value_each_and_then_the_card_is_free():
    owner = OrganizationFactory()
    author = person("author", owner)
    draft = create_draft(scan(), owner=owner, by=author, at=NOW)
    assert unseen(draft.findings.all()) == [("B", "card.title")]
    with pytest.raises(ValidationError, match="با اصل برابر کنید"):
        submit(draft, by=author, at=NOW)

    agreed = edit_draft(draft, Asked(accepted=["card.title"]), seen=0, by=author, at=NOW)
    assert unseen(agreed.findings) == [("B", "card.audience")]

    typed = edit_draft(draft, Asked(said={"card.audience": "همگان"}), seen=1, by=author, at=NOW)
    assert unseen(typed.findings) == []
    assert submit(draft, by=author, at=NOW).stage == "submitted"
