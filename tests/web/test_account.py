"""Signing in and out."""

import re

import pytest
from django.test import Client

from khedmat.accounts.models import User

pytestmark = pytest.mark.django_db
SECRET = "a-long-enough-secret"


@pytest.fixture
def user():
    return User.objects.create_user("sara", password=SECRET, full_name="سارا نمونه")


def test_the_door_opens_with_the_right_password(client, user):
    response = client.post("/account/login/", {"login": "sara", "password": SECRET}, follow=True)

    assert response.redirect_chain[-1][0] == "/desk/"
    assert "سارا نمونه" in response.content.decode()


def test_forms_carry_the_token_that_the_server_asks_for(user):
    client = Client(enforce_csrf_checks=True)
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', client.get("/account/login/").content.decode())[1]

    entered = client.post("/account/login/", {"login": "sara", "password": SECRET, "csrfmiddlewaretoken": token})
    left = client.post("/account/logout/")

    assert entered.status_code == 302
    assert left.status_code == 403
    assert "نشست شما" in left.content.decode()


def test_a_wrong_password_is_a_sentence_and_keeps_the_name(client, user):
    page = client.post("/account/login/", {"login": "sara", "password": "wrong"}).content.decode()

    assert 'role="alert"' in page
    assert 'value="sara"' in page


def test_signing_in_leads_back_to_the_page_that_asked(client, user):
    response = client.post("/account/login/?next=/desk/components/", {"login": "sara", "password": SECRET})

    assert response["Location"] == "/desk/components/"


def test_signing_in_leads_to_no_other_site(client, user):
    response = client.post("/account/login/?next=https://evil.example/", {"login": "sara", "password": SECRET})

    assert "evil" not in response["Location"]


def test_signing_out_asks_first_and_ends_the_session(client, user):
    client.force_login(user)

    assert client.get("/account/logout/").status_code == 200
    left = client.post("/account/logout/")

    assert left.cookies["sessionid"].value == ""
    assert client.get("/desk/").status_code == 302


def test_nobody_signs_up_or_resets_a_password_here(client):
    for address in ("/account/signup/", "/account/reset/"):
        assert "دستگاه" in client.get(address).content.decode()
        assert client.post(address).status_code == 405
