"""What follows from a card: its public part, its stages, its search text."""

import pytest

from khedmat.cards import outline
from khedmat.cards.canonical import canonical, content_of, tidy
from khedmat.cards.form import Card, CostItem, Diagram
from tests.factories import forms
from tests.factories.cards import VersionFactory


def test_the_public_card_hides_the_filler_and_the_accounts_and_nothing_else():
    card = forms.card()

    public = outline.public_card(card)

    assert public.filled_by == Card().filled_by
    assert [item.account for item in public.cost.items] == [None]
    assert [item.amount_rial for item in public.cost.items] == [250_000]
    assert public.model_dump(exclude={"filled_by", "cost"}) == card.model_dump(exclude={"filled_by", "cost"})
    assert card.filled_by.name == "مسئول نمونه"


@pytest.mark.django_db
def test_a_version_gives_both_cards():
    version = VersionFactory()

    assert version.card.filled_by.name == "مسئول نمونه"
    assert version.public_card.filled_by.name is None
    assert version.public_card.title == version.card.title == str(version)


@pytest.mark.parametrize(
    ("stages", "electronic", "visit"),
    [
        (None, None, None),
        ({"request": {"electronic": True}}, True, False),
        ({"request": {"electronic": False}}, False, False),
        ({"request": {"non_electronic": True}}, False, True),
        ({"request": {"electronic": True}, "delivery": {"non_electronic": True}}, True, True),
        ({"request": {"channels": ["website"]}}, None, None),
    ],
)
def test_what_the_stages_say_is_taken_as_said(stages, electronic, visit):
    card = forms.card(stages=stages)

    assert (outline.is_electronic(card), outline.needs_visit(card)) == (electronic, visit)


def test_search_text_has_a_limit():
    assert len(outline.search_text(forms.card(description="واژه " * 50_000))) == outline.LONGEST_SEARCH_TEXT


def test_members_that_say_nothing_are_no_rows():
    card = Card(processes=["", "یک"], diagram=Diagram(links=[("", "یک"), ("یک", "دو")]))
    card.cost.items = [CostItem(), CostItem(text=""), CostItem(amount_rial=0)]

    kept = tidy(card)

    assert (kept.processes, kept.diagram.links) == (["یک"], [("یک", "دو")])
    assert kept.cost.items == [CostItem(amount_rial=0)]
    assert content_of(kept)["recipients"] is None


@pytest.mark.parametrize("bad", ["\0", "\\\0", float("nan"), float("-inf")])
def test_what_json_or_the_database_cannot_hold_has_no_canonical_text(bad):
    with pytest.raises(ValueError, match="null character|JSON"):
        canonical({"a": bad})


@pytest.mark.parametrize("good", ["\\u0000", "\\\\u0000", "«»", 0, None])
def test_everything_else_has_one(good):
    assert canonical({"b": good, "a": 1}).startswith('{"a":1,"b":')
