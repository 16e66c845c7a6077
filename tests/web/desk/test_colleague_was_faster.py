"""Somebody types while a colleague acts: the page that is refused gives back what was typed."""

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from khedmat.cards import checking
from khedmat.cards.copies import moves
from khedmat.cards.enums import NameStage
from khedmat.cards.popular.actions import decide
from khedmat.registers.models import DocumentType
from tests.factories.cards import NOW, VersionFactory
from tests.factories.copies import copy_of, national
from tests.factories.people import centre, person
from tests.factories.popular import proposed
from tests.factories.registers import a_document
from tests.factories.titles import drafted, office

pytestmark = pytest.mark.django_db
TYPED = "نوشته‌ای که ساعتی کار برد"


def given_back(response):
    """The texts that a reader of the page sees, and its status."""
    shown = [one.text() for one in HTMLParser(response.content).css("main textarea")]
    return TYPED in shown, response.status_code


def test_a_copy_that_was_sent_for_approval(client_for, monkeypatch):
    monkeypatch.setattr(checking, "check", lambda document: [])
    world = national()
    copy = copy_of(world)
    moves.submit(copy, by=world.kerman.author, at=NOW)

    answer = client_for(world.kerman.author).post(
        f"/desk/copies/{copy.pk}/boxes/visits/", {"end": "1", "card.visits.text": TYPED}
    )

    assert given_back(answer) == (True, 409)


def test_a_finding_that_is_gone(client_for):
    version = VersionFactory(stage="submitted")
    author = person("approver", version.service.owner)

    answer = client_for(author).post(f"/desk/versions/{version.pk}/findings/999999/dismiss/", {"reason": TYPED})

    assert given_back(answer) == (True, 409)


def test_a_name_that_was_decided(client_for):
    found, steward = proposed(), person("steward", centre())
    decide(found, NameStage.IN_FORCE, by=steward, at=NOW)

    answer = client_for(person("steward", centre())).post(
        f"/desk/services/{found.service_id}/names/{found.pk}/", {"to": "refuse", "reason": TYPED}
    )

    assert given_back(answer) == (True, 409)


def test_a_row_of_a_list_of_titles_that_was_taken_away(client_for):
    made = office()
    titles = drafted(made)

    answer = client_for(made.author).post(f"/desk/titles/{titles.pk}/rows/999999/", {"title": TYPED})

    assert given_back(answer) == (True, 404)


def test_an_entry_that_was_merged_into_another(client_for):
    gone, kept = a_document("سجل"), a_document()
    DocumentType.objects.filter(pk=gone.pk).update(merged_into=kept)

    answer = client_for(person("steward", centre())).post(
        f"/desk/registers/documents/{gone.pk}/", {"title": "سجل", "note": TYPED, "aliases": TYPED, "seen": "1"}
    )

    page = answer.content.decode()
    assert TYPED in page
    assert "ادغام شده است در" in page


def test_a_page_that_is_nowhere_echoes_nothing_of_a_request_without_its_token():
    answer = Client(enforce_csrf_checks=True).post("/nowhere/", {"text": TYPED})

    assert given_back(answer) == (False, 404)


@pytest.mark.parametrize("sent", [{"password": TYPED}, {"seen": "12"}, {"to": "accept"}])
def test_passwords_numbers_and_buttons_are_no_texts(client_for, sent):
    made = office()

    answer = client_for(made.author).post(f"/desk/titles/{drafted(made).pk}/rows/999999/", sent)

    assert HTMLParser(answer.content).css("textarea") == []
