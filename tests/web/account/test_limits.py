"""Guessing is stopped: one count for all processes, a sentence for people."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from tests.web.account.conftest import SECRET

LOGIN = "/account/login/"


def attempt(name="sara", password="wrong", **headers):
    return Client(**headers).post(LOGIN, {"login": name, "password": password})


def test_the_sixth_attempt_is_refused_with_a_sentence_even_if_right(sara):
    for _ in range(5):
        attempt()

    page = attempt(password=SECRET)

    assert page.status_code == 200
    assert "پنج دقیقه صبر کنید" in page.content.decode()


def test_another_address_and_another_spelling_do_not_begin_anew(sara):
    for place in range(5):
        attempt(REMOTE_ADDR=f"192.0.2.{place}")

    assert "پنج دقیقه صبر کنید" in attempt(password=SECRET, REMOTE_ADDR="198.51.100.1").content.decode()


def test_guessing_at_one_door_leaves_the_others_open(sara, django_user_model):
    django_user_model.objects.create_user("omid", password=SECRET)
    for _ in range(5):
        attempt()

    assert attempt("omid", SECRET)["Location"] == "/desk/"


def test_who_tries_many_names_from_one_address_is_stopped_too(sara):
    for place in range(31):
        answer = attempt(f"name{place}")

    assert answer.status_code == 429 or "صبر کنید" in answer.content.decode()


@pytest.mark.parametrize("name", ["sara", "nobody"])
def test_no_answer_tells_whether_a_name_exists(sara, name):
    assert "نام کاربری یا گذرواژه درست نیست" in attempt(name).content.decode()


def test_behind_a_proxy_each_address_has_its_own_count(sara, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for place in range(12):
        attempt(f"name{place}", HTTP_X_FORWARDED_FOR="192.0.2.1")

    stopped = attempt("sara", SECRET, HTTP_X_FORWARDED_FOR="192.0.2.1")
    other = attempt("sara", SECRET, HTTP_X_FORWARDED_FOR="198.51.100.1")

    assert "صبر کنید" in stopped.content.decode()
    assert other["Location"] == "/desk/"


def test_the_count_stands_in_the_database_where_every_process_sees_it(sara):
    attempt()

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM khedmat_cache")
        keys = [key for (key,) in cursor.fetchall()]
    assert any("login_failed" in key for key in keys)


@pytest.mark.django_db
def test_what_is_kept_for_a_while_runs_out():
    cache.set("a", 1, 60)
    cache.set("b", 1, -1)

    assert (cache.get("a"), cache.get("b")) == (1, None)


def test_saying_the_password_again_is_limited_with_a_page(sara, enter):
    client = enter("sara")

    answers = [client.post("/account/reauthenticate/", {"password": "wrong"}) for _ in range(11)]

    assert answers[-1].status_code == 429
    assert "کمی صبر کنید" in answers[-1].content.decode()


def test_a_closed_account_is_told_so_and_opens_nothing(sara):
    sara.is_active = False
    sara.save(update_fields=["is_active"])
    client = Client()

    page = client.post(LOGIN, {"login": "sara", "password": SECRET}, follow=True)

    assert "این حساب بسته است" in page.content.decode()
    assert client.get("/desk/").status_code == 302
