"""One address a service: a page for people, data for machines."""

import json

import pytest

from tests.factories.cards import VersionFactory, identified
from tests.factories.popular import accepted

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    made = VersionFactory(published=True)
    identified(made.service, "13011234000")
    return made


@pytest.mark.parametrize(
    ("accept", "end"),
    [
        ("text/html", "/"),
        ("*/*", "/"),
        ("", "/"),
        ("image/png", "/"),
        ("application/ld+json", "/data.jsonld"),
        ("text/turtle", "/data.ttl"),
        ("application/n-triples", "/data.nt"),
        ("text/html;q=0.5, text/turtle", "/data.ttl"),
        ("text/turtle;q=0.2, text/html", "/"),
    ],
)
def test_the_asker_is_led_to_what_it_prefers(client, version, accept, end):
    answer = client.get("/id/service/13011234000/", headers={"accept": accept} if accept else {})

    assert answer.status_code == 303
    assert answer["Location"] == f"/services/{version.service_id}{end}"
    assert "Accept" in answer["Vary"]


@pytest.mark.parametrize("number", ["13011234000", "۱۳۰۱۱۲۳۴۰۰۰", "1301-1234-000", "n{key}"])
def test_a_number_in_any_writing_leads_there(client, version, number):
    assert client.get(f"/id/service/{number.format(key=version.service_id)}").status_code == 303


@pytest.mark.parametrize("number", ["13019999000", "n999999", "n", "x" * 200, "n" + "9" * 40])
def test_a_number_that_nobody_has_is_no_thing(client, version, number):
    assert client.get(f"/id/service/{number}/").status_code == 404


@pytest.mark.parametrize(
    ("kind", "media"), [("jsonld", "application/ld+json"), ("ttl", "text/turtle"), ("nt", "application/n-triples")]
)
def test_data_comes_in_three_writings_and_is_kept_by_its_mark(client, version, kind, media):
    address = f"/services/{version.service_id}/data.{kind}"

    answer = client.get(address)

    assert answer["Content-Type"].startswith(media)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert "مسئول نمونه" not in answer.content.decode()
    assert not client.cookies


def test_json_ld_stands_by_itself(client, version):
    found = json.loads(client.get(f"/services/{version.service_id}/data.jsonld").content)

    assert found["@context"]["cpsv"] == "http://purl.org/vocab/cpsv#"
    assert any(node["id"].endswith("/id/service/13011234000") for node in found["@graph"])


def test_an_unknown_kind_or_list_is_no_page(client, version):
    assert client.get(f"/services/{version.service_id}/data.xml").status_code == 404
    assert client.get("/codes/nothing.ttl").status_code == 404
    assert client.get("/codes/level.xml").status_code == 404


def test_a_service_that_ended_is_gone_with_its_page(client):
    ended = VersionFactory(stage="retired")

    assert client.get(f"/id/service/n{ended.service_id}/").status_code == 303
    assert client.get(f"/services/{ended.service_id}/data.ttl").status_code == 410


def test_a_draft_is_no_thing(client):
    assert client.get(f"/id/service/n{VersionFactory().service_id}/").status_code == 404


def test_code_lists_are_there(client):
    assert "ملی" in client.get("/codes/level.ttl").content.decode()


def test_a_name_that_came_into_force_is_new_data(client, version):
    address = f"/services/{version.service_id}/data.ttl"
    before = client.get(address)["ETag"]

    accepted("سوپیشینه", version.service)

    after = client.get(address, headers={"if-none-match": before})
    assert after.status_code == 200
    assert "سوپیشینه" in after.content.decode()
