"""What an author chose to show with a published card."""

import pytest

from khedmat.cards.attaching.actions import take_away
from tests.factories.attachments import attached
from tests.factories.cards import NOW, ServiceFactory, VersionFactory, advance
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def author():
    return person("author", OrganizationFactory())


@pytest.fixture
def draft(author):
    agency = author.memberships.get().organization
    return VersionFactory(service=ServiceFactory(owner=agency), created_by=author)


def address(version, made):
    return f"/services/{version.service_id}/attachments/{made.pk}/"


def test_what_was_chosen_is_there_for_all_once_the_card_is_published(client, author, draft):
    shown = attached(draft, by=author, title="متن قانون", is_public=True)
    kept = attached(draft, by=author, title="قرارداد پنهان", kind="contract", data=b"%PDF-1.4 k")
    before = client.get(address(draft, shown)).status_code

    advance(draft, "published")

    page = client.get(f"/services/{draft.service_id}/").content.decode()
    sent = client.get(address(draft, shown))
    assert before == 404
    assert "متن قانون" in page
    assert "قرارداد پنهان" not in page
    assert sent["Content-Disposition"].startswith("attachment")
    assert sent["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert not sent.cookies
    assert client.get(address(draft, kept)).status_code == 404


def test_a_file_of_another_service_is_not_found_here(client, author, draft):
    shown = attached(draft, by=author, is_public=True)
    advance(draft, "published")
    other = VersionFactory(published=True)

    assert client.get(address(other, shown)).status_code == 404


def test_what_was_taken_away_is_gone_for_all(client, author, draft):
    shown = attached(draft, by=author, title="متن قانون", is_public=True)
    version = advance(draft, "published")
    take_away(shown, reason="نام کسی در آن است.", by=person("publisher", centre()), at=NOW)

    assert client.get(address(version, shown)).status_code == 404
    assert "متن قانون" not in client.get(f"/services/{version.service_id}/").content.decode()


def test_of_a_service_that_ended_it_is_gone(client, author, draft):
    shown = attached(draft, by=author, is_public=True)
    version = advance(draft, "retired")

    assert client.get(address(version, shown)).status_code == 410


def test_the_page_still_asks_four_questions(client, author, draft, django_assert_max_num_queries):
    for number in range(3):
        attached(draft, by=author, is_public=True, data=f"%PDF-1.4 {number}".encode())
    version = advance(draft, "published")

    with django_assert_max_num_queries(4):
        client.get(f"/services/{version.service_id}/")
