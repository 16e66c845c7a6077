"""A form of the desk that is sent after its session ended, or with the token of an older sign-in, comes back filled."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from khedmat.registers.models import DocumentType
from tests.factories.registers import steward

pytestmark = pytest.mark.django_db
PAGE = "/desk/registers/documents/new/"
TYPED = {"seen": "0", "title": "گواهی آزمون دوام", "code": "endurance-test", "aliases": "برگهٔ دوام\nگواهی دوام"}


def kept(answer):
    fields = HTMLParser(answer.content).css("main form textarea[name]")
    return {one.attributes["name"]: one.text(deep=True) for one in fields}


def test_what_was_typed_outlives_the_session_and_is_saved_after_signing_in(client, client_for):
    answer = client.post(PAGE, TYPED)

    assert (answer.status_code, kept(answer)) == (401, TYPED)
    assert client_for(steward()).post(PAGE, kept(answer)).status_code == 302
    assert DocumentType.objects.get().title == TYPED["title"]


def test_a_file_is_said_to_be_chosen_anew(client):
    answer = client.post("/desk/import/", {"file": SimpleUploadedFile("form.txt", b"x")})

    assert "آن را دوباره برگزینید" in answer.content.decode()
    assert "آن را دوباره برگزینید" not in client.post(PAGE, TYPED).content.decode()


@pytest.mark.parametrize(("page", "is_kept"), [(PAGE, True), ("/account/password/", False)])
def test_an_old_token_loses_no_text_of_the_desk_and_echoes_no_password(page, is_kept):
    browser = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "same-origin"})
    browser.force_login(steward())

    answer = browser.post(page, {"title": "گواهی آزمون دوام", "oldpassword": "a-secret"})

    assert answer.status_code == 403
    assert ("گواهی آزمون دوام" in answer.content.decode(), "a-secret" in answer.content.decode()) == (is_kept, is_kept)
