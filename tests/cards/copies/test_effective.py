"""The card of a province: the national one, and what the province writes."""

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from khedmat.cards.canonical import content_of, digest_of, tidy
from khedmat.cards.copies.boxes import MAY_DIFFER
from khedmat.cards.copies.comparing import rows, settled, unchosen
from khedmat.cards.copies.effective import differing, effective, own_value
from khedmat.cards.editing import value_at
from tests.factories import forms
from tests.factories.generated import cards


def some_boxes(card):
    """What another card says in some of the boxes."""
    content = content_of(tidy(card))
    return st.sets(st.sampled_from(MAY_DIFFER)).map(lambda boxes: {box: value_at(content, box) for box in boxes})


@settings(max_examples=40, deadline=None, phases=[Phase.generate])
@given(cards())
def test_a_province_that_says_nothing_has_the_national_card(card):
    document = tidy(forms.document(card))

    assert digest_of(effective(document, {})) == digest_of(document)


@settings(max_examples=40, deadline=None, phases=[Phase.generate])
@given(cards(), cards().flatmap(some_boxes))
def test_what_the_province_says_holds_and_all_else_is_the_template_s(card, overrides):
    document = effective(tidy(forms.document(card)), overrides)

    assert all(own_value(document, box) == value for box, value in overrides.items())
    others = [box for box in MAY_DIFFER if box not in overrides]
    assert all(own_value(document, box) == value_at(content_of(tidy(card)), box) for box in others)


@settings(max_examples=40, deadline=None, phases=[Phase.generate])
@given(cards(), cards(), cards().flatmap(some_boxes))
def test_what_is_kept_survives_a_new_template_and_what_is_taken_follows_it(old, new, overrides):
    before, after = content_of(old), content_of(new)
    own = differing(overrides, before)
    found = rows(before, after, own)
    kept = settled(found, dict.fromkeys([row.box for row in found if row.is_own], "keep"), after)
    taken = settled(found, {row.box: "take" for row in found}, after)

    assert kept == differing(own, after)
    assert taken == {}


def test_where_nobody_chose_only_boxes_that_both_wrote_are_asked_about():
    old, new = content_of(forms.card()), content_of(forms.card(url="https://new.example.ir/", visits={"count": 5}))
    found = rows(old, new, {"visits": {"text": None, "count": 2, "max": None}, "documents": ["کارت ملی"]})

    assert [(row.box, row.usual) for row in found] == [("documents", "keep"), ("visits", None), ("url", "take")]
    assert [row.box for row in unchosen(found, {})] == ["visits"]
    assert unchosen(found, {"visits": "keep"}) == []


def test_what_the_template_leaves_unclear_is_clear_where_the_province_says_it():
    document = forms.document(
        forms.card(cost=None, visits=None),
        undecided=["cost.free", "visits.count"],
        not_applicable={"card.cost": "برای این خدمت هزینه‌ای گرفته نمی‌شود"},
    )

    own = effective(document, {"cost": {"free": True}})

    assert own.undecided == ["visits.count"]
    assert own.not_applicable == {}
    assert own.card.cost.free is True
