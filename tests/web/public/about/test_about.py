"""Statistics, accessibility, privacy."""

import csv
import io

import pytest

from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db


def told(response):
    return " ".join(response.content.decode().split())


def test_the_page_says_how_many_services_there_are_and_where_other_figures_stand(client):
    VersionFactory(published=True, service__owner=OrganizationFactory(kind="bank"))

    page = told(client.get("/statistics/"))

    for said in ("۱ خدمت منتشرشده", "بانک", "حاکمیتی", 'href="/quality/"', 'href="/insight/electronic/"'):
        assert said in page


def test_the_figures_can_be_taken_away_and_say_of_which_day_they_are(client):
    VersionFactory(published=True, service__owner=OrganizationFactory(kind="bank"))

    text = client.get("/statistics.csv").content.decode().lstrip("\ufeff")

    row = next(csv.DictReader(io.StringIO(text)))
    assert (row["جدول"], row["ردیف"], row["شناسنامهٔ منتشرشده"]) == ("گونهٔ دستگاه", "بانک", "1")
    assert len(row["شمرده در"]) == 10


def test_an_empty_registry_says_so(client):
    assert "هنوز شناسنامه‌ای منتشر نشده است" in told(client.get("/statistics/"))


def test_the_statistics_ask_as_many_questions_for_many_cards(client, assert_same_cost):
    def grow():
        VersionFactory(published=True, service__owner=OrganizationFactory(kind="fund"))

    grow()

    assert_same_cost(lambda: client.get("/statistics/"), grow)


@pytest.mark.parametrize("address", ["/accessibility/", "/privacy/"])
def test_what_is_promised_costs_no_question_to_the_database_and_no_cookie(client, address, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get(address)

    assert response.status_code == 200
    assert not response.cookies
    assert "max-age" in response["Cache-Control"]


@pytest.mark.parametrize("address", ["/", "/statistics/", "/events/", "/finder/", "/insight/documents/"])
def test_every_page_leads_to_the_promises(client, address):
    page = client.get(address).content.decode()

    assert 'href="/accessibility/"' in page
    assert 'href="/privacy/"' in page
    assert 'href="/statistics/"' in page
