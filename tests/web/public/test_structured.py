"""The block of data in the page of a service: what the card says, and nothing that could break out of it."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.factories.cards import VersionFactory, identified

pytestmark = pytest.mark.django_db
HOSTILE = "</script><script>alert(1)</script> <!-- & \u2028"


def block(client, version):
    page = LexborHTMLParser(client.get(f"/services/{version.service_id}/").content.decode())
    (found,) = page.css('script[type="application/ld+json"]')
    return json.loads(found.text())


def test_the_page_of_a_service_says_it_to_search_engines(client):
    version = VersionFactory(published=True)
    identified(version.service, "13011234000")

    said = block(client, version)

    assert (said["@type"], said["identifier"]) == ("GovernmentService", "13011234000")
    assert said["url"].endswith(f"/services/{version.service_id}/")
    assert said["provider"]["name"] == version.service.owner.name


def test_no_title_ends_the_block(client):
    version = VersionFactory(published=True, card={"title": HOSTILE})

    said = block(client, version)

    assert said["name"] == version.title
    assert "alert(1)" in said["name"]


def test_nothing_of_the_filler_or_the_account_is_in_it(client):
    said = json.dumps(block(client, VersionFactory(published=True)), ensure_ascii=False)

    assert "مسئول نمونه" not in said
    assert "00000000" not in said
