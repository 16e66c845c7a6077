"""Colleagues: those of my offices, in their roles and periods."""

from datetime import timedelta

import pytest
from django.utils import timezone

from khedmat.core.persian import persian_digits
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, centre

pytestmark = pytest.mark.django_db
PAGE = "/desk/people/"


@pytest.fixture
def office():
    return OrganizationFactory(name="سازمان خانه")


@pytest.fixture
def reader(office):
    return MembershipFactory(organization=office, role="reader", user__full_name="خوانندهٔ خانه").user


def days(number):
    return timezone.localdate() + timedelta(days=number)


def seen(client):
    return client.get(PAGE).content.decode()


def test_a_reader_sees_the_colleagues_of_the_own_office(client_for, office, reader):
    colleague = MembershipFactory(organization=office, role="approver").user

    page = seen(client_for(reader))

    assert persian_digits(colleague.full_name) in page
    assert "تأییدکننده" in page
    assert "سازمان خانه" in page


def test_a_stranger_with_the_same_role_elsewhere_sees_none_of_them(client_for, office, reader):
    stranger = MembershipFactory(role="reader").user

    page = seen(client_for(stranger))

    assert persian_digits(stranger.full_name) in page
    assert reader.full_name not in page
    assert office.name not in page


@pytest.mark.parametrize("role", ["reviewer", "publisher"])
def test_the_centre_sees_its_own_people_only(client_for, reader, role):
    page = seen(client_for(MembershipFactory(organization=centre(), role=role).user))

    assert persian_digits(centre().name) in page
    assert reader.full_name not in page


def test_whoever_is_not_signed_in_is_shown_the_door(client, reader):
    assert client.get(PAGE)["Location"].startswith("/account/login/")


def test_whoever_works_nowhere_is_told_whom_to_ask(client_for, office):
    former = MembershipFactory(organization=office, ends_on=days(-1)).user

    for user in (UserFactory(), former):
        page = seen(client_for(user))
        assert "هنوز در دفتری نیستید" in page
        assert office.name not in page


def test_what_ended_and_what_is_coming_are_said(client_for, office, reader):
    MembershipFactory(organization=office, ends_on=days(-1), user__full_name="رفته")
    MembershipFactory(organization=office, starts_on=days(9), user__full_name="آینده")

    page = seen(client_for(reader)).partition("<main")[2]

    assert page.count("پایان‌یافته") == 2  # the heading of the folded part, and the row in it
    assert page.count("هنوز آغاز نشده") == 1
    assert page.index("آینده") < page.index("رفته")


def test_a_person_of_two_offices_sees_both_apart(client_for, office, reader):
    other = MembershipFactory(user=reader, organization__name="سازمان دیگر").organization

    page = seen(client_for(reader))

    assert page.count("<section") == 2
    assert office.name in page
    assert other.name in page


def test_the_page_costs_the_same_for_many(client_for, office, reader, assert_same_cost):
    client = client_for(reader)

    assert_same_cost(lambda: client.get(PAGE), lambda: MembershipFactory.create_batch(9, organization=office))
