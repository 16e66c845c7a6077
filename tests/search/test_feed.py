"""What the index is told of a published service, and what it is never told."""

import pytest

from khedmat.cards.enums import Stage
from khedmat.permits.models import PermitForm
from khedmat.search import feed
from tests.factories.cards import VersionFactory, advance
from tests.factories.people import OrganizationFactory
from tests.factories.popular import accepted, proposed

pytestmark = pytest.mark.django_db
SECRETS = {
    "filled_by": {"name": "زهرا رازدار", "phone": "09120000000"},
    "cost": {"items": [{"amount_rial": 5, "account": "IR062960000000100324200001"}]},
}


def told(version):
    return next(feed.entries_of([version.service_id]))


def test_names_in_force_are_told_and_proposals_are_not():
    service = accepted("پاسپورت").service
    proposed("سجل", service)

    assert next(feed.entries_of([service.pk])).names == ("پاسپورت",)


def test_the_boxes_that_people_search_are_told():
    card = {"title": "صدور گذرنامه", "documents": ["سند ازدواج"], "laws": ["قانون گذرنامه"], "audience": "اتباع"}
    owner = OrganizationFactory(name="پلیس گذرنامه", parent=OrganizationFactory(name="وزارت کشور"))

    entry = told(VersionFactory(published=True, service__owner=owner, card=card))

    assert (entry.title, entry.agency, entry.parent) == ("صدور گذرنامه", "پلیس گذرنامه", "وزارت کشور")
    assert (entry.papers, entry.laws) == (("سند ازدواج",), ("قانون گذرنامه",))
    assert "اتباع" in entry.audience


def test_nobody_who_filled_in_a_card_and_no_account_is_told():
    entry = told(VersionFactory(published=True, card=SECRETS))

    assert not [secret for secret in ("رازدار", "09120000000", "IR0629") if secret in str(entry)]


def test_facets_say_what_the_form_says_and_nothing_where_it_is_silent():
    entry = told(VersionFactory(published=True, card={"cost": {"free": True}, "level": ["urban"], "stages": None}))

    assert entry.facets["free"] == ("yes",)
    assert entry.facets["level"] == ("urban",)
    assert entry.facets["electronic"] == ()


def test_a_permit_is_told_by_its_title():
    version = VersionFactory()
    PermitForm.objects.create(version=version, organization=version.service.owner, order=1, title="پروانهٔ کسب")
    advance(version, Stage.PUBLISHED)

    assert told(version).permits == ("پروانهٔ کسب",)
    assert told(version).facets["permit"] == ("yes",)


@pytest.mark.parametrize("size", [1, 2, 5])
def test_every_service_is_told_once_whatever_the_batch(monkeypatch, size):
    monkeypatch.setattr(feed, "A_BATCH", size)
    services = {version.service_id for version in VersionFactory.create_batch(5, published=True)}
    VersionFactory()

    assert sorted(entry.key for entry in feed.entries()) == sorted(services)
    assert sorted(entry.key for entry in feed.entries_of(sorted(services))) == sorted(services)
