"""Who works where on which day, role by role, and the register's own rules in Persian."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.enums import Kind, Role, Scope
from khedmat.organizations.models import Membership, Organization
from tests.factories.people import MembershipFactory, OrganizationFactory, PlaceFactory, UserFactory, centre, person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
DAYS = [
    (None, None, True),
    (-1, None, True),
    (0, None, True),
    (1, None, False),
    (-9, -1, False),
    (-9, 0, True),
    (0, 0, True),
    (-9, 9, True),
    (1, 9, False),
]


def day(offset):
    return None if offset is None else TODAY + timedelta(days=offset)


@pytest.mark.parametrize(("first", "last", "holds"), [case for case in DAYS if case[0] is not None])
@pytest.mark.parametrize("role", Role.values)
def test_a_membership_of_any_role_holds_between_its_days(first, last, holds, role):
    membership = MembershipFactory(role=role, starts_on=day(first), ends_on=day(last))

    assert Membership.objects.of(membership.user).in_force(TODAY).exists() == holds
    assert Organization.objects.of_member(membership.user, TODAY).exists() == holds


@pytest.mark.parametrize(("first", "last", "holds"), DAYS)
def test_an_agency_is_in_force_between_its_days(first, last, holds):
    OrganizationFactory(valid_from=day(first), valid_to=day(last))

    assert Organization.objects.in_force(TODAY).exists() == holds


@pytest.mark.parametrize("role", Role.values)
def test_reviewing_and_publishing_are_for_their_roles_at_the_centre(role):
    at_the_centre = person(role, centre())
    person(role, OrganizationFactory())

    reviewers, publishers = (
        set(rows.values_list("user", flat=True))
        for rows in (Membership.objects.reviewing(), Membership.objects.publishing())
    )
    assert reviewers == ({at_the_centre.pk} if role in (Role.REVIEWER, Role.PUBLISHER) else set())
    assert publishers == ({at_the_centre.pk} if role == Role.PUBLISHER else set())


@pytest.mark.parametrize(("ends", "over"), [(None, False), (-1, True), (0, False), (1, False)])
def test_a_membership_has_ended_after_its_last_day(ends, over):
    assert MembershipFactory(ends_on=day(ends)).has_ended(TODAY) == over


def test_whoever_is_not_signed_in_works_nowhere():
    MembershipFactory()

    assert not Membership.objects.of(AnonymousUser()).exists()
    assert not Organization.objects.of_member(AnonymousUser(), TODAY).exists()


def test_one_person_may_work_in_several_roles_and_places():
    user, here, there = UserFactory(), OrganizationFactory(), OrganizationFactory()
    for organization, role in ((here, "author"), (here, "approver"), (there, "author")):
        MembershipFactory(user=user, organization=organization, role=role)

    assert set(Organization.objects.of_member(user, TODAY)) == {here, there}
    assert Membership.objects.of(user).in_force(TODAY).count() == 3


def test_a_role_that_ended_may_be_taken_up_again_once():
    ended = MembershipFactory(ends_on=TODAY)
    again = {"user": ended.user, "organization": ended.organization, "role": ended.role, "starts_on": TODAY}
    MembershipFactory(**again)

    with pytest.raises(ValidationError, match="همین نقش"), refusing_in_words():
        MembershipFactory(**again)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"role": "king"}, "نقش"),
        ({"role": ""}, "نقش"),
        ({"starts_on": TODAY, "ends_on": TODAY - timedelta(days=1)}, "پایان"),
    ],
)
def test_a_wrong_membership_is_refused_in_words(wrong, words):
    with pytest.raises(ValidationError, match=words), refusing_in_words():
        MembershipFactory(**wrong)


@pytest.mark.parametrize("code", ["1", "x1", "a", "۰۱", " 1"])
def test_a_place_is_named_by_two_digits(code):
    with pytest.raises(ValidationError, match="دو رقم"), refusing_in_words():
        PlaceFactory(code=code)


def test_a_code_belongs_to_one_agency():
    first = OrganizationFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        OrganizationFactory(code=first.code)


@pytest.mark.parametrize("words", [Kind, Role, Scope], ids=lambda words: words.__name__)
def test_words_of_the_register_are_persian_and_differ(words):
    labels = [str(label) for label in words.labels]

    assert len(set(labels)) == len(labels)
    assert all(any("آ" <= letter <= "ی" for letter in label) for label in labels)


def test_a_membership_is_called_by_person_role_and_agency():
    membership = MembershipFactory(role="author")

    assert str(membership) == f"{membership.user} · نویسنده · {membership.organization}"


def test_agencies_stand_in_the_order_of_the_alphabet():
    for name in ("گمرک", "پست", "چاپخانه", "آب", "ژاندارمری", "ثبت"):
        OrganizationFactory(name=name)

    assert [agency.name for agency in Organization.objects.all()] == [
        "آب",
        "پست",
        "ثبت",
        "چاپخانه",
        "ژاندارمری",
        "گمرک",
    ]
