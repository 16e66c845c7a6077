"""Where I am signed in, and signing out elsewhere."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from khedmat.accounts.models import User
from khedmat.web.account import seen
from khedmat.web.account.device import device
from tests.web.account.conftest import SECRET

PAGE = "/account/sessions/"
ANDROID = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"


@pytest.fixture
def omid(db):
    return User.objects.create_user("omid", password=SECRET)


def session_of(client):
    return UserSession.objects.get(session_key=client.session.session_key)


def test_every_browser_is_listed_and_this_one_is_marked(sara, enter):
    enter("sara", ANDROID, REMOTE_ADDR="192.0.2.7")

    page = enter("sara").get(PAGE).content.decode()

    assert "کروم روی اندروید" in page
    assert "192.0.2.7" in page
    assert page.count("همین‌جا") == 1


def test_a_session_ended_elsewhere_is_out_at_the_next_click(sara, enter):
    here, there = enter("sara"), enter("sara")

    here.post(f"{PAGE}{session_of(there).pk}/end/")

    assert there.get("/desk/").status_code == 302
    assert here.get("/desk/").status_code == 200


def test_all_others_end_at_once_and_are_counted(sara, enter):
    here, *others = [enter("sara") for _ in range(4)]

    page = here.post(f"{PAGE}others/end/", follow=True).content.decode()

    assert "۳ نشست دیگر" in page
    assert {other.get("/desk/").status_code for other in others} == {302}
    assert here.get(PAGE).content.decode().count("همین‌جا") == 1


def test_somebody_else_s_session_is_a_404_kept_in_the_log(sara, omid, enter, caplog):
    sara_s, omid_s = enter("sara"), enter("omid")

    answer = omid_s.post(f"{PAGE}{session_of(sara_s).pk}/end/")

    assert answer.status_code == 404
    assert f"user {omid.pk} asked to end session" in caplog.text
    assert sara_s.get("/desk/").status_code == 200
    assert "همین‌جا" in omid_s.get(PAGE).content.decode()


def test_ending_the_others_ends_nobody_else_s(sara, omid, enter):
    sara_s, omid_s = enter("sara"), enter("omid")

    omid_s.post(f"{PAGE}others/end/")

    assert sara_s.get("/desk/").status_code == 200


def test_whoever_is_not_signed_in_is_shown_the_door(client, sara, enter):
    pk = session_of(enter("sara")).pk

    answers = [client.get(PAGE), client.post(f"{PAGE}{pk}/end/"), client.post(f"{PAGE}others/end/")]

    assert all("/account/login/" in answer["Location"] for answer in answers)
    assert UserSession.objects.count() == 1


def test_what_ran_out_is_not_listed(sara, enter):
    there, here = enter("sara"), enter("sara")
    Session.objects.filter(pk=there.session.session_key).update(expire_date=timezone.now() - timedelta(1))

    assert here.get(PAGE).content.decode().count("<h2>") == 1


def test_the_list_costs_the_same_for_many(sara, enter, assert_same_cost):
    here = enter("sara")

    assert_same_cost(lambda: here.get(PAGE), lambda: [enter("sara") for _ in range(5)])


def test_a_click_after_a_while_is_noted_once(sara, enter, monkeypatch):
    client = enter("sara")
    client.get("/desk/")
    fresh = session_of(client).last_seen_at
    later = timezone.now() + timedelta(seconds=seen.SECONDS + 1)
    monkeypatch.setattr(seen.timezone, "now", lambda: later)

    client.get("/desk/")
    monkeypatch.setattr(seen.timezone, "now", lambda: later + timedelta(seconds=1))
    client.get("/desk/")

    assert fresh < later
    assert session_of(client).last_seen_at == later


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "فایرفاکس روی لینوکس"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/126.0 Safari/537.36 Edg/126.0", "اج روی ویندوز"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1", "سافاری روی آیفون"),
        ("Firefox", "فایرفاکس"),
        ("curl/8.5.0", "مرورگر ناشناخته"),
        ("", "مرورگر ناشناخته"),
    ],
)
def test_a_browser_is_called_by_a_name_that_people_know(user_agent, words):
    assert device(user_agent) == words
