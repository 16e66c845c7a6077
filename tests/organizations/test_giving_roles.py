"""Roles given and ended: the action itself, and two commands at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from khedmat.organizations.actions import end, enrol
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership
from tests.factories.cards import NOW
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, centre

TODAY = NOW.date()
DAY = timedelta(days=1)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.AUTHOR, Role.APPROVER, Role.READER])
def test_a_role_of_an_agency_is_given_anywhere(role):
    for agency in (OrganizationFactory(), centre()):
        made = enrol(UserFactory(), agency, role=role, until=None, on=TODAY)
        assert (made.role, made.starts_on, made.ends_on) == (role, TODAY, None)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.REVIEWER, Role.PUBLISHER])
def test_a_role_of_the_centre_is_refused_elsewhere(role):
    with pytest.raises(ValidationError, match="مرکز"):
        enrol(UserFactory(), OrganizationFactory(), role=role, until=None, on=TODAY)

    assert enrol(UserFactory(), centre(), role=role, until=None, on=TODAY).role == role


@pytest.mark.django_db
def test_today_is_the_earliest_last_day():
    user, agency = UserFactory(), OrganizationFactory()

    with pytest.raises(ValidationError, match="پیش از امروز"):
        enrol(user, agency, role=Role.AUTHOR, until=TODAY - DAY, on=TODAY)

    assert enrol(user, agency, role=Role.AUTHOR, until=TODAY, on=TODAY).ends_on == TODAY


@pytest.mark.django_db
def test_a_role_that_is_coming_gets_a_new_end_and_no_second_row():
    coming = MembershipFactory(starts_on=TODAY + DAY)

    enrol(coming.user, coming.organization, role=Role.AUTHOR, until=TODAY + 9 * DAY, on=TODAY)

    assert Membership.objects.get().ends_on == TODAY + 9 * DAY


@pytest.mark.django_db
def test_an_end_before_the_beginning_is_refused_in_words():
    coming = MembershipFactory(starts_on=TODAY + 9 * DAY)

    with pytest.raises(ValidationError, match="آغاز عضویت"):
        enrol(coming.user, coming.organization, role=Role.AUTHOR, until=TODAY + DAY, on=TODAY)


@pytest.mark.django_db
def test_what_is_not_held_cannot_be_ended():
    held = MembershipFactory(role="author", ends_on=TODAY - DAY)

    for agency, role in ((held.organization, Role.AUTHOR), (held.organization, Role.READER), (centre(), Role.AUTHOR)):
        with pytest.raises(ValidationError, match="ندارد"):
            end(held.user, agency, role=role, on=TODAY)


@pytest.mark.django_db(transaction=True)
def test_two_commands_at_once_make_one_row():
    user, agency, start = UserFactory(), OrganizationFactory(), Barrier(4)

    def give(_):
        start.wait()
        try:
            return enrol(user, agency, role=Role.AUTHOR, until=TODAY + DAY, on=TODAY).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(give, range(4)))

    assert len(made) == Membership.objects.count() == 1
