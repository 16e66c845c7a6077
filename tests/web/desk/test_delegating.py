"""Noting a letter of delegation on a page, and where it is seen."""

import pytest
from django.utils import timezone

from khedmat.cards.actions import approve
from khedmat.organizations.models import Delegation
from tests.factories.cards import VersionFactory
from tests.factories.people import MembershipFactory, OrganizationFactory, centre, delegated, person

pytestmark = pytest.mark.django_db
LETTER = {
    "official": "رئیس سازمان خانه",
    "letter_number": "۱۲۳/د",
    "letter_on": "۱۴۰۴/۰۱/۱۵",
    "starts_on": "1404/02/01",
    "ends_on": "",
    "covers_cards": "on",
}


@pytest.fixture
def approver():
    return MembershipFactory(role="approver", organization__name="سازمان خانه")


@pytest.fixture
def manager(approver, client_for):
    return client_for(person("manager", approver.organization))


def test_a_letter_is_noted_seen_by_colleagues_and_taken_back(manager, approver, client_for):
    told = manager.post(f"/desk/people/roles/{approver.pk}/delegate/", LETTER, follow=True).content.decode()
    colleague = client_for(person("reader", approver.organization))
    letter = Delegation.objects.get()

    assert "رئیس سازمان خانه با نامهٔ شمارهٔ ۱۲۳/د" in told
    assert "رئیس سازمان خانه" in colleague.get("/desk/people/").content.decode()
    ended = manager.post(f"/desk/people/delegations/{letter.pk}/end/", {"sure": "yes"}, follow=True).content.decode()
    assert "پس گرفته شد" in ended
    assert "رئیس سازمان خانه" not in colleague.get("/desk/people/").content.decode()


def test_what_is_wrong_is_said_and_what_was_typed_stays(manager, approver):
    address = f"/desk/people/roles/{approver.pk}/delegate/"

    page = manager.post(address, LETTER | {"starts_on": "1403/01/01"}).content.decode()

    assert "تفویض از روز نامه یا پس از آن" in page
    assert 'value="1403/01/01"' in page
    assert not Delegation.objects.exists()


def test_an_approval_by_letter_says_so_on_the_pages_of_the_card(manager, approver):
    delegated(approver, at=timezone.now(), official="وزیر نمونه", letter_number="۴۵")
    version = VersionFactory(service__owner=approver.organization, stage="submitted")
    approve(version, by=approver.user, at=timezone.now())

    for page in (f"/desk/versions/{version.pk}/", f"/desk/versions/{version.pk}/history/"):
        assert "به نمایندگی از وزیر نمونه با نامهٔ شمارهٔ ۴۵" in manager.get(page).content.decode()


def test_letters_are_the_managers_of_the_agency_alone(manager, approver, client_for):
    letter = delegated(approver, at=timezone.now())
    strangers = [person(role, approver.organization) for role in ("reader", "approver")]
    strangers += [person("manager", OrganizationFactory()), person("publisher", centre())]

    for client in map(client_for, strangers):
        assert client.get(f"/desk/people/roles/{approver.pk}/delegate/").status_code == 404
        assert client.post(f"/desk/people/delegations/{letter.pk}/end/").status_code == 404
    assert manager.get(f"/desk/people/roles/{approver.pk}/delegate/").status_code == 200
