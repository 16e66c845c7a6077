"""How often a program may ask, and how it hears of it."""

import pytest
from django.core.cache import cache

pytestmark = pytest.mark.django_db
PLACE = "/drafts/k"


@pytest.fixture(autouse=True)
def _three_questions(settings):
    cache.clear()
    few = {"agency_token": "3/5m/key", "bad_token": "2/5m/ip"}
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | few


def test_every_answer_says_what_is_left(home):
    left = [home.program.ask("get", PLACE)["RateLimit"].split(";")[1] for _ in range(3)]

    assert left == ["r=2", "r=1", "r=0"]
    assert home.program.ask("get", PLACE)["RateLimit-Policy"] == '"agency_token";q=3;w=300'


def test_too_many_questions_are_refused_with_the_time_to_wait(home):
    for _ in range(3):
        assert home.program.ask("get", PLACE).status_code == 404

    late = home.program.ask("get", PLACE, Accept_Language="en")

    assert late.status_code == 429
    assert 0 < int(late["Retry-After"]) <= 300
    assert late["Retry-After"] in late.json()["detail"]
    assert late.json()["title"] == "Too many questions"


def test_each_token_has_its_own_count(home, program_of):
    for _ in range(4):
        home.program.ask("get", PLACE)

    assert program_of(home.agency).ask("get", PLACE).status_code == 404


def test_guessing_tokens_is_stopped_by_address_and_does_not_stop_a_right_one(home, client):
    tried = [client.get("/api/v1/agency/drafts/k", headers={"Authorization": f"Bearer {n}"}) for n in range(3)]

    assert [answer.status_code for answer in tried] == [401, 401, 429]
    assert home.program.ask("get", PLACE).status_code == 404


def test_what_is_read_by_anybody_is_not_counted(client):
    assert "RateLimit" not in client.get("/api/v1/services")
