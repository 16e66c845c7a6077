"""The page of tokens: a secret shown once, seen by those who answer for the agency, ended by maker or manager."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from khedmat.core import jalali
from khedmat.organizations.models import AgencyToken
from khedmat.organizations.tokens import opened_by
from tests.factories.people import MembershipFactory, OrganizationFactory, centre, person
from tests.factories.tokens import a_token

pytestmark = pytest.mark.django_db
TOKENS, NEW = "/desk/tokens/", "/desk/tokens/new/"


@pytest.fixture
def office():
    return OrganizationFactory(name="سازمان خانه")


@pytest.fixture
def author(office, client_for):
    return client_for(person("author", office))


def days(number):
    return jalali.short(timezone.localdate() + timedelta(days=number))


def said(office, **changes):
    return {"organization": office.pk, "name": "سامانهٔ صدور", "scopes": ["drafts"], "ends_on": days(30)} | changes


def secret_in(page):
    found = re.search(r">(khedmat_[\w-]{43})<", page.content.decode())
    return found and found[1]


def test_the_secret_is_shown_once_and_opens_the_token(author, office):
    page = author.post(NEW, said(office))

    secret = secret_in(page)
    assert "no-store" in page["Cache-Control"]
    assert opened_by(secret, at=timezone.now()).scopes == ["drafts"]
    listed = author.get(TOKENS).content.decode()
    assert "سامانهٔ صدور" in listed
    assert "نوشتن و خواندن پیش‌نویس‌ها" in listed
    assert "khedmat_" not in listed


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"ends_on": "1405/13/40"}, "این تاریخ خوانده نشد"),
        ({"ends_on": "۱۴۹۹/۰۱/۰۱"}, "یک سال دیگر"),
        ({"scopes": ["burn"]}, "burn"),
        ({"scopes": []}, "دست کم یک اجازه برگزینید."),
        ({"name": ""}, "نام برنامه را بنویسید."),
        ({"ends_on": ""}, "واپسین روز نشانه را بنویسید."),
        ({"name": " "}, "id_name_error"),
    ],
)
def test_what_was_typed_wrong_stays_beside_its_reason(author, office, changes, sentence):
    page = author.post(NEW, said(office) | changes).content.decode()

    assert sentence in page
    assert not AgencyToken.objects.exists()


def test_a_token_is_made_for_ones_own_office_alone(author, office):
    elsewhere = OrganizationFactory()

    assert secret_in(author.post(NEW, said(elsewhere))) is None
    assert elsewhere.name not in author.get(NEW).content.decode()


def test_those_who_answer_for_no_text_find_no_form(office, client_for, caplog):
    people = [person(role, office) for role in ("reader", "manager")] + [person("publisher", centre())]

    for user in people:
        assert client_for(user).get(NEW).status_code == 404
        assert client_for(user).post(NEW, said(office)).status_code == 404
    assert "a token of an agency" in caplog.text


def test_tokens_are_seen_by_those_who_answer_and_managers_of_the_agency_alone(office, client_for):
    a_token(office)
    seers = [person(role, office) for role in ("author", "approver", "manager")]
    strangers = [person("reader", office), person("author", OrganizationFactory()), person("publisher", centre())]

    for user in seers:
        assert "سامانهٔ خدمات" in client_for(user).get(TOKENS).content.decode()
    for user in strangers:
        assert "سامانهٔ خدمات" not in client_for(user).get(TOKENS).content.decode()


def test_maker_and_manager_end_a_token_and_to_others_it_is_not_there(office, client_for):
    token, _ = a_token(office)
    address = f"{TOKENS}{token.pk}/revoke/"
    others = [person("author", office), person("reader", office), person("manager", OrganizationFactory())]

    assert {client_for(user).post(address).status_code for user in others} == {404}
    assert address not in client_for(others[0]).get(TOKENS).content.decode()
    asked = client_for(token.made_by).post(address).content.decode()
    token.refresh_from_db()
    assert "«سامانهٔ خدمات» باطل شود؟" in asked
    assert not token.revoked_at

    page = client_for(token.made_by).post(address, {"sure": "yes"}, follow=True).content.decode()

    assert "نشانه باطل شد." in page
    assert "باطل کرد" in page
    again = client_for(person("manager", office)).post(address, {"sure": "yes"}, follow=True).content.decode()
    assert "پیش‌تر باطل شده است" in again


def test_a_token_of_the_past_is_folded_away(office, client_for):
    token, _ = a_token(office, at=timezone.now() - timedelta(days=60), days=3)

    page = client_for(token.made_by).get(TOKENS).content.decode()

    assert "۱ نشانهٔ پایان‌یافته" in page
    assert "revoke" not in page


def test_the_list_costs_the_same_whatever_its_length(office, client_for, assert_same_cost):
    client = client_for(person("author", office))
    a_token(office)

    def grow():
        MembershipFactory.create_batch(3, organization=office)
        for _ in range(5):
            a_token(office)

    assert_same_cost(lambda: client.get(TOKENS), grow)
