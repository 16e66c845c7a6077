"""Any card against the rules, and nothing stored."""

import pytest

from khedmat.cards.models import ServiceVersion
from tests.factories.forms import A_CARD
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
VALIDATE = "/api/v1/validate"


def post(client, body):
    return client.post(VALIDATE, body, content_type="application/json")


def test_an_empty_card_is_told_what_it_lacks_and_gets_no_total(client):
    said = post(client, {"card": {}}).json()

    assert said["total"] is None
    assert "card.title" in [one["field"] for one in said["findings"]]


def test_a_filled_card_has_more_points_than_an_empty_one_and_nothing_is_stored(client):
    filled, empty = (post(client, {"card": card}).json()["parts"] for card in (A_CARD, {}))

    assert filled["completeness"] > empty["completeness"]
    assert not ServiceVersion.objects.exists()


def test_null_says_nothing_and_an_unknown_box_is_refused_by_name(client):
    assert post(client, {"card": {"documents": None, "title": None}}).status_code == 200

    refused = post(client, {"card": {"titel": "x"}})

    assert refused.status_code == 422
    assert "titel" in refused.json()["detail"]


def test_one_address_asks_so_often_and_hears_when_it_may_again(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "validate": "1/5m/ip"}
    first, late = post(client, {"card": A_CARD}), post(client, {"card": A_CARD})

    assert (first.status_code, first["RateLimit-Policy"]) == (200, '"validate";q=1;w=300')
    assert late.status_code == 429
    assert 0 < int(late["Retry-After"]) <= 300


def test_it_knows_the_agencies_that_the_centre_added(client):
    name = "سازمان پایش آسمان کشور"
    card = {"external_inquiries": [{"agency": name}]}
    before = {one["rule"] for one in post(client, {"card": card}).json()["findings"]}

    OrganizationFactory(code="sky", name=name)

    after = {one["rule"] for one in post(client, {"card": card}).json()["findings"]}
    assert before - after == {"O03"}


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '{"card": 1}', '{"card": {"title": "\\ud800"}}', "[" * 10_000])
def test_no_body_breaks_it(client, body):
    response = post(client, body)

    assert response.status_code in (400, 422)
    assert response["Content-Type"] == "application/problem+json"


def test_reading_it_says_how_it_is_asked(client):
    response = client.get(VALIDATE)

    assert (response.status_code, response["Allow"]) == (405, "POST")
