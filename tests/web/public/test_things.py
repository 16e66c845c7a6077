"""Addresses of agencies, entries of registers and provincial copies: to the page or the data, as the asker prefers."""

import json
from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from khedmat.cards.lines.actions import merge, preview
from khedmat.registers.models import System
from tests.factories.cards import NOW, VersionFactory
from tests.factories.copies import copy_of, national
from tests.factories.people import OrganizationFactory
from tests.factories.registers import a_document, a_system, an_audience, an_element, steward

pytestmark = pytest.mark.django_db
KINDS = {"application/ld+json": "jsonld", "text/turtle": "ttl", "application/n-triples": "nt"}


@pytest.fixture
def world():
    above = OrganizationFactory(code="above", name="وزارت بالا")
    agency = OrganizationFactory(code="sample", name="سازمان نمونه", parent=above, aliases=["نام کوتاه"])
    a_document("گذرنامهٔ نمونه", ("پاسپورت نمونه",), code="passport-sample", issuer=agency)
    a_system("سامانهٔ نمونه", ("سامانه‌نما",), code="system-sample", owner=agency)
    an_audience("گروه نمونه", code="group-sample", broader=an_audience("همهٔ گروه‌ها", code="all-sample"))
    province = national()
    copy_of(province, "published")
    return province


@pytest.fixture
def addresses(world):
    """Each thing with its page and the beginning of its data."""
    service = world.service
    return {
        "/id/agency/sample": "/agencies/sample/",
        "/id/document/passport-sample": "/documents/passport-sample/",
        "/id/system/system-sample": "/systems/system-sample/",
        "/id/audience/group-sample": "/audiences/group-sample/",
        f"/id/service/{service.code}@08": f"/services/{service.pk}/in/08/",
    }


@pytest.mark.parametrize("end", ["", "/"])
def test_a_reader_is_led_to_the_page(client, addresses, end):
    for thing, page in addresses.items():
        answer = client.get(thing + end)

        assert (answer.status_code, answer["Location"]) == (303, page)
        assert "Accept" in answer["Vary"]
        assert client.get(page).status_code == 200


@pytest.mark.parametrize(("media", "kind"), KINDS.items())
def test_a_program_is_led_to_the_data_it_prefers(client, addresses, media, kind):
    for thing, page in addresses.items():
        answer = client.get(thing, headers={"accept": media})

        assert (answer.status_code, answer["Location"]) == (303, f"{page}data.{kind}")


