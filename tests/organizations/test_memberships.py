"""Who works where, since when."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError

from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.models import Membership, Organization
from tests.factories.cards import NOW
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, person, publisher

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
DAY = timedelta(days=1)


def test_a_membership_holds_from_its_first_to_its_last_day():
    membership = MembershipFactory(starts_on=TODAY, ends_on=TODAY + DAY)

    held = [offset for offset in range(-1, 4) if Membership.objects.in_force(TODAY + offset * DAY).exists()]

    assert held == [0, 1]
    assert membership.user.full_name in str(membership)


def test_nobody_has_no_membership():
    MembershipFactory()

    assert not Membership.objects.of(AnonymousUser()).exists()
    assert not Membership.objects.of(UserFactory()).exists()


def test_publishing_is_a_right_at_the_centre_only():
    at_centre, elsewhere = publisher(), person("publisher", OrganizationFactory())

    reviewing = Membership.objects.reviewing()

    assert reviewing.of(at_centre).exists()
    assert not reviewing.of(elsewhere).exists()


def test_an_organization_is_found_by_its_members_on_the_day():
    membership = MembershipFactory(ends_on=TODAY)

    assert list(Organization.objects.of_member(membership.user, TODAY)) == [membership.organization]
    assert not Organization.objects.of_member(membership.user, TODAY + DAY).exists()


def test_one_role_at_one_place_is_held_once_at_a_time():
    membership = MembershipFactory()
    again = {"user": membership.user, "organization": membership.organization}

    MembershipFactory(**again, role="approver")
    with pytest.raises(ValidationError, match="همین نقش"), refusing_in_words():
        MembershipFactory(**again)


@pytest.mark.parametrize(
    ("wrong", "words"), [({"role": "king"}, "نقش"), ({"ends_on": TODAY.replace(year=1999)}, "پایان")]
)
def test_wrong_memberships_are_refused(wrong, words):
    with pytest.raises(ValidationError, match=words), refusing_in_words():
        MembershipFactory(**wrong)
