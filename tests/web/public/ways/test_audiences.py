"""Whom services are for, by the boxes of the form and by the words of the cards."""

import pytest

from tests.factories.cards import VersionFactory

pytestmark = pytest.mark.django_db
PAGE = "/audiences/businesses/"


def told(response):
    return " ".join(response.content.decode().split())


def test_each_audience_says_how_many_published_services_it_has(client):
    VersionFactory(published=True, card={"service_type": ["G2B", "G2G"]})
    VersionFactory(card={"service_type": ["G2B"]})

    rows = client.get("/audiences/").context["rows"]

    assert [count for _, count in rows] == [0, 1, 1, 0]


def test_the_words_of_the_cards_narrow_the_list_and_live_in_the_address(client):
    VersionFactory(published=True, card={"title": "ثبت صادرات", "audience": "صادرکنندگان", "service_type": ["G2B"]})
    VersionFactory(published=True, card={"title": "ثبت معدن", "audience": "معدن‌داران", "service_type": ["G2B"]})
    VersionFactory(published=True, card={"title": "ثبت تولد", "audience": "والدین", "service_type": ["G2C"]})

    everything, narrowed = told(client.get(PAGE)), told(client.get(f"{PAGE}?named=صادرکنندگان"))

    assert "صادرکنندگان" in everything
    assert "معدن‌داران" in everything
    assert "والدین" not in everything
    assert "ثبت صادرات" in narrowed
    assert "ثبت معدن" not in narrowed


@pytest.mark.parametrize("query", ["?named=هیچ", "?page=99", "?named=%00", "?page=-1"])
def test_any_address_is_answered(client, query):
    assert client.get(PAGE + query).status_code == 200


def test_an_audience_without_services_says_so(client):
    assert "خدمتی با این نام نیست" in told(client.get(PAGE))


def test_a_sentence_is_no_name_of_an_audience(client):
    VersionFactory(published=True, card={"audience": "همهٔ کسانی که " * 9, "service_type": ["G2B"]})

    assert client.get(PAGE).context["words"] == []


def test_the_pages_ask_as_many_questions_for_many_services(client, assert_same_cost):
    def grow():
        VersionFactory(published=True, card={"service_type": ["G2B"]})

    grow()
    for page in ("/audiences/", PAGE):
        assert_same_cost(lambda page=page: client.get(page), grow)
