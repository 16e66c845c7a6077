"""What breaks the contract of the form is told in Persian: every value of every box of every model is tried."""

import pytest
from pydantic import ValidationError

from khedmat.cards.form import Document
from khedmat.cards.form.refusing import OTHER, SENTENCES, sentence
from tests.factories.hostile import errors_of, latin_of, models_in


@pytest.mark.parametrize("model", sorted(set(models_in(Document)), key=str))
def test_every_refusal_of_the_form_is_a_persian_sentence_of_its_own(model):
    errors = list(errors_of(model))

    assert errors
    assert {error["type"] for error in errors} <= set(SENTENCES)
    assert [error for error in errors if latin_of(error)] == []


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ({"kind": "service_card"}, "source نوشته نشده است و بی آن نمی‌شود"),
        ({"card": {"titel": "x"}}, "card.titel در قرارداد نیست؛ نام را درست کنید یا آن را بردارید"),
        ({"card": {"visits": {"count": -1}}}, "card.visits.count نباید کمتر از ۰ باشد"),
        ({"card": {"visits": {"count": 2.5}}}, "card.visits.count باید عدد صحیح باشد، بی‌اعشار"),
        ({"card": {"leads_to_permit": "شاید"}}, "card.leads_to_permit باید true یا false باشد"),
        ({"permits": [{"duration": {"unit": "year"}}]}, "permits.0.duration.unit باید یکی از این‌ها باشد: hour، day"),
    ],
)
def test_a_refusal_says_where_and_how_it_is_mended(plain, said):
    with pytest.raises(ValidationError) as caught:
        Document.model_validate(plain)

    found = {f"{'.'.join(map(str, error['loc']))} {sentence(error)}" for error in caught.value.errors()}
    assert said in found


def test_an_error_of_no_known_type_is_persian_too():
    assert sentence({"type": "of_tomorrow", "msg": "Input should be better", "ctx": {"limit": 3}}) == OTHER
