"""Who sees, proposes and decides: role by role, at home, elsewhere and at the centre."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from khedmat.cards.models import PopularName
from khedmat.cards.popular.perms import can_decide, can_propose, can_see_proposals, visible_names
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, UserFactory, centre, person
from tests.factories.popular import accepted, proposed

pytestmark = pytest.mark.django_db
TODAY = localdate(NOW)
NOTHING = (False, False, False)
MAY = [  # role, where, and whether one may propose, decide and see proposals
    ("author", "home", (True, False, True)),
    ("approver", "home", (False, True, True)),
    ("manager", "home", (False, False, True)),
    ("reader", "home", (False, False, True)),
    ("author", "elsewhere", NOTHING),
    ("approver", "elsewhere", NOTHING),
    ("steward", "elsewhere", NOTHING),
    ("steward", "centre", (True, True, True)),
    ("legal_steward", "centre", NOTHING),
    ("publisher", "centre", NOTHING),
    ("reviewer", "centre", NOTHING),
]


def somebody(role, where, owner):
    return person(role, {"home": owner, "elsewhere": OrganizationFactory(), "centre": centre()}[where])


@pytest.mark.parametrize(("role", "where", "may"), MAY)
def test_each_role_may_do_its_part_alone(role, where, may):
    service = proposed().service
    user = somebody(role, where, service.owner)

    assert tuple(ask(user, service, TODAY) for ask in (can_propose, can_decide, can_see_proposals)) == may


@pytest.mark.parametrize(("role", "where", "may"), MAY)
def test_the_list_agrees_with_the_question(role, where, may):
    waiting = proposed()
    user = somebody(role, where, waiting.service.owner)

    assert visible_names(user, TODAY).filter(pk=waiting.pk).exists() is may[2]


def test_everybody_sees_what_is_in_force():
    name = accepted()

    assert visible_names(UserFactory(), TODAY).get() == name


def test_a_role_that_ended_may_nothing():
    waiting = proposed()
    user = person("approver", waiting.service.owner)
    user.memberships.update(ends_on=TODAY - timedelta(days=1))

    assert not can_decide(user, waiting.service, TODAY)
    assert not visible_names(user, TODAY).exists()


def test_a_role_that_has_not_begun_may_nothing():
    waiting = proposed()
    user = person("author", waiting.service.owner)
    user.memberships.update(starts_on=TODAY + timedelta(days=1))

    assert not can_propose(user, waiting.service, TODAY)


def test_names_that_ended_are_seen_by_the_office_and_nobody_else():
    name = proposed()
    PopularName.objects.filter(pk=name.pk).update(stage="refused")

    assert visible_names(person("reader", name.service.owner), TODAY).exists()
    assert not visible_names(person("reader", OrganizationFactory()), TODAY).exists()
