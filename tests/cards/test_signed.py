"""What of a document is signed, what is kept of it, and what of it nobody outside learns."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khedmat.cards import form
from khedmat.cards.canonical import canonical, content_of, digest_of, paper_of, tidy
from khedmat.cards.form import Card, Document, as_contract, from_contract
from khedmat.cards.outline import public_card
from tests.factories import forms, generated

PLAIN = {"kind": "service_card", "source": {"name": "a.txt", "media_type": "text/plain"}}
EASY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def shuffled(value: object) -> object:
    """The same JSON, its names the other way round."""
    if isinstance(value, dict):
        return {name: shuffled(value[name]) for name in reversed(value)}
    return [shuffled(member) for member in value] if isinstance(value, list) else value


def words_of(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@EASY
@given(generated.cards())
def test_the_digest_does_not_know_the_order_of_names(card):
    written = as_contract(tidy(Document(**PLAIN, card=card)))

    assert canonical(written) == canonical(shuffled(written))
    assert digest_of(from_contract(shuffled(written))) == digest_of(from_contract(written))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", "دیگر"),
        ("cost", {"free": True}),
        ("visits", {"count": 2}),
        ("documents", ["درخواست", "کارت ملی"]),
        ("leads_to_permit", False),
        ("filled_by", None),
    ],
)
def test_every_change_of_the_card_changes_its_digest(path, value):
    assert digest_of(forms.document(forms.card(**{path: value}))) != digest_of(forms.document())


@pytest.mark.parametrize(
    "changes",
    [{"source": {"name": "b.html", "media_type": "text/html"}}, {"warnings": [{"code": "x", "message": "y"}]}],
)
def test_what_the_file_is_called_and_what_the_reader_remarked_is_not_signed(changes):
    assert digest_of(forms.document(**changes)) == digest_of(forms.document())


def test_doubts_are_signed_in_any_order():
    one, other = ["level", "nature"], ["nature", "level"]

    assert digest_of(forms.document(undecided=one)) == digest_of(forms.document(undecided=other))
    assert digest_of(forms.document(undecided=one)) != digest_of(forms.document())


@pytest.mark.parametrize("bad", ["الف\x00ب", "\x00", "\\\x00"])
def test_a_null_character_cannot_be_signed(bad):
    with pytest.raises(ValueError, match="null"):
        digest_of(forms.document(forms.card(title=bad)))


@pytest.mark.parametrize("good", ["\\u0000", "\\\\u0000", "C:\\u0000", "u0000"])
def test_the_spelling_of_a_null_character_is_a_text_like_any_other(good):
    assert json.loads(canonical({"title": good})) == {"title": good}


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan")])
def test_a_number_without_end_cannot_be_signed(number):
    card = forms.card().model_copy(update={"average_duration": form.Duration.model_construct(value=number)})

    with pytest.raises(ValueError, match=r"."):
        digest_of(forms.document(card))


@pytest.mark.parametrize("half", ["\ud800", "الف\udfff"])
def test_half_a_character_is_refused_before_it_is_kept(half):
    with pytest.raises(ValueError, match=r"."):
        digest_of(forms.document(forms.card().model_copy(update={"title": half})))


@EASY
@given(generated.cards(), st.integers(10**11, 10**12).map(str))
def test_nobody_outside_learns_who_filled_it_in_or_an_account(card, secret):
    filler = form.FilledBy(name=f"نام {secret}", phone=secret, email=f"a@{secret}.ir", unit=f"دفتر {secret}")
    items = [*card.cost.items, form.CostItem(amount_rial=5, account=secret)]
    full = card.model_copy(update={"filled_by": filler, "cost": card.cost.model_copy(update={"items": items})})

    public = public_card(full)

    assert secret not in words_of(content_of(public))
    assert content_of(public)["filled_by"] is None
    assert len(public.cost.items) == len(items)
    assert secret in words_of(content_of(full))


@EASY
@given(generated.cards())
def test_the_paper_beside_a_card_holds_nothing_of_the_card(card):
    paper = paper_of(Document(**PLAIN, card=card))

    assert "card" not in paper
    assert paper == paper_of(Document(**PLAIN, card=Card()))
