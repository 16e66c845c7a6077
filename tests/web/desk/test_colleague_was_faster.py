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
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.popular import proposed
from tests.factories.registers import a_document, steward
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


def sent_again(client, page, typed):
    """The page that refused, with its hidden boxes as they stand in it."""
    refused = client.post(page, typed)
    hidden = HTMLParser(refused.content).css('main input[type="hidden"][name="seen"]')
    assert refused.status_code == 200
    return refused.content.decode(), client.post(page, typed | {"seen": hidden[0].attributes["value"]})


def test_an_entry_of_a_register_that_was_changed_meanwhile_is_sent_again(client_for):
    entry = a_document("شناسنامه")
    keeper, page = client_for(steward()), f"/desk/registers/documents/{entry.pk}/"
    seen = {"seen": str(entry.revision)}
    keeper.post(page, seen | {"title": "شناسنامهٔ نو"})

    told, answer = sent_again(keeper, page, seen | {"title": TYPED})

    entry.refresh_from_db()
    assert "پس از آن که این صفحه را باز کردید" in told
    assert (answer.status_code, entry.title) == (302, TYPED)


def test_an_agency_that_was_corrected_meanwhile_is_sent_again_and_boxes_have_their_names(client_for):
    agency = OrganizationFactory()
    publisher, page = client_for(person("publisher", centre())), f"/desk/organizations/{agency.code}/edit/"
    said = {"kind": agency.kind, "scope": agency.scope, "seen": "0"}
    publisher.post(page, said | {"aliases": "نام دیگر"})

    told, answer = sent_again(publisher, page, said | {"aliases": TYPED})

    agency.refresh_from_db()
    assert str(agency._meta.get_field("aliases").verbose_name) in told
    assert "(aliases" not in told
    assert (answer.status_code, agency.aliases) == (302, [TYPED])
