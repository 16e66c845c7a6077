"""What is opened that only a button leads to: words, and nothing done."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.people import UserFactory
from tests.test_consistency import THE_API, addresses

pytestmark = pytest.mark.django_db
WORDS = "این نشانی کار یک دکمه است"


def refused(client):
    answers = {url: client.get(url) for url, _view in addresses() if not url.startswith(THE_API)}
    return {url: answer for url, answer in answers.items() if answer.status_code == 405}


@pytest.mark.parametrize("is_known", [True, False])
def test_every_address_that_takes_only_a_press_says_so_in_words(is_known):
    client = Client()
    if is_known:
        client.force_login(UserFactory())

    found = refused(client)

    assert len(found) > 20
    assert [url for url, answer in found.items() if WORDS not in answer.content.decode()] == []
    assert {answer["Allow"] for answer in found.values()} == {"POST"}
    assert {answer["Cache-Control"] for answer in found.values()} == {"no-store"}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_page_that_is_only_read_says_so_too(client, method):
    answer = client.generic(method, "/services/")

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
    assert WORDS in answer.content.decode()


def test_head_is_answered_without_a_body(client):
    answer = client.head(reverse("web:inbox-read-all"))

    assert (answer.status_code, answer.content, answer["Allow"]) == (405, b"", "POST")


def test_programs_keep_their_own_words(client):
    answer = client.put("/api/v1/services")

    assert answer.status_code == 405
    assert answer["Content-Type"] == "application/problem+json"
    assert WORDS not in answer.content.decode()
