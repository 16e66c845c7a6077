"""A manager's pages: the link that is shown once, invitations taken back, roles given an end."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from khedmat.core import jalali
from khedmat.organizations.models import Invitation, Membership
from tests.factories.people import MembershipFactory, OrganizationFactory, centre, invited, person

pytestmark = pytest.mark.django_db
PEOPLE, INVITE = "/desk/people/", "/desk/people/invite/"
SARA = {"role": "author", "name": "سارا کریمی", "email": "", "until": ""}


@pytest.fixture
def office():
    return OrganizationFactory(name="سازمان خانه")


@pytest.fixture
def manager(office, client_for):
    return client_for(person("manager", office))


def days(number):
    return timezone.localdate() + timedelta(days=number)


def strangers(office):
    """Everybody who reads the list of colleagues somewhere, and decides nothing here."""
    at_home = [person(role, office) for role in ("reader", "author", "approver")]
    return [*at_home, person("manager", OrganizationFactory()), person("publisher", centre())]


def link_in(page):
    found = re.search(r">(http://testserver/invitations/\d+/[\w-]{43}/)<", page)
    return found and found[1]


def test_the_link_is_shown_once_and_opens_the_invitation(manager, office):
    page = manager.post(INVITE, SARA)

    link = link_in(page.content.decode())
    assert "no-store" in page["Cache-Control"]
    assert Client().get(link).status_code == 200
    assert link.rsplit("/", 2)[1] not in manager.get(PEOPLE).content.decode()
    assert Invitation.objects.get().organization == office


def test_what_was_typed_stays_beside_the_reason(manager):
    page = manager.post(INVITE, SARA | {"name": "", "until": "1405/13/40"}).content.decode()

    assert "این تاریخ خوانده نشد" in page
    assert 'value="1405/13/40"' in page
    assert not Invitation.objects.exists()


def test_an_invitation_says_who_is_meant(manager):
    assert "نام یا رایانامهٔ کسی را" in manager.post(INVITE, SARA | {"name": ""}).content.decode()


def test_the_last_day_is_typed_in_jalali_with_any_digits(manager):
    day = days(30)

    manager.post(INVITE, SARA | {"until": jalali.short(day)})

    assert Invitation.objects.get().until == day


def test_roles_of_the_centre_are_offered_there_alone(manager, client_for):
    at_the_centre = client_for(person("manager", centre()))

    assert 'value="publisher"' not in manager.get(INVITE).content.decode()
    assert 'value="publisher"' in at_the_centre.get(INVITE).content.decode()
    assert not manager.post(INVITE, SARA | {"role": "publisher"}).context["link"]


def test_a_manager_of_two_offices_says_for_which(manager, office, client_for):
    other = OrganizationFactory(name="سازمان دیگر")
    both = MembershipFactory(role="manager", organization=other).user
    MembershipFactory(role="manager", organization=office, user=both)
    client, elsewhere = client_for(both), OrganizationFactory()

    assert f'<option value="{other.pk}" selected' in client.get(f"{INVITE}?organization={other.pk}").content.decode()
    assert link_in(client.post(INVITE, SARA | {"organization": other.pk}).content.decode())
    assert not link_in(client.post(INVITE, SARA | {"organization": elsewhere.pk}).content.decode())
    assert Invitation.objects.get().organization == other


def test_whoever_manages_nobody_invites_nobody(office, client_for, caplog):
    for user in strangers(office)[:3]:
        assert client_for(user).get(INVITE).status_code == 404
        assert client_for(user).post(INVITE, SARA).status_code == 404
    assert "which they do not manage" in caplog.text
    assert not Invitation.objects.exists()


def test_an_invitation_is_taken_back_by_a_manager_of_the_agency_alone(manager, office, client_for):
    invitation, _ = invited(office, at=timezone.now())
    address = f"/desk/people/invitations/{invitation.pk}/revoke/"

    assert {client_for(user).post(address).status_code for user in strangers(office)} == {404}
    asked = manager.post(address).content.decode()
    assert "پس گرفته شود؟" in asked
    assert not Invitation.objects.get().revoked_at
    page = manager.post(address, {"sure": "yes"}, follow=True).content.decode()

    assert "دعوت پس گرفته شد." in page
    assert "پیش‌تر" not in page
    again = manager.post(address, {"sure": "yes"}, follow=True).content.decode()
    assert "این دعوت پس گرفته شده است" in again


def test_invitations_are_seen_by_managers_of_the_agency_alone(manager, office, client_for):
    invited(office, at=timezone.now(), name="دعوت‌شدهٔ نهان")

    assert "دعوت‌شدهٔ نهان" in manager.get(PEOPLE).content.decode()
    for user in strangers(office):
        page = client_for(user).get(PEOPLE).content.decode()
        assert "دعوت‌شدهٔ نهان" not in page


def test_a_manager_sets_the_last_day_and_takes_it_away(manager, office):
    role = MembershipFactory(organization=office)
    address = f"/desk/people/roles/{role.pk}/"

    for typed, kept in ((jalali.short(days(9)), days(9)), ("", None)):
        page = manager.post(address, {"until": typed}, follow=True).content.decode()
        role.refresh_from_db()
        assert role.ends_on == kept
        assert "ذخیره شد" in page


def test_a_day_that_is_past_is_refused_in_words(manager, office):
    role = MembershipFactory(organization=office)

    page = manager.post(f"/desk/people/roles/{role.pk}/", {"until": jalali.short(days(-1))}, follow=True)

    assert "پیش از امروز" in page.content.decode()
    assert Membership.objects.get(pk=role.pk).ends_on is None


def test_a_manager_ends_a_role_and_its_page_tells_who_did_what(manager, office):
    role = MembershipFactory(organization=office)

    address = f"/desk/people/roles/{role.pk}/end/"
    asked = manager.post(address).content.decode()
    page = manager.post(address, {"sure": "yes"}, follow=True).content.decode()

    assert "گرفته شود؟" in asked
    assert f'href="/desk/people/roles/{role.pk}/"' in asked
    role.refresh_from_db()
    assert role.has_ended(days(0))
    assert "نقش پایان یافت" in page
    assert "پایان‌دادن به این نقش" not in page


def test_nobody_decides_about_the_own_role_on_a_page(office, client_for):
    own = MembershipFactory(organization=office, role="manager")
    client = client_for(own.user)
    address = f"/desk/people/roles/{own.pk}/"

    assert "نقش خود را خودتان" in client.get(address).content.decode()
    assert "نقش خود" in client.post(f"{address}end/", follow=True).content.decode()
    assert Membership.objects.get(pk=own.pk).ends_on is None


def test_the_page_of_a_role_is_its_managers_alone(manager, office, client_for, caplog):
    role = MembershipFactory(organization=office)
    address = f"/desk/people/roles/{role.pk}/"

    assert manager.get(address).status_code == 200
    for client in map(client_for, strangers(office)):
        assert client.get(address).status_code == client.post(f"{address}end/").status_code == 404
    assert f"asked for membership {role.pk}, which they do not manage" in caplog.text


def test_the_list_costs_a_manager_the_same_for_many(manager, office, assert_same_cost):
    boss = person("manager", office)
    invited(office, at=timezone.now(), by=boss)

    def grow():
        MembershipFactory.create_batch(9, organization=office)
        for number in range(9):
            invited(office, at=timezone.now(), by=boss, name=f"نفر {number}")

    assert_same_cost(lambda: manager.get(PEOPLE), grow)
