"""Webhooks of an agency that ends are held: its server is told nothing more, and nobody of it could hold them."""

import pytest
from django.utils import timezone

from khedmat.organizations.changing.kinds import Case
from khedmat.webhooks import actions
from khedmat.webhooks.models import Subscription
from khedmat.webhooks.succession import WEBHOOKS
from tests.factories.cards import NOW
from tests.factories.changes import carried, planned
from tests.factories.people import OrganizationFactory, publisher
from tests.factories.webhooks import ADDRESS, subscribed

pytestmark = pytest.mark.django_db


def test_they_are_held_in_the_name_of_who_carried_the_change_out():
    old, new = OrganizationFactory(), OrganizationFactory()
    ended, own = subscribed(old, reach="all").subscription, subscribed(new).subscription
    plan, boss = planned("merge", [old], [new]), publisher()

    items = WEBHOOKS.group(Case.of(plan, at=timezone.now())).items
    carried(plan, by=boss)

    ended.refresh_from_db()
    own.refresh_from_db()
    assert [(item.key, item.label) for item in items] == [(ended.pk, ADDRESS)]
    assert (ended.state, ended.state_by, ended.organization) == ("paused", boss, old)
    assert own.is_active


def test_those_of_an_agency_that_stays_go_on():
    old, new = OrganizationFactory(), OrganizationFactory()
    subscribed(old)

    carried(planned("split", [old], [old, new]))

    assert Subscription.objects.get().is_active


def test_one_that_ended_before_is_not_held_as_if_it_could_go_on():
    old, new = OrganizationFactory(), OrganizationFactory()
    made = subscribed(old).subscription
    actions.end(made, by=made.made_by, at=NOW)

    carried(planned("merge", [old], [new]))

    assert Subscription.objects.get().state == "ended"
