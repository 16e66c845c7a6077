"""Older revisions of a provincial copy keep their address; an ID leads to a given version, here or in a province."""

import pytest

from khedmat.cards import checking
from khedmat.cards.models import Service
from tests.factories.copies import copy_of, national, new_template

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(monkeypatch):
    monkeypatch.setattr(checking, "check", lambda document: [])
    return national()


@pytest.fixture
def twice(world):
    """Two revisions of one province, both once public."""
    copy_of(world, "published", visits={"card.visits.count": 4})
    copy_of(world, "published", visits={"card.visits.count": 5})
    return world


def page_of(client, world, number, code="08"):
    return client.get(f"/services/{world.service.pk}/in/{code}/versions/{number}/")


def words(response):
    return " ".join(response.content.decode().split())


def test_a_revision_that_was_replaced_says_what_it_wrote_and_until_when(client, twice):
    text = words(page_of(client, twice, 1))

    assert "نسخهٔ ۱ استان کرمان" in text
    assert "۴ بار" in text
    assert "جایگزین‌شده در" in text
    assert f'href="/services/{twice.service.pk}/in/08/versions/2/"' in text
    assert "آنچه این نسخه عوض کرد" not in text


def test_the_next_one_says_what_it_changed(client, twice):
    response = page_of(client, twice, 2)

    (change,) = response.context["changes"]
    assert ("۴" in change.was, "۵" in change.now) == (True, True)
    assert f'href="/services/{twice.service.pk}/in/08/versions/1/"' in words(response)
    assert "جایگزین‌شده در" not in words(response)


def test_what_it_stood_beside_is_the_template_of_its_day(client, twice):
    before = words(page_of(client, twice, 1))

    new_template(twice, visits={"count": 9})

    assert words(page_of(client, twice, 1)) == before


def test_the_page_of_the_province_leads_to_its_revisions(client, twice):
    text = words(client.get(f"/services/{twice.service.pk}/in/08/"))

    assert f'href="/services/{twice.service.pk}/in/08/versions/2/"' in text


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved"])
def test_what_was_never_public_has_no_address_for_anybody(client, client_for, world, stage):
    copy_of(world, stage)

    assert page_of(client, world, 1).status_code == 404
    assert page_of(client_for(world.kerman.author), world, 1).status_code == 404


def test_other_numbers_and_other_provinces_are_not_there(client, twice):
    assert [page_of(client, twice, *place).status_code for place in [(3,), (0,), (1, "09")]] == [404] * 3


def test_a_revision_costs_four_questions_and_little_weight(client, twice, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        response = page_of(client, twice, 2)

    assert len(response.content) < 50_000
    assert "public" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("tail", "where"),
    [
        ("/", "/services/{pk}/"),
        ("/v/1/", "/services/{pk}/versions/1/"),
        ("@08/", "/services/{pk}/in/08/"),
        ("@۰۸/", "/services/{pk}/in/08/"),
        ("@08/v/2/", "/services/{pk}/in/08/versions/2/"),
    ],
)
def test_an_id_leads_to_a_province_and_to_a_version(client, twice, tail, where):
    code = Service.objects.get(pk=twice.service.pk).code

    response = client.get(f"/services/by-id/{code}{tail}")

    assert (response.status_code, response["Location"]) == (302, where.format(pk=twice.service.pk))


def test_a_damaged_id_and_a_code_that_cannot_be_lead_nowhere(client, twice):
    assert client.get("/services/by-id/13010001999@08/v/2/").status_code == 404
    assert client.get(f"/services/by-id/{twice.service.code}@a%20b/").status_code == 404
