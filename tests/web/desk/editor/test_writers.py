"""Who may write: every role, every stage, every way to post a page of the editor."""

from types import SimpleNamespace

import pytest

from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory
from tests.test_permissions import ROLES, enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return SimpleNamespace(home=OrganizationFactory(), elsewhere=OrganizationFactory())


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved", "published", "replaced"])
@pytest.mark.parametrize("role", ROLES)
def test_a_text_is_written_by_authors_of_its_agency_while_it_is_a_draft(world, role, stage):
    version = VersionFactory(service__owner=world.home, stage=stage)
    title, typed = version.title, {"end": "1", "revision": "0", "card.title": "به دست دیگری"}
    client, address = enter(role, world), f"/desk/versions/{version.pk}/edit/identity/"

    client.post(address, typed)
    client.post(address, typed, headers={"X-Khedmat-Autosave": "1"})
    client.post(address, {"end": "1", "settle": "1", "mine": '{"card.title": "دیگری"}', "keep": "card.title"})

    version.refresh_from_db()
    assert (version.title == title) == ((role, stage) != ("author", "draft"))
