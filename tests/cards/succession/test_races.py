"""A change of agencies beside what is begun at the same moment: one waits, and is told."""

import pytest
from django.utils import timezone

from khedmat.cards.actions import create_draft
from khedmat.cards.models import ServiceMove
from khedmat.organizations.changing.carrying import carry_out
from khedmat.organizations.joining import accept
from khedmat.organizations.models import Membership, OrganizationChange
from tests.cards.test_races import at_once, refusals
from tests.factories import forms
from tests.factories.cards import VersionFactory
from tests.factories.changes import planned, seen_of
from tests.factories.people import OrganizationFactory, UserFactory, invited, person, publisher

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("rules")]


@pytest.fixture
def old():
    return OrganizationFactory()


@pytest.fixture
def press(old):
    """Carries out the merger as it was seen now."""
    plan, boss = planned("merge", [old], [OrganizationFactory()]), publisher()

    def ready():
        seen = seen_of(plan)
        return lambda: carry_out(plan, seen=seen, by=boss, at=timezone.now())

    return ready


def test_two_presses_make_one_change(old, press):
    VersionFactory(service__owner=old)
    act = press()

    results = at_once(act, act)

    assert len(refusals(results)) == 1
    assert OrganizationChange.objects.count() == ServiceMove.objects.count() == 1


def test_a_draft_begun_meanwhile_is_refused_or_moves_by_a_new_preview(old, press):
    author = person("author", old)
    act = press()

    def begin():
        return create_draft(forms.document(forms.card()), owner=old, by=author, at=timezone.now())

    results = at_once(act, begin)

    assert len(refusals(results)) == 1
    assert OrganizationChange.objects.exists() != old.services.exists()


def test_an_invitation_accepted_meanwhile_gives_no_role_in_an_ended_agency(old, press):
    invitation, _token = invited(old, at=timezone.now())
    user, act = UserFactory(), press()

    results = at_once(act, lambda: accept(invitation, by=user, at=timezone.now()))

    in_force = Membership.objects.filter(user=user, organization=old).in_force(timezone.localdate())
    assert len(refusals(results)) == 1
    assert OrganizationChange.objects.exists() != in_force.exists()
