"""The API: published cards for programs."""

import json

import pytest
from django.db import OperationalError

from khedmat.api.v1 import catalogue
from tests.factories import forms
from tests.factories.cards import ServiceFactory, VersionFactory

pytestmark = pytest.mark.django_db
LIST = "/api/v1/services"


@pytest.fixture
def version():
    return VersionFactory(published=True)


def ids(client, query=""):
    return [item["id"] for item in client.get(f"{LIST}{query}").json()["items"]]


def test_a_card_is_given_in_the_contract_s_words(client, version):
    said = client.get(f"{LIST}/{version.service.pk}").json()

    assert said["card"]["average_duration"] == {
        "text": "سه روز",
        "value": 3,
        "min": None,
        "max": None,
        "unit": "day",
        "working": None,
        "basis": None,
    }
    assert said["card"]["parent_agency"] is None
    assert said["stage"] == "published"
    assert said["number"] == 1
    assert said["sha256"] == version.sha256


def test_fillers_and_accounts_are_in_no_answer(client, version):
    text = client.get(f"{LIST}/{version.service.pk}").content.decode() + client.get(LIST).content.decode()

    for private in ("مسئول نمونه", "00000000", "دفتر نمونه", "IR-4000", "account", "filled_by"):
        assert private not in text


def test_permits_and_undecided_boxes_come_with_the_card(client):
    document = forms.document(
        forms.card(nature=None), undecided=["nature"], permits=forms.PERMITS, inquiries=forms.INQUIRIES
    )
    version = VersionFactory(published=True, document=document)

    said = client.get(f"{LIST}/{version.service.pk}").json()

    assert said["undecided"] == ["nature"]
    assert [permit["action"] for permit in said["permits"]] == ["issue", "renew"]
    assert said["inquiries"][0]["name"] == "مفاصاحساب"


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved", "replaced"])
def test_only_what_is_in_force_is_given(client, stage):
    version = VersionFactory(stage=stage)

    response = client.get(f"{LIST}/{version.service.pk}")

    assert ids(client) == []
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["title_en"] == "Not found"


def test_pages_follow_each_other_to_the_end_and_nothing_comes_twice(client):
    wanted = [version.service.pk for version in VersionFactory.create_batch(5, published=True)]

    seen, address = [], f"{LIST}?limit=2"
    while address:
        answer = client.get(address).json()
        seen, address = seen + [item["id"] for item in answer["items"]], answer["next"]

    assert seen == wanted


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=101", "limit=9999999999999999999999", "limit=x", "place=8", "updated_after=x", "type=G2X"],
)
def test_a_request_out_of_bounds_is_refused_with_the_name_of_what_is_wrong(client, query):
    response = client.get(f"{LIST}?{query}")

    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"
    assert query.split("=")[0] in response.json()["detail"]


@pytest.mark.parametrize(
    ("query", "change"),
    [
        ("type=G2E", {"service_type": ["G2E"]}),
        ("level=rural", {"level": ["rural"]}),
        ("event=death", {"life_events": ["death"]}),
        ("q=ماهیگیری", {"title": "پروانهٔ ماهیگیری"}),
        ("electronic=false", {"stages": {"request": {"electronic": False, "non_electronic": True}}}),
    ],
)
def test_filters_are_those_of_the_pages(client, version, query, change):
    wanted = VersionFactory(published=True, card=change)

    assert ids(client, f"?{query}") == [wanted.service.pk]


def test_what_did_not_change_is_not_sent_again(client, version):
    address = f"{LIST}/{version.service.pk}"
    etag = client.get(address)["ETag"]

    again = client.get(address, headers={"If-None-Match": etag})

    assert again.status_code == 304
    assert again.content == b""


def test_the_list_costs_the_same_whatever_it_holds(client, version, assert_same_cost):
    assert_same_cost(lambda: client.get(LIST), lambda: VersionFactory.create_batch(5, published=True))


def test_links_lead_to_the_pages(client):
    version = VersionFactory(published=True, service=ServiceFactory(code="10031093000"))
    item = client.get(LIST).json()["items"][0]

    assert item["code"] == "10031093000"
    assert item["links"]["page"] == f"http://testserver/services/{version.service.pk}/"


def test_the_contract_is_published_and_names_every_answer(client):
    contract = client.get("/api/v1/openapi.json").json()

    assert {LIST, LIST + "/{id}"} < set(contract["paths"])
    assert contract["openapi"].startswith("3.1")
    assert json.dumps(contract)


@pytest.mark.parametrize(
    ("pk", "status"), [("999999", 404), ("0", 422), ("99999999999999999999", 422), ("-1", 422), ("x", 422)]
)
def test_a_key_that_is_nobody_s_is_a_problem_and_no_crash(client, pk, status):
    assert client.get(f"{LIST}/{pk}").json()["status"] == status


def test_a_lost_database_is_a_problem_in_two_languages(client, monkeypatch):
    def lost(*args):
        raise OperationalError("gone")

    monkeypatch.setattr(catalogue, "narrowed", lost)

    response = client.get(LIST)

    assert response.status_code == 503
    assert response["Retry-After"] == "5"
    assert response.json()["title_en"].startswith("The database is away")
