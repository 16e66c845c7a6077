"""Roles given and ended: the action itself, and two commands at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, connection, transaction

from khedmat.organizations.enums import MembershipMove, Role
from khedmat.organizations.membership import end, end_now, enrol, set_last_day
from khedmat.organizations.models import Membership, MembershipChange
from tests.factories.cards import NOW
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, centre, person

TODAY = NOW.date()
DAY = timedelta(days=1)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.AUTHOR, Role.APPROVER, Role.READER, Role.MANAGER])
def test_a_role_of_an_agency_is_given_anywhere(role):
    for agency in (OrganizationFactory(), centre()):
        made = enrol(UserFactory(), agency, role=role, until=None, by=None, at=NOW)
        assert (made.role, made.starts_on, made.ends_on) == (role, TODAY, None)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.REVIEWER, Role.PUBLISHER])
def test_a_role_of_the_centre_is_refused_elsewhere(role):
    with pytest.raises(ValidationError, match="مرکز"):
        enrol(UserFactory(), OrganizationFactory(), role=role, until=None, by=None, at=NOW)

    assert enrol(UserFactory(), centre(), role=role, until=None, by=None, at=NOW).role == role


@pytest.mark.django_db
def test_today_is_the_earliest_last_day():
    user, agency = UserFactory(), OrganizationFactory()

    with pytest.raises(ValidationError, match="پیش از امروز"):
        enrol(user, agency, role=Role.AUTHOR, until=TODAY - DAY, by=None, at=NOW)

    assert enrol(user, agency, role=Role.AUTHOR, until=TODAY, by=None, at=NOW).ends_on == TODAY


@pytest.mark.django_db
def test_a_role_that_is_coming_gets_a_new_end_and_no_second_row():
    coming = MembershipFactory(starts_on=TODAY + DAY)

    enrol(coming.user, coming.organization, role=Role.AUTHOR, until=TODAY + 9 * DAY, by=None, at=NOW)

    assert Membership.objects.get().ends_on == TODAY + 9 * DAY


@pytest.mark.django_db
def test_an_end_before_the_beginning_is_refused_in_words():
    coming = MembershipFactory(starts_on=TODAY + 9 * DAY)

    with pytest.raises(ValidationError, match="آغاز عضویت"):
        enrol(coming.user, coming.organization, role=Role.AUTHOR, until=TODAY + DAY, by=None, at=NOW)


@pytest.mark.django_db
def test_what_is_not_held_cannot_be_ended():
    held = MembershipFactory(role="author", ends_on=TODAY - DAY)

    for agency, role in ((held.organization, Role.AUTHOR), (held.organization, Role.READER), (centre(), Role.AUTHOR)):
        with pytest.raises(ValidationError, match="ندارد"):
            end(held.user, agency, role=role, by=None, at=NOW)


@pytest.mark.django_db(transaction=True)
def test_two_commands_at_once_make_one_row():
    user, agency, start = UserFactory(), OrganizationFactory(), Barrier(4)

    def give(_):
        start.wait()
        try:
            return enrol(user, agency, role=Role.AUTHOR, until=TODAY + DAY, by=None, at=NOW).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(give, range(4)))

    assert len(made) == Membership.objects.count() == 1


@pytest.mark.django_db
def test_every_change_of_a_role_is_kept_with_who_made_it():
    agency, user = OrganizationFactory(), UserFactory()
    manager = person("manager", agency)

    given = enrol(user, agency, role=Role.AUTHOR, until=None, by=None, at=NOW)
    set_last_day(given, until=TODAY + DAY, by=manager, at=NOW)
    set_last_day(given, until=TODAY + DAY, by=manager, at=NOW)
    end_now(given, by=manager, at=NOW)

    assert list(given.changes.values_list("move", "before", "after", "by")) == [
        (MembershipMove.GIVEN, None, None, None),
        (MembershipMove.MOVED, None, TODAY + DAY, manager.pk),
        (MembershipMove.ENDED, TODAY + DAY, TODAY - DAY, manager.pk),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("write", [lambda rows: rows.update(by=None), lambda rows: rows.delete()])
def test_what_was_written_of_a_role_is_never_rewritten(write):
    enrol(UserFactory(), OrganizationFactory(), role=Role.AUTHOR, until=None, by=None, at=NOW)

    with pytest.raises(ProgrammingError), transaction.atomic():
        write(MembershipChange.objects.all())

    assert MembershipChange.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["author", "approver", "reader"])
def test_a_role_is_given_by_managers_of_the_same_agency_alone(role):
    agency, user = OrganizationFactory(), UserFactory()
    strangers = [person(role, agency), person("manager", OrganizationFactory()), person("publisher", centre())]

    for stranger in strangers:
        with pytest.raises(ValidationError, match="مدیر"):
            enrol(user, agency, role=Role.AUTHOR, until=None, by=stranger, at=NOW)

    manager = person("manager", agency)
    assert enrol(user, agency, role=Role.AUTHOR, until=None, by=manager, at=NOW).user == user


@pytest.mark.django_db
@pytest.mark.parametrize("act", [partial(set_last_day, until=None, at=NOW), partial(end_now, at=NOW)])
def test_nobody_decides_about_the_own_role(act):
    manager = MembershipFactory(role="manager", ends_on=TODAY + DAY)
    own = MembershipFactory(user=manager.user, organization=manager.organization, ends_on=TODAY + DAY)

    for row in (manager, own):
        with pytest.raises(ValidationError, match="نقش خود"):
            act(row, by=manager.user)

    with pytest.raises(ValidationError, match="نقش خود"):
        enrol(manager.user, manager.organization, role=Role.APPROVER, until=None, by=manager.user, at=NOW)


@pytest.mark.django_db
def test_what_has_ended_stays_ended():
    ended = MembershipFactory(ends_on=TODAY - DAY)

    with pytest.raises(ValidationError, match="از نو دعوت"):
        set_last_day(ended, until=None, by=person("manager", ended.organization), at=NOW)

    with pytest.raises(ValidationError, match="از نو دعوت"):
        end_now(ended, by=None, at=NOW)
