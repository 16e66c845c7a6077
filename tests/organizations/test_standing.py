"""Nothing is begun at an agency that has ended; whoever tries is told where it goes on."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from khedmat.cards.actions import create_draft
from khedmat.cards.titles import actions as titles
from khedmat.organizations.joining import accept
from khedmat.organizations.membership import enrol
from khedmat.organizations.models import Invitation, Membership
from khedmat.organizations.standing import successors_of
from tests.factories import forms
from tests.factories.changes import carried, merged, planned
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, invited, person

pytestmark = pytest.mark.django_db
GOES_ON = "جانشین آن «سازمان جانشین» است"


@pytest.fixture
def old():
    return OrganizationFactory(name="سازمان پیشین")


@pytest.fixture
def ended(old):
    merged(old, OrganizationFactory(name="سازمان جانشین"))
    return old


def late(role, agency):
    """Somebody whose role was written behind the back of the change."""
    return MembershipFactory(role=role, organization=agency).user


def test_a_role_is_not_given(ended):
    with pytest.raises(ValidationError, match=GOES_ON):
        enrol(UserFactory(), ended, role="author", until=None, by=None, at=timezone.now())

    assert not Membership.objects.filter(organization=ended).in_force(timezone.localdate()).exists()


def test_nobody_is_invited(ended):
    with pytest.raises(ValidationError, match=GOES_ON):
        invited(ended, at=timezone.now(), by=late("manager", ended))

    assert not Invitation.objects.exists()


def test_an_invitation_of_before_opens_nothing(old):
    invitation, _token = invited(old, at=timezone.now())
    merged(old, OrganizationFactory())

    with pytest.raises(ValidationError, match="پس گرفته شده"):
        accept(invitation, by=UserFactory(), at=timezone.now())


def test_no_draft_is_begun(ended):
    with pytest.raises(ValidationError, match=GOES_ON):
        create_draft(forms.document(forms.card()), owner=ended, by=late("author", ended), at=timezone.now())

    assert not ended.services.exists()


def test_no_list_of_titles_is_begun_or_gone_on_with(old):
    begun = titles.begin(old, by=person("author", old), at=timezone.now())
    merged(old, OrganizationFactory(name="سازمان جانشین"))
    author = late("author", old)

    with pytest.raises(ValidationError, match=GOES_ON):
        titles.begin(old, by=author, at=timezone.now())
    with pytest.raises(ValidationError, match=GOES_ON):
        titles.add(begun, [], by=author, at=timezone.now())


def test_of_a_closed_agency_it_is_said_that_nobody_follows(old):
    carried(planned("closing", [old]))
    old.refresh_from_db()

    with pytest.raises(ValidationError, match="جانشینی ندارد"):
        enrol(UserFactory(), old, role="author", until=None, by=None, at=timezone.now())


def test_of_a_split_all_parts_follow(old):
    parts = [OrganizationFactory(name=name) for name in ("الف", "ب")]
    carried(planned("split", [old], parts))
    old.refresh_from_db()

    assert successors_of(old) == parts


def test_a_last_day_counts_whole(old):
    today = timezone.localdate()
    old.valid_to = today

    assert not old.has_ended(today)
    assert old.has_ended(today + timedelta(days=1))
