"""The second factor from switching it on to losing the telephone."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from khedmat.core.persian import persian_digits
from tests.web.account.conftest import SECRET

ACTIVATE = "/account/second-factor/activate/"
AUTHENTICATE = "/account/second-factor/authenticate/"
CODES = "/account/second-factor/codes/"


@pytest.fixture
def at_the_door(sara):
    """A browser whose password was right."""

    def half_in():
        client = Client()
        assert client.post("/account/login/", {"login": "sara", "password": SECRET})["Location"] == AUTHENTICATE
        return client

    return half_in


@pytest.fixture
def protected(sara, enter, telephone):
    """Sara's browser, in which the second factor was switched on."""
    client = enter("sara")
    client.post(f"/account/reauthenticate/?next={ACTIVATE}", {"password": SECRET})
    telephone.scan(client.get(ACTIVATE).content.decode())
    client.post(ACTIVATE, {"code": telephone.code()})
    telephone.later()
    return client


def recovery_codes(client):
    return re.findall(r">(\d{8})<", client.get(CODES).content.decode())


def test_switching_it_on_asks_for_the_password_again(sara, enter):
    client = enter("sara")

    answer = client.get(ACTIVATE)
    again = client.post(answer["Location"], {"password": SECRET, "next": ACTIVATE})

    assert answer["Location"].startswith("/account/reauthenticate/")
    assert again["Location"] == ACTIVATE


def test_a_wrong_password_switches_nothing_on(sara, enter):
    client = enter("sara")

    page = client.post(f"/account/reauthenticate/?next={ACTIVATE}", {"password": "wrong"}).content.decode()

    assert "گذرواژه درست نیست" in page
    assert client.get(ACTIVATE).status_code == 302


def test_the_picture_and_the_secret_say_the_same(sara, enter):
    client = enter("sara")
    client.post("/account/reauthenticate/", {"password": SECRET})

    page = client.get(ACTIVATE)

    assert page.context["form"].secret in page.context["totp_url"]
    assert "sara" in page.context["totp_url"]
    assert 'src="data:image/svg+xml;base64,' in page.content.decode()


@pytest.mark.parametrize("typed", ["000000", "", "الف", "1" * 21, "۱۲\x00۳"])
def test_a_wrong_code_switches_nothing_on_and_keeps_the_secret(sara, enter, typed):
    client = enter("sara")
    client.post("/account/reauthenticate/", {"password": SECRET})
    secret = client.get(ACTIVATE).context["form"].secret

    again = client.post(ACTIVATE, {"code": typed})

    assert again.context["form"].errors["code"]
    assert again.context["form"].secret == secret
    assert not Authenticator.objects.exists()


def test_switched_on_it_shows_ten_codes_for_a_lost_telephone(protected):
    assert len(set(recovery_codes(protected))) == 10
    assert "روشن است" in protected.get("/account/").content.decode()


def test_the_password_alone_opens_nothing(protected, at_the_door):
    client = at_the_door()

    assert client.get("/desk/").status_code == 302
    assert client.get("/account/").status_code == 302
    assert client.get(CODES).status_code == 302


@pytest.mark.parametrize("digits", [str, persian_digits, lambda code: f"{code[:3]} {code[3:]}"])
def test_the_code_of_the_moment_opens_the_door_in_any_digits(protected, at_the_door, telephone, digits):
    answer = at_the_door().post(AUTHENTICATE, {"code": digits(telephone.code())})

    assert answer["Location"] == "/desk/"


def test_a_code_is_good_once_and_not_for_long(protected, at_the_door, telephone):
    code = telephone.code()
    at_the_door().post(AUTHENTICATE, {"code": code})

    twice = at_the_door().post(AUTHENTICATE, {"code": code})
    telephone.later(60)
    late = at_the_door().post(AUTHENTICATE, {"code": code})

    assert "کد درست نیست" in twice.content.decode()
    assert "کد درست نیست" in late.content.decode()


def test_a_recovery_code_opens_the_door_once(protected, at_the_door):
    code = recovery_codes(protected)[0]

    first = at_the_door().post(AUTHENTICATE, {"code": persian_digits(code)})
    second = at_the_door().post(AUTHENTICATE, {"code": code})

    assert first["Location"] == "/desk/"
    assert second.status_code == 200
    assert len(recovery_codes(protected)) == 9


def test_new_codes_end_the_old_ones(protected, at_the_door):
    old = recovery_codes(protected)

    protected.post("/account/second-factor/codes/new/")

    assert set(old).isdisjoint(recovery_codes(protected))
    assert at_the_door().post(AUTHENTICATE, {"code": old[0]}).status_code == 200


def test_the_file_holds_the_codes_and_is_kept_by_no_cache(protected):
    file = protected.get("/account/second-factor/codes/file/")

    assert all(code in file.content.decode() for code in recovery_codes(protected))
    assert "no-store" in file["Cache-Control"]
    assert "attachment" in file["Content-Disposition"]


def test_guessing_codes_is_stopped_with_a_sentence_even_for_the_right_one(protected, at_the_door, telephone):
    for guess in range(5):
        at_the_door().post(AUTHENTICATE, {"code": f"00000{guess}"})

    stopped = at_the_door().post(AUTHENTICATE, {"code": telephone.code()})

    assert "پنج دقیقه صبر کنید" in stopped.content.decode()


def test_switched_off_the_password_is_enough_again(protected, enter):
    protected.post("/account/second-factor/deactivate/")

    assert not Authenticator.objects.exists()
    assert enter("sara").get("/desk/").status_code == 200


def test_the_code_may_be_given_instead_of_the_password_before_grave_things(protected, at_the_door, telephone):
    client = at_the_door()
    client.post(AUTHENTICATE, {"code": telephone.code()})
    telephone.later()

    again = client.post(f"/account/second-factor/reauthenticate/?next={CODES}", {"code": telephone.code()})

    assert client.get("/account/second-factor/reauthenticate/").status_code == 200
    assert again["Location"] == CODES


def test_one_s_codes_are_nobody_else_s(protected, client_for, django_user_model):
    other = client_for(django_user_model.objects.create_user("omid", password=SECRET))

    assert other.get(CODES).status_code == 404
    assert Authenticator.objects.filter(user__username="omid").count() == 0


def test_turning_back_at_the_second_step_forgets_the_first(protected, at_the_door, telephone):
    client = at_the_door()

    client.post("/account/logout/")

    assert client.post(AUTHENTICATE, {"code": telephone.code()})["Location"] == "/account/login/"
    assert client.get("/desk/").status_code == 302


def test_the_second_step_leads_to_the_page_that_asked(protected, telephone):
    client = Client()
    client.post("/account/login/?next=/desk/people/", {"login": "sara", "password": SECRET})

    assert client.post(AUTHENTICATE, {"code": telephone.code()})["Location"] == "/desk/people/"
