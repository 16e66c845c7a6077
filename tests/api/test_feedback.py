"""What a reader says comes by the API as by the page: the same rules, no name, no cookie."""

import pytest
from django.core.cache import cache

from khedmat.cards.models import Feedback
from tests.factories.cards import VersionFactory, identified

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/feedback"
WORDS = "هزینه‌ای که نوشته شده است درست نیست"


@pytest.fixture(autouse=True)
def _nobody_has_said_anything_yet(db):
    cache.clear()


@pytest.fixture
def version():
    return VersionFactory(published=True)


def send(client, version, **changes):
    said = {"service": str(version.service.pk), "topic": "cost", "text": WORDS} | changes
    return client.post(ADDRESS, said, content_type="application/json")


def test_it_is_kept_and_its_page_is_the_receipt(client, version):
    answer = send(client, version)

    assert answer.status_code == 201
    feedback = Feedback.objects.get()
    assert (feedback.text, feedback.topic, feedback.service) == (WORDS, "cost", version.service)
    assert answer.json()["due_on"] == str(feedback.due_on)
    assert WORDS in client.get(answer.json()["page"]).content.decode()
    assert not answer.cookies


def test_the_id_names_the_service_and_long_numbers_are_not_kept(client, version):
    code = identified(version.service).code

    said = send(client, version, service=code, text=f"{WORDS} 09121234567").json()

    assert "09121234567" not in said["text"]
    assert "09121234567" not in Feedback.objects.get().text


@pytest.mark.parametrize(
    "changes",
    [{"topic": "weather"}, {"text": ""}, {"text": "ا"}, {"text": "ا" * 1001}, {"text": "a\x00b"}, {"service": "0"}],
)
def test_what_cannot_be_kept_is_refused(client, version, changes):
    answer = send(client, version, **changes)

    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert not Feedback.objects.exists()


def test_only_cards_in_force_are_spoken_of(client):
    draft, retired = VersionFactory(), VersionFactory(stage="retired")

    assert send(client, draft).status_code == 404
    assert send(client, retired).status_code == 410


def test_one_address_says_ten_things_an_hour_and_hears_when_the_next(client, version):
    for number in range(10):
        assert send(client, version, text=f"{WORDS} در بند {number}").status_code == 201

    late = send(client, version, text=f"{WORDS} باز هم")

    assert late.status_code == 429
    assert 0 < int(late["Retry-After"]) <= 3600
    assert late["RateLimit-Policy"] == '"feedback";q=10;w=3600'
    assert late["RateLimit"].startswith('"feedback";r=0;t=')
    assert Feedback.objects.count() == 10


def test_whoever_comes_without_an_address_gets_a_problem_and_no_page(client, version):
    said = {"service": str(version.service.pk), "topic": "cost", "text": WORDS}

    answer = client.post(ADDRESS, said, content_type="application/json", REMOTE_ADDR="")

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert not Feedback.objects.exists()


def test_the_page_and_the_api_count_together(client, version, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "feedback": "1/h/ip"}
    send(client, version)

    page = client.post(f"/services/{version.service.pk}/feedback/", {"topic": "cost", "text": WORDS})

    assert page.status_code == 429


@pytest.mark.parametrize("address", [ADDRESS, "/api/v1/validate"])
def test_a_browser_on_another_site_is_told_that_its_script_may_send_json(client, address):
    asked = {"Origin": "https://amar.example.ir", "Access-Control-Request-Method": "POST"}

    answer = client.options(address, headers=asked)

    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Access-Control-Allow-Methods"] == "POST"
    assert "Content-Type" in answer["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in answer


def test_the_receipt_and_the_refusal_can_be_read_there_and_are_kept_by_no_cache(client, version):
    for answer in (send(client, version), send(client, version, topic="weather")):
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert not answer.has_header("ETag")
        assert not answer.has_header("Cache-Control")


def test_what_agencies_write_is_sent_by_no_script_of_another_site(client):
    answer = client.options("/api/v1/agency/drafts/k", headers={"Access-Control-Request-Method": "PUT"})

    assert answer.status_code == 405
    assert not answer.has_header("Access-Control-Allow-Origin")
