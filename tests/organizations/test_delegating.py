"""The letter by which an approver confirms for the highest official: noted, kept on approvals, ended by a row."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction

from khedmat.cards.actions import approve
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.delegating import take_back
from khedmat.organizations.models import Delegation
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import MembershipFactory, OrganizationFactory, centre, delegated, person

pytestmark = pytest.mark.django_db
TODAY, DAY = NOW.date(), timedelta(days=1)


@pytest.fixture
def approver():
    return MembershipFactory(role="approver")


def approved_by(membership):
    """The line of the log of an approval today."""
    version = VersionFactory(service__owner=membership.organization, stage="submitted")
    approve(version, by=membership.user, at=NOW)
    return version.stage_changes.get(target="approved")


def test_an_approval_keeps_the_letter_of_its_day(approver):
    letter = delegated(approver, at=NOW)

    assert approved_by(approver).as_delegation == letter


def test_without_a_letter_an_approval_names_none(approver):
    delegated(MembershipFactory(role="approver", organization=approver.organization), at=NOW)

    assert approved_by(approver).as_delegation is None


@pytest.mark.parametrize(
    "more", [{"starts_on": TODAY + DAY}, {"ends_on": TODAY - DAY}, {"covers_cards": False, "covers_titles": True}]
)
def test_a_letter_of_other_days_or_for_titles_alone_is_not_named(approver, more):
    delegated(approver, at=NOW, **more)

    assert approved_by(approver).as_delegation is None


def test_what_was_approved_by_a_letter_stays_so_when_it_is_taken_back(approver):
    letter = delegated(approver, at=NOW)
    before = approved_by(approver)

    take_back(letter, by=person("manager", approver.organization), at=NOW)

    before.refresh_from_db()
    assert before.as_delegation == letter
    assert approved_by(approver).as_delegation is None
    with pytest.raises(ValidationError, match="دیگر در کار نیست"):
        take_back(Delegation.objects.get(), by=person("manager", approver.organization), at=NOW)


@pytest.mark.parametrize("role", ["author", "approver", "reader", "stranger", "publisher"])
def test_letters_are_noted_and_ended_by_managers_of_the_agency_alone(approver, role):
    other = {"stranger": ("manager", OrganizationFactory()), "publisher": ("publisher", centre())}
    somebody = person(*other.get(role, (role, approver.organization)))
    letter = delegated(approver, at=NOW)

    with pytest.raises(ValidationError, match="مدیران کاربران"):
        delegated(approver, at=NOW, by=somebody)
    with pytest.raises(ValidationError, match="مدیران کاربران"):
        take_back(letter, by=somebody, at=NOW)


def test_nobody_notes_a_letter_for_the_own_role(approver):
    MembershipFactory(role="manager", user=approver.user, organization=approver.organization)

    with pytest.raises(ValidationError, match="نقش خود"):
        delegated(approver, at=NOW, by=approver.user)


def test_confirming_is_delegated_to_approvers_alone():
    with pytest.raises(ValidationError, match="تنها به تأییدکننده"):
        delegated(MembershipFactory(role="author"), at=NOW)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"covers_cards": False}, "بگویید"),
        ({"ends_on": TODAY - 9 * DAY, "starts_on": TODAY}, "آغاز تفویض"),
        ({"letter_on": TODAY, "starts_on": TODAY - DAY}, "روز نامه"),
        ({"letter_on": TODAY + DAY, "starts_on": TODAY + DAY}, "پس از امروز"),
    ],
)
def test_a_wrong_letter_is_refused_in_words(approver, wrong, words):
    with pytest.raises(ValidationError, match=words), refusing_in_words():
        delegated(approver, at=NOW, **wrong)


def test_a_letter_is_never_rewritten(approver):
    letter = delegated(approver, at=NOW)
    take_back(letter, by=person("manager", approver.organization), at=NOW)

    for write in (lambda: Delegation.objects.update(official="دیگری"), letter.end.delete):
        with pytest.raises(ProgrammingError), transaction.atomic():
            write()
    assert Delegation.objects.get().official == "رئیس سازمان"


def test_a_letter_is_noted_once_while_it_holds(approver):
    first = delegated(approver, at=NOW)

    with pytest.raises(ValidationError, match="همین نامه"):
        delegated(approver, at=NOW)
    delegated(approver, at=NOW, covers_titles=True), delegated(approver, at=NOW, letter_number="۱۲۴")
    take_back(first, by=person("manager", approver.organization), at=NOW)
    delegated(approver, at=NOW)

    assert Delegation.objects.endable(TODAY).count() == 3