@pytest.mark.parametrize(("media", "kind"), KINDS.items())
def test_the_data_name_the_thing_and_are_kept_by_their_mark(client, addresses, media, kind):
    for thing, page in addresses.items():
        answer = client.get(f"{page}data.{kind}")

        assert answer["Content-Type"].startswith(media)
        assert thing in answer.content.decode()
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert client.get(f"{page}data.{kind}", headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_an_unknown_writing_is_no_page(client, addresses):
    assert {client.get(f"{page}data.xml").status_code for page in addresses.values()} == {404}


def graph(client, address):
    nodes = json.loads(client.get(address).content)["@graph"]
    return {node["id"].partition("/id/")[2]: node for node in nodes}


def test_an_agency_comes_with_the_one_above_and_its_other_names(client, world):
    told = graph(client, "/agencies/sample/data.jsonld")

    assert told["agency/sample"]["subOrganizationOf"].endswith("/id/agency/above")
    assert told["agency/sample"]["otherName"] == ["نام کوتاه"]
    assert told["agency/above"]["prefLabel"] == "وزارت بالا"


def test_a_document_comes_with_its_issuer(client, world):
    told = graph(client, "/documents/passport-sample/data.jsonld")

    assert told["document/passport-sample"]["issuedBy"].endswith("/id/agency/sample")
    assert len(told["document/passport-sample"]["exactMatch"]) == 2


def test_a_system_and_a_group_come_with_what_they_point_at(client, world):
    system = graph(client, "/systems/system-sample/data.jsonld")
    group = graph(client, "/audiences/group-sample/data.jsonld")

    assert system["system/system-sample"]["publisher"].endswith("/id/agency/sample")
    assert system["agency/sample"]["prefLabel"] == "سازمان نمونه"
    assert group["audience/group-sample"]["broader"].endswith("/id/audience/all-sample")


@pytest.mark.parametrize(
    ("accept", "place"),
    [
        ("text/html", "/systems/system-sample/"),
        ("text/turtle", "/elements/given/data.ttl"),
        ("application/ld+json", "/elements/given/data.jsonld"),
    ],
)
def test_a_piece_of_data_leads_to_the_system_that_gives_it_or_to_its_data(client, world, accept, place):
    an_element(code="given", system=System.objects.get(code="system-sample"))

    answer = client.get("/id/element/given", headers={"accept": accept})

    assert (answer.status_code, answer["Location"]) == (303, place)
    assert "Accept" in answer["Vary"]
    assert client.get(place).status_code == 200


def test_a_piece_of_data_of_no_system_leads_people_to_its_data_too(client):
    an_element("دادهٔ نمونه", code="alone")

    answer = client.get("/id/element/alone/", headers={"accept": "text/html"})

    assert (answer.status_code, answer["Location"]) == (303, "/elements/alone/data.ttl")
    assert "دادهٔ نمونه" in client.get(answer["Location"]).content.decode()


def test_a_copy_says_what_holds_in_the_province_without_people(client, world):
    address = f"/services/{world.service.pk}/in/08/data.jsonld"

    told = graph(client, address)

    said = told[f"service/{world.service.code}@08"]
    assert said["processingTime"] == "P2D"
    assert said["isVersionOf"].endswith(f"/id/service/{world.service.code}")
    assert [word for word in ("مسئول نمونه", "IR-4000") if word in client.get(address).content.decode()] == []


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved"])
def test_a_copy_that_is_not_published_is_no_thing(client, stage):
    world = national()
    copy_of(world, stage)

    assert client.get(f"/id/service/{world.service.code}@08").status_code == 404
    assert client.get(f"/services/{world.service.pk}/in/08/data.ttl").status_code == 404


@pytest.mark.parametrize("end", ["@", "@99", "@08@08", "@xx", "@" + "9" * 50])
def test_a_place_without_a_copy_is_no_thing(client, world, end):
    assert client.get(f"/id/service/{world.service.code}{end}").status_code == 404


def test_an_agency_that_ended_is_gone_with_its_data(client):
    OrganizationFactory(code="ended", valid_to=localdate() - timedelta(days=2))

    assert client.get("/id/agency/ended/").status_code == 303
    assert client.get("/agencies/ended/data.ttl").status_code == 410


@pytest.mark.parametrize(
    ("made", "address", "kept_at"),
    [
        (a_document, "/documents/{}/data.ttl", "/documents/kept/"),
        (a_system, "/systems/{}/data.ttl", "/systems/kept/"),
        (an_audience, "/audiences/{}/data.ttl", "/audiences/kept/"),
        (an_element, "/elements/{}/data.ttl", "/id/element/kept/"),
    ],
)
def test_an_entry_that_was_merged_is_gone_with_its_data_and_names_what_stands(client, made, address, kept_at):
    gone, kept = made("رفتهٔ نمونه", code="gone"), made("ماندهٔ نمونه", code="kept")
    merge(gone, kept, seen=preview(gone, kept).seen, by=steward(), at=NOW)

    answer = client.get(address.format("gone"))

    assert answer.status_code == 410
    assert f'href="{kept_at}"' in answer.content.decode()
    assert client.get(address.format("kept")).status_code == 200


def test_data_of_a_service_that_ended_are_gone_in_every_province(client):
    ended = VersionFactory(stage="retired")

    assert client.get(f"/services/{ended.service_id}/in/08/data.ttl").status_code == 410


@pytest.mark.parametrize(
    "address",
    [
        "/agencies/sample/data.ttl",
        "/documents/passport-sample/data.ttl",
        "/systems/system-sample/data.ttl",
        "/audiences/group-sample/data.ttl",
        "/services/{pk}/data.ttl",
        "/services/{pk}/in/08/data.ttl",
    ],
)
def test_data_ask_few_questions_and_set_no_cookie(client, world, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(4):
        answer = client.get(address.format(pk=world.service.pk))

    assert answer.status_code == 200
    assert not answer.cookies
