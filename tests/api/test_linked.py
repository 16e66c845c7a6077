"""Linked data by the API: a card in the writing that the asker prefers, and whether it keeps to the shapes."""

import pytest

from tests.factories.cards import VersionFactory
from tests.factories.conformance import BREACH, judged

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    return VersionFactory(published=True)


def asked(client, version, accept, **headers):
    return client.get(f"/api/v1/services/{version.service_id}", headers={"accept": accept, **headers})


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("application/json", "application/json"),
        ("*/*", "application/json"),
        ("text/html", "application/json"),
        ("", "application/json"),
        ("application/ld+json", "application/ld+json"),
        ("text/turtle", "text/turtle"),
        ("application/n-triples", "application/n-triples"),
        ("text/turtle;q=0.4, application/json", "application/json"),
    ],
)
def test_a_card_comes_as_the_asker_prefers(client, version, accept, media):
    answer = asked(client, version, accept)

    assert answer.status_code == 200
    assert answer["Content-Type"].startswith(media)
    assert "Accept" in [word.strip() for word in answer["Vary"].split(",")]
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_what_did_not_change_is_not_sent_again_and_writings_have_marks_of_their_own(client, version):
    marks = {media: asked(client, version, media)["ETag"] for media in ("text/turtle", "application/ld+json")}

    assert len(set(marks.values())) == 2
    assert all(
        asked(client, version, media, **{"if-none-match": mark}).status_code == 304 for media, mark in marks.items()
    )


def test_nothing_of_people_is_in_the_data(client, version):
    said = asked(client, version, "text/turtle").content.decode()

    assert f"id/service/n{version.service_id}" in said
    assert [word for word in ("مسئول نمونه", "00000000", "IR-4000") if word in said] == []


def test_data_of_what_ended_is_a_problem_that_says_so(client):
    ended = VersionFactory(stage="retired")

    answer = asked(client, ended, "text/turtle")

    assert answer.status_code == 410
    assert answer["Content-Type"] == "application/problem+json"


def test_the_contract_names_every_writing(client):
    contract = client.get("/api/v1/openapi.json").json()

    told = contract["paths"]["/api/v1/services/{id}"]["get"]["responses"]["200"]["content"]

    assert set(told) == {"application/json", "application/ld+json", "text/turtle", "application/n-triples"}


def conformance(client, version):
    return client.get(f"/api/v1/services/{version.service_id}/conformance")


def test_a_card_that_conforms_says_with_what_it_was_judged(client, version):
    check = judged(version)

    said = conformance(client, version).json()

    assert (said["conforms"], said["violations"], said["version"]) == (True, [], 1)
    assert (said["shapes"], said["data"], said["standard"]) == (check.shapes, check.data, "CPSV-AP 3.2.0")


def test_a_breach_is_told_with_its_place_and_in_words(client, version):
    judged(version, BREACH)

    said = conformance(client, version).json()

    assert said["conforms"] is False
    assert said["violations"] == [{**BREACH, "path": "dct:title", "fa": "باید نوشته شود و نشده است"}]


def test_not_judged_yet_is_null_and_not_no(client, version):
    said = conformance(client, version).json()

    assert {said[name] for name in ("conforms", "violations", "shapes", "checked_at")} == {None}


def test_of_a_draft_nothing_is_told(client):
    assert conformance(client, VersionFactory()).status_code == 404


@pytest.mark.parametrize(
    ("kind", "media"), [("jsonld", "application/ld+json"), ("ttl", "text/turtle"), ("nt", "application/n-triples")]
)
def test_an_address_that_names_the_writing_gives_what_the_header_gives(client, version, kind, media):
    address = f"/api/v1/services/{version.service_id}.{kind}"

    answer = client.get(address, headers={"accept": "text/html"})

    assert answer["Content-Type"] == f"{media}; charset=utf-8"
    assert answer.content == asked(client, version, media).content
    assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_a_writing_that_there_is_not_is_refused_and_an_ended_card_has_none(client, version):
    ended = VersionFactory(stage="retired")

    assert client.get(f"/api/v1/services/{version.service_id}.xml").status_code == 422
    assert client.get("/api/v1/services/999.ttl").status_code == 404
    assert client.get(f"/api/v1/services/{ended.service_id}.ttl").status_code == 410
