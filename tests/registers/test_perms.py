"""Who keeps which register on a day."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from khedmat.organizations.enums import OF_THE_CENTRE, Role
from khedmat.registers.books import BOOKS
from khedmat.registers.perms import can_keep, is_steward
from tests.factories.cards import NOW
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, centre, person

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
A_DAY = timedelta(days=1)


@pytest.mark.parametrize("register", list(BOOKS))
@pytest.mark.parametrize("role", list(Role))
def test_a_register_is_kept_by_its_role_at_the_centre_only(register, role):
    book = BOOKS[register]

    assert can_keep(person(role, centre()), book, TODAY) == (role == book.keeper)
    assert not can_keep(person(role, OrganizationFactory()), book, TODAY)


@pytest.mark.parametrize("role", list(Role))
def test_stewards_are_those_of_the_centre(role):
    assert is_steward(person(role, centre()), TODAY) == (role in ("steward", "legal_steward"))
    assert not is_steward(person(role, OrganizationFactory()), TODAY)


@pytest.mark.parametrize(
    ("starts", "ends", "may"),
    [(TODAY, None, True), (TODAY, TODAY, True), (TODAY + A_DAY, None, False), (TODAY - A_DAY, TODAY - A_DAY, False)],
)
def test_a_role_keeps_between_its_days(starts, ends, may):
    member = MembershipFactory(role="steward", organization=centre(), starts_on=starts, ends_on=ends)

    assert can_keep(member.user, BOOKS["documents"], TODAY) == may


def test_nobody_and_strangers_keep_nothing():
    assert not is_steward(AnonymousUser(), TODAY)
    assert not is_steward(UserFactory(), TODAY)


def test_stewards_examine_no_cards():
    member = MembershipFactory(role="steward", organization=centre())

    assert "steward" in OF_THE_CENTRE
    assert not type(member).objects.of(member.user).reviewing().exists()
    assert not type(member).objects.of(member.user).publishing().exists()
