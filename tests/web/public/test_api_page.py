"""The page of the API for people: each address that it shows can be followed."""

import re
from html import unescape

import pytest

from tests.factories.cards import VersionFactory

pytestmark = pytest.mark.django_db


def test_every_example_that_is_a_link_answers(client):
    VersionFactory(published=True, card={"life_events": ["birth"]})
    text = client.get("/api/").content.decode()

    examples = [unescape(address) for address in re.findall(r'href="(/api/v1/[^"]+)"', text)]

    assert len(examples) == 13
    assert {client.get(address).status_code for address in examples} == {200}


def test_every_resource_of_the_contract_is_on_the_page(client):
    text = client.get("/api/").content.decode()
    paths = client.get("/api/v1/openapi.json").json()["paths"]

    resources = {path.split("/")[3] for path in paths}

    assert [name for name in resources if name not in text] == []


def test_every_filter_of_services_is_on_the_page(client):
    text = client.get("/api/").content.decode()
    parameters = client.get("/api/v1/openapi.json").json()["paths"]["/api/v1/services"]["get"]["parameters"]

    assert [one["name"] for one in parameters if not re.search(rf"\b{one['name']}\b", text)] == []
