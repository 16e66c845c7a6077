"""Every public page: few questions of the database, few bytes over the wire."""

import brotli
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from khedmat.cards.checking import store_findings
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.test_permissions import ENDED, OPEN, READ, world

__all__ = ["world"]
pytestmark = pytest.mark.django_db
QUESTIONS, OCTETS = 4, 50_000
TO_KEEP = (".pdf", ".docx", ".xlsx", ".zip")  # files that somebody takes away, not pages


def public(world):
    """Addresses of pages that anybody may read, by their route."""
    found = {route: route.format(**world.names) for route, answers in READ.items() if answers in (OPEN, ENDED)}
    return {route: at for route, at in found.items() if getattr(resolve(at.partition("?")[0]).func, "is_public", False)}


@pytest.fixture
def told(world):
    """A card that names an entry of each register: the lists of their pages hold something."""
    boxes = {"documents": ["شناسنامه"], "system_name": "سامانهٔ جامع تجارت", "audience": "صادرکنندگان"}
    version = VersionFactory(service__owner=world.home, published=True, document=forms.document(forms.card(**boxes)))
    store_findings(version, on=NOW.date())
    return public(world)


def test_no_public_page_asks_more_than_four_questions_at_the_second_look(told):
    client, asked = Client(), {}
    for route, address in told.items():
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        asked[route] = len(captured)

    assert len(asked) > 60
    assert {route: n for route, n in asked.items() if n > QUESTIONS} == {}


@pytest.mark.parametrize("way", ["br", "gzip"])
def test_no_public_page_weighs_more_than_fifty_kilobytes_over_the_wire(told, way):
    client = Client(headers={"accept-encoding": way})
    answers = {route: client.get(address) for route, address in told.items() if not address.endswith(TO_KEEP)}

    weights = {route: len(answer.content) for route, answer in answers.items()}

    assert len(weights) > 60
    assert {route: weight for route, weight in weights.items() if weight > OCTETS} == {}
    assert answers["/rules/"]["Content-Encoding"] == way


def test_what_is_sent_by_brotli_is_the_page(told):
    plain, squeezed = (Client(headers={"accept-encoding": way}).get(told["/rules/"]) for way in ("identity", "br"))

    assert brotli.decompress(squeezed.content) == plain.content
