"""Invitations: one link, one role, one use, fourteen days; by managers of the agency alone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, connection, transaction

from khedmat.accounts.models import User
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.enums import InvitationState, Role
from khedmat.organizations.joining import LASTS, NewAccount, accept, invite, join, revoke
from khedmat.organizations.membership import end_now
from khedmat.organizations.models import Invitation, Membership
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, UserFactory, centre, invited, person

pytestmark = pytest.mark.django_db
TODAY, DAY, SECOND = NOW.date(), timedelta(days=1), timedelta(seconds=1)
SARA = NewAccount("sara", "سارا کریمی", "a-long-enough-secret")


@pytest.fixture
def agency():
    return OrganizationFactory(name="سازمان خانه")


def test_the_link_is_kept_nowhere_and_opens_its_own_invitation_alone(agency):
    (invitation, token), (other, _) = invited(agency, at=NOW), invited(agency, at=NOW, name="رضا")

    assert invitation.is_opened_by(token)
    assert not other.is_opened_by(token)
    assert not invitation.is_opened_by("")
    assert token not in str(Invitation.objects.values_list())


def test_whoever_accepts_has_the_role_from_that_day_and_it_is_known_who_gave_it(agency):
    manager, user = person("manager", agency), UserFactory()
    invitation, _ = invited(agency, at=NOW, role="approver", by=manager, until=TODAY + 99 * DAY)

    made = accept(invitation, by=user, at=NOW + DAY)

    assert (made.user, made.role, made.starts_on, made.ends_on) == (user, "approver", TODAY + DAY, TODAY + 99 * DAY)
    assert made.changes.get().by == manager
    invitation.refresh_from_db()
    assert invitation.membership == made


def test_a_person_without_an_account_gets_account_and_role_at_once(agency):
    invitation, _ = invited(agency, at=NOW)

    made = join(invitation, SARA, at=NOW)

    assert made.user.check_password(SARA.password)
    assert (made.organization, made.role) == (agency, "author")


@pytest.mark.parametrize("wrong", [{"password": "short"}, {"username": "taken"}, {"username": "not a name"}])
def test_an_account_that_is_refused_leaves_the_invitation_open(agency, wrong):
    UserFactory(username="taken")
    invitation, _ = invited(agency, at=NOW)

    with pytest.raises(ValidationError):
        join(invitation, SARA._replace(**wrong), at=NOW)

    assert Invitation.objects.get(pk=invitation.pk).state(NOW) == InvitationState.OPEN
    assert not User.objects.filter(full_name=SARA.full_name).exists()


def test_a_link_works_once(agency):
    invitation, _ = invited(agency, at=NOW)
    join(invitation, SARA, at=NOW)

    for again in (partial(accept, by=UserFactory()), partial(join, account=SARA._replace(username="omid"))):
        with pytest.raises(ValidationError, match="یک بار"):
            again(invitation, at=NOW)


@pytest.mark.parametrize(
    ("later", "more", "state"),
    [
        (timedelta(), {}, "open"),
        (LASTS - SECOND, {}, "open"),
        (LASTS, {}, "expired"),
        (DAY, {"until": TODAY + DAY}, "open"),
        (2 * DAY, {"until": TODAY + DAY}, "expired"),
    ],
)
def test_a_link_is_open_for_fourteen_days_and_never_longer_than_its_role(agency, later, more, state):
    invitation, _ = invited(agency, at=NOW, **more)

    assert invitation.state(NOW + later) == state


def test_what_is_late_or_taken_back_gives_no_role(agency):
    manager = person("manager", agency)
    late, _ = invited(agency, at=NOW, by=manager)
    taken_back, _ = invited(agency, at=NOW, by=manager, name="رضا")
    revoke(taken_back, by=manager, at=NOW)

    with pytest.raises(ValidationError, match="مهلت"):
        accept(late, by=UserFactory(), at=NOW + LASTS)
    with pytest.raises(ValidationError, match="پس گرفته"):
        accept(taken_back, by=UserFactory(), at=NOW)


@pytest.mark.parametrize("role", ["author", "approver", "reader", "stranger", "publisher"])
def test_managers_of_the_agency_invite_and_take_back_and_nobody_else(agency, role):
    other = {"stranger": ("manager", OrganizationFactory()), "publisher": ("publisher", centre())}
    somebody = person(*other.get(role, (role, agency)))
    invitation, _ = invited(agency, at=NOW)

    with pytest.raises(ValidationError, match="مدیران کاربران"):
        invite(Invitation(organization=agency, role="author", name="سارا"), by=somebody, at=NOW)
    with pytest.raises(ValidationError, match="مدیران کاربران"):
        revoke(invitation, by=somebody, at=NOW)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.PUBLISHER])
def test_roles_of_the_centre_are_offered_by_the_centre_alone(agency, role):
    with pytest.raises(ValidationError, match="مرکز"):
        invited(agency, at=NOW, role=role)

    invitation, _ = invited(centre(), at=NOW, role=role)
    assert accept(invitation, by=UserFactory(), at=NOW).role == role


def test_nobody_takes_the_role_that_they_offered(agency):
    manager = person("manager", agency)
    invitation, _ = invited(agency, at=NOW, role="approver", by=manager)

    with pytest.raises(ValidationError, match="نقش خود"):
        accept(invitation, by=manager, at=NOW)


def test_the_invitations_of_a_manager_who_left_give_nothing(agency):
    manager = person("manager", agency)
    invitation, _ = invited(agency, at=NOW, by=manager)
    end_now(manager.memberships.get(), by=None, at=NOW)

    with pytest.raises(ValidationError, match="امروز مدیر کاربران آن نیست"):
        accept(invitation, by=UserFactory(), at=NOW)


@pytest.mark.parametrize(
    ("wrong", "words"), [({"name": ""}, "نام یا رایانامه"), ({"until": TODAY - DAY}, "پیش از امروز")]
)
def test_a_wrong_invitation_is_refused_in_words(agency, wrong, words):
    with pytest.raises(ValidationError, match=words):
        invited(agency, at=NOW, **wrong)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"expires_at": NOW}, "مهلت"),
        ({"accepted_at": NOW}, "عضویت"),
        ({"revoked_at": NOW}, "گرفتن دعوت"),
        ({"role": "king"}, "فهرست"),
    ],
)
def test_the_database_keeps_an_invitation_whole(agency, wrong, words):
    row = {"organization": agency, "role": "author", "name": "سارا", "token_hash": "x" * 64, "made_at": NOW}
    row |= {"made_by": person("manager", agency), "expires_at": NOW + DAY}

    with pytest.raises(ValidationError, match=words), refusing_in_words():
        Invitation.objects.create(**(row | wrong))


def test_neither_offer_nor_answer_is_ever_rewritten(agency):
    invitation, _ = invited(agency, at=NOW)
    accept(invitation, by=UserFactory(), at=NOW)
    rows = Invitation.objects.filter(pk=invitation.pk)

    for write in (
        lambda: rows.update(role="approver"),
        lambda: rows.update(token_hash="y" * 64),
        lambda: rows.update(accepted_at=None, membership=None),
        rows.delete,
    ):
        with pytest.raises(ProgrammingError), transaction.atomic():
            write()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_open_one_link_at_once_one_comes_in(agency):
    invitation, _ = invited(agency, at=NOW)
    people, start = [UserFactory(), UserFactory()], Barrier(2)

    def take(user):
        start.wait()
        try:
            return bool(accept(invitation, by=user, at=NOW))
        except ValidationError:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take, people)) == [False, True]
    assert Membership.objects.filter(role="author").count() == 1


def test_a_form_that_is_sent_twice_opens_one_link():
    agency = OrganizationFactory()
    manager = person("manager", agency)
    first, _token = invited(agency, at=NOW, by=manager)

    with pytest.raises(ValidationError, match="هنوز پذیرفته نشده"):
        invited(agency, at=NOW, by=manager)
    invited(agency, at=NOW, by=manager, email="s@example.ir"), invited(agency, at=NOW, by=manager, role="reader")
    revoke(first, by=manager, at=NOW)
    invited(agency, at=NOW, by=manager)

    assert Invitation.objects.waiting(NOW).count() == 3
