"""Nothing typed is lost: a lost session, an old page and a draft that is none any more give the text back."""

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from khedmat.cards.actions import submit
from tests.factories.cards import NOW
from tests.web.desk.editor.conftest import again, told

pytestmark = pytest.mark.django_db
HEAD = {"X-Khedmat-Autosave": "1"}
ODD = {"card.title": '</textarea><script>alert(1)</script> «نقل» & "دو"', "card.parent_agency": "یک\nدو"}


def page_of(response):
    """What the kept page would send again."""
    fields = HTMLParser(response.content).css("form [name]")
    return [(one.attributes["name"], one.text(deep=True)) for one in fields if one.tag == "textarea"]


def test_a_lost_session_gives_the_text_back_and_a_way_in(client, office, address):
    response = client.post(address("identity"), {"end": "1", "card.title": "پیش از پایان نشست"})

    assert response.status_code == 401
    assert ("card.title", "پیش از پایان نشست") in page_of(response)
    assert "/account/login/" in told(response)
    assert again(office.draft).revision == 0


def test_a_page_that_saves_itself_learns_of_a_lost_session_by_a_status(client, address):
    response = client.post(address("identity"), {"end": "1", "card.title": "x"}, headers=HEAD)

    assert response.status_code == 401
    assert "نشست شما پایان یافته" in told(response)
    assert "Location" not in response


def test_what_comes_back_is_what_was_sent_letter_by_letter(client, address):
    response = client.post(address("identity"), ODD | {"end": "1", "revision": "3"})

    assert dict(page_of(response)) == ODD | {"end": "1", "revision": "3"}
    assert "<script>alert" not in told(response)


def test_the_page_that_was_kept_is_saved_after_signing_in(client, client_for, office, address):
    sent = {"end": "1", "revision": "0", "card.title": "پس از ورود", "card.executive_agency": "سازمان"}
    back = client.post(address("identity"), sent)

    response = client_for(office.author).post(address("identity"), dict(page_of(back)))

    assert response.status_code == 302
    assert again(office.draft).title == "پس از ورود"


def test_the_token_of_a_kept_page_is_not_sent_twice(client, address):
    response = client.post(address("identity"), {"end": "1", "csrfmiddlewaretoken": "old"})

    assert "csrfmiddlewaretoken" not in dict(page_of(response))


def test_a_page_older_than_the_last_sign_in_gives_its_text_back(office, address):
    browser = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "same-origin"})
    browser.force_login(office.author)

    response = browser.post(address("identity"), {"end": "1", "card.title": "با نشان کهنه"})

    assert response.status_code == 403
    assert "no-store" in response["Cache-Control"]
    assert ("card.title", "با نشان کهنه") in page_of(response)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", ""])
def test_a_page_from_elsewhere_is_echoed_to_nobody(office, address, site):
    browser = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": site} if site else {})
    browser.force_login(office.author)

    response = browser.post(address("identity"), {"end": "1", "card.title": "از جای دیگر"})

    assert response.status_code == 403
    assert "از جای دیگر" not in told(response)


def test_a_draft_that_was_sent_meanwhile_gives_the_text_back(send, office):
    submit(office.draft, by=office.author, at=NOW)

    response = send("specification", {"card.description": "شرحی که دیر رسید"})

    assert ("card.description", "شرحی که دیر رسید") in page_of(response)


def test_nobody_signed_in_is_led_to_the_page_after_signing_in(client, address):
    response = client.get(address("identity"))

    assert response["Location"] == f"/account/login/?next={address('identity')}"


def test_a_stranger_without_a_session_learns_nothing_of_the_card(client):
    response = client.post("/desk/versions/999999/edit/identity/", {"end": "1", "card.title": "x"})

    assert response.status_code == 401


def test_a_kept_page_is_never_stored_by_a_browser_or_a_proxy(client, address):
    response = client.post(address("identity"), {"end": "1"})

    assert "no-store" in response["Cache-Control"]
