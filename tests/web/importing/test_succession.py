"""The import desk after a merger: people of the successor open and go on, those of the ended agency no more."""

import pytest

from khedmat.cards.models import ServiceVersion
from tests.factories.changes import merged
from tests.factories.people import OrganizationFactory, person
from tests.importing.batches.batch import cards

pytestmark = pytest.mark.django_db


@pytest.fixture
def successor():
    return OrganizationFactory(name="سازمان جانشین")


def status(client, page):
    return client.get(page).status_code


def test_of_a_file_and_a_batch(office, bring, read, successor, client_for):
    pages = [f"/desk/import/{bring().pk}/", f"/desk/import/batches/{read(cards(1)).pk}/"]
    owner, author = client_for(office.author), client_for(person("author", successor))
    colleague, stranger = client_for(person("reader", successor)), client_for(office.stranger)
    assert [status(owner, page) for page in pages] == [200, 200]
    assert [status(author, page) for page in pages] == [404, 404]

    merged(office.agency, successor)

    for client, expected in ((author, 200), (colleague, 200), (owner, 404), (stranger, 404)):
        assert [status(client, page) for page in pages] == [expected, expected]
    desk = author.get("/desk/import/").content.decode()
    assert all(page in desk for page in pages)


def test_an_author_of_the_successor_makes_a_draft_of_the_file(office, bring, successor, client_for):
    page = f"/desk/import/{bring().pk}/"
    merged(office.agency, successor)

    response = client_for(person("author", successor)).post(page, follow=True)

    assert response.status_code == 200
    assert ServiceVersion.objects.get().service.owner == successor
