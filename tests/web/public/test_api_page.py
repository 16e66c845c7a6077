"""The page of the API for people: each address that it shows can be followed."""

import json
import re
from html import unescape

import pytest

from khedmat.webhooks.enums import TO_CHOOSE
from khedmat.webhooks.signing import Message, headers, new_secret
from tests.factories.cards import VersionFactory

pytestmark = pytest.mark.django_db


def test_every_example_that_is_a_link_answers(client):
    VersionFactory(published=True, card={"life_events": ["birth"]})
    text = client.get("/api/").content.decode()

    examples = [unescape(address) for address in re.findall(r'href="(/api/v1/[^"]+)"', text)]

    assert len(examples) == 17
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


def test_the_minus_of_an_order_stays_before_its_word(client):
    text = client.get("/api/").content.decode()

    assert '<bdi class="code unbroken" dir="ltr">-published</bdi>' in text


def test_the_example_of_webhooks_runs_as_it_is_printed_and_takes_what_was_signed(client):
    text = client.get("/api/").content.decode()
    printed = unescape(re.search(r"<pre[^>]*>(.*?)</pre>", text, re.DOTALL)[1])
    secret, body = new_secret(), json.dumps({"type": "ping", "data": {}}).encode()
    names = {}

    exec(compile(printed, "example", "exec"), names)

    signed = headers(Message("msg_1", 1_800_000_000, body), [secret])
    assert names["is_genuine"](secret, signed, body, now=1_800_000_000.0)
    assert not names["is_genuine"](secret, signed, body + b" ", now=1_800_000_000.0)
    assert not names["is_genuine"](new_secret(), signed, body, now=1_800_000_000.0)


def test_every_event_that_can_be_chosen_is_on_the_page(client):
    text = client.get("/api/").content.decode()

    assert [kind for kind in TO_CHOOSE if f">{kind.value}<" not in text] == []
    assert len(client.get("/api/").content) < 50_000
