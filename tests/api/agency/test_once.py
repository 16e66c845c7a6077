"""A question that is sent twice is carried out once."""

from datetime import timedelta

import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from khedmat.cards.models import ServiceVersion, StageChange
from khedmat.organizations.models import KeptAnswer
from tests.factories.forms import A_CARD
from tests.factories.tokens import a_token

pytestmark = pytest.mark.django_db
SUBMIT = "/drafts/k/submit"


@pytest.fixture
def program(home):
    home.program.ask("put", "/drafts/k", {"card": A_CARD})
    return home.program


def test_the_same_question_again_is_answered_from_memory(program):
    first = program.ask("post", SUBMIT, Idempotency_Key="a-1")
    again = program.ask("post", SUBMIT, Idempotency_Key="a-1")

    assert (first.status_code, again.status_code) == (200, 200)
    assert again.json() == first.json()
    assert again["Idempotent-Replayed"] == "true"
    assert "Idempotent-Replayed" not in first
    assert StageChange.objects.filter(target="submitted").count() == 1


def test_without_a_key_the_second_is_a_second_question(program):
    assert [program.ask("post", SUBMIT).status_code for _ in range(2)] == [200, 409]
    assert not KeptAnswer.objects.exists()


def test_another_question_under_the_same_key_is_refused(program):
    program.ask("post", SUBMIT, Idempotency_Key="a-1")

    other = program.ask("post", SUBMIT, {"x": 1}, Idempotency_Key="a-1")

    assert other.status_code == 422
    assert "Idempotency-Key" in other.json()["detail"]


def test_keys_of_two_tokens_know_nothing_of_each_other(home, program, program_of):
    program.ask("post", SUBMIT, Idempotency_Key="a-1")
    other = program_of(home.agency, by=home.author)

    assert other.ask("post", SUBMIT, Idempotency_Key="a-1").status_code == 409


def test_after_a_day_the_answer_is_forgotten(program):
    program.ask("post", SUBMIT, Idempotency_Key="a-1")
    KeptAnswer.objects.update(at=timezone.now() - timedelta(hours=24, seconds=1))

    assert program.ask("post", SUBMIT, Idempotency_Key="a-1").status_code == 409


def test_a_refusal_is_not_kept(program):
    seen = program.ask("get", "/drafts/k")["ETag"]

    refused = program.ask("post", SUBMIT, If_Match='"old"', Idempotency_Key="a-1")
    right = program.ask("post", SUBMIT, If_Match=seen, Idempotency_Key="a-1")

    assert (refused.status_code, right.status_code) == (412, 200)
    assert ServiceVersion.objects.get().stage == "submitted"


def test_while_the_first_is_under_way_the_second_is_told_to_wait(home, program):
    where = connection.get_connection_params()
    named = {name: where[name] for name in ("host", "port", "user", "dbname") if where.get(name)}
    with psycopg.connect(**named) as other:
        other.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"once {home.token.pk} a-1"])

        answer = program.ask("post", SUBMIT, Idempotency_Key="a-1")

    assert answer.status_code == 409
    assert answer["Retry-After"] == "2"
    assert ServiceVersion.objects.get().stage == "draft"
    assert program.ask("post", SUBMIT, Idempotency_Key="a-1").status_code == 200


@pytest.mark.parametrize("key", ["x" * 201, ""])
def test_a_key_too_long_is_refused_and_an_empty_one_is_none(home, program, key):
    assert program.ask("post", SUBMIT, Idempotency_Key=key).status_code == (422 if key else 200)
    assert a_token(home.agency)[0].answers.count() == 0
