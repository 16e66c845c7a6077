"""Queues of what was published: each as long as the list to which it leads."""

from datetime import timedelta

import pytest

from khedmat.cards.enums import FeedbackStage, LinkState
from khedmat.cards.models import CardLink, WebAddress
from khedmat.web.desk.queues.of_upkeep import UPKEEP
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.copies import copy_of, national
from tests.factories.feedback import answered, said
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
SAID, FRESH, LINKS, BEHIND = UPKEEP
LONG_AFTER = NOW + timedelta(days=200)


def broken(version, state=LinkState.BROKEN):
    said = {"address": f"https://{version.pk}.example.ir/", "host": "example.ir", "due_on": NOW.date()}
    address = WebAddress.objects.create(state=state, **said)
    CardLink.objects.create(version=version, path="card.service_url", address=address)
    return address


@pytest.mark.parametrize("role", ["author", "approver"])
def test_what_nobody_confirmed_for_long_waits_for_those_who_answer_for_it(role):
    version = VersionFactory(stage="published")
    VersionFactory(stage="published")
    user = person(role, version.service.owner)

    assert list(FRESH.rows(user, LONG_AFTER).order_by("pk")) == [version]
    assert not FRESH.rows(user, NOW + timedelta(days=30)).exists()
    assert not FRESH.rows(person("reader", version.service.owner), LONG_AFTER).exists()


@pytest.mark.parametrize("role", ["author", "approver"])
def test_what_a_reader_said_waits_for_those_who_answer_until_it_is_settled(role):
    feedback = said()
    user = person(role, feedback.service.owner)

    assert list(SAID.rows(user, NOW)) == [feedback]
    for stranger in (person(role, OrganizationFactory()), person("manager", feedback.service.owner)):
        assert not SAID.rows(stranger, NOW).exists()
    answered(FeedbackStage.ANSWERED, feedback)
    assert not SAID.rows(user, NOW).exists()


def test_an_address_that_is_broken_waits_for_the_authors_once_for_all_its_cards():
    version = VersionFactory(stage="published")
    address, author = broken(version), person("author", version.service.owner)
    CardLink.objects.create(version=version, path="card.access", address=address)

    assert list(LINKS.rows(author, NOW).order_by("pk")) == [address]
    for stranger in (person("author", OrganizationFactory()), person("approver", version.service.owner)):
        assert not LINKS.rows(stranger, NOW).exists()


@pytest.mark.parametrize("state", [LinkState.FINE, LinkState.SUSPECT, LinkState.DOUBTFUL, LinkState.UNSEEN])
def test_an_address_that_may_still_answer_waits_for_nobody(state):
    version = VersionFactory(stage="published")
    broken(version, state)

    assert not LINKS.rows(person("author", version.service.owner), NOW).exists()


def test_a_copy_waits_for_its_keepers_when_the_template_was_published_anew():
    world = national()
    copy = copy_of(world)
    assert not BEHIND.rows(world.kerman.author, NOW).exists()

    advance(world.version, "replaced")
    VersionFactory(service=world.service, stage="published")

    assert list(BEHIND.rows(world.kerman.author, NOW).order_by("pk")) == [copy]
    for stranger in (world.kerman.approver, world.author, person("reviewer", centre())):
        assert not BEHIND.rows(stranger, NOW).exists()


def test_each_leads_to_the_list_that_holds_it(client_for, settings):
    settings.CONFIRM_DAYS = -3650  # whatever the clock says, the confirmation has lapsed
    version = VersionFactory(stage="published")
    broken(version)
    client = client_for(person("author", version.service.owner))

    page = client.get("/desk/queues/").content.decode()

    for queue in (FRESH, LINKS):
        assert f'href="{queue.goal}"' in page
        assert version.title in client.get(queue.goal).content.decode()
