"""The link of an invitation: an account for whoever has none, a role for whoever has one, nothing for strangers."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from khedmat.accounts.models import User
from khedmat.organizations.joining import LASTS, revoke
from khedmat.organizations.models import Membership
from tests.factories.people import OrganizationFactory, UserFactory, invited, person

pytestmark = pytest.mark.django_db
SECRET = "a-long-enough-secret"
LONG = "سارا کریمی نمونه"
SARA = {"username": "sara", "full_name": "سارا کریمی", "password": SECRET, "again": SECRET}


@pytest.fixture
def agency():
    return OrganizationFactory(name="سازمان خانه")


@pytest.fixture
def manager(agency):
    return person("manager", agency)


@pytest.fixture
def link(agency, manager):
    return link_of(*invited(agency, at=timezone.now(), by=manager))


def link_of(invitation, token):
    return f"/invitations/{invitation.pk}/{token}/"


def test_a_newcomer_opens_an_account_and_goes_in_by_it(client, link, agency):
    told = client.post(link, SARA, follow=True).content.decode()
    entered = client.post("/account/login/", {"login": "sara", "password": SECRET})

    assert "حساب شما ساخته شد" in told
    assert entered["Location"] == "/desk/"
    assert Membership.objects.get(user__username="sara").organization == agency


def test_the_page_says_to_what_and_by_whom_and_offers_the_way_of_those_who_have_an_account(client, link, manager):
    page = client.get(link).content.decode()

    assert "سازمان خانه" in page
    assert "نویسنده" in page
    assert 'value="سارا کریمی"' in page
    assert f"/account/login/?next={link}" in page


def test_a_person_with_an_account_takes_the_role_by_one_button(client_for, link, agency):
    user = UserFactory()
    client = client_for(user)

    assert "می‌پذیرم" in client.get(link).content.decode()
    answer = client.post(link)

    assert answer["Location"] == "/desk/people/"
    assert Membership.objects.get(user=user).organization == agency


def test_looking_takes_nothing(client, client_for, link):
    for browser in (client, client_for(UserFactory())):
        assert browser.get(link).status_code == browser.head(link).status_code == 200
    assert not Membership.objects.filter(role="author").exists()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"username": "taken"}, "نام کاربری"),
        ({"username": "نام فارسی با فاصله"}, "نام کاربری"),
        ({"full_name": "‌"}, "با حروف"),
        ({"password": "short", "again": "short"}, "کوتاه است"),
        ({"full_name": LONG, "password": LONG, "again": LONG}, "شبیه"),
        ({"again": "another-long-secret"}, "یکی نیستند"),
    ],
)
def test_what_is_wrong_is_said_beside_what_was_typed_and_opens_no_account(client, link, wrong, words):
    UserFactory(username="taken")

    page = client.post(link, SARA | wrong)

    assert page.status_code == 200
    assert words in page.content.decode()
    assert SECRET not in page.content.decode()
    assert not User.objects.filter(username="sara").exists()
    assert client.get(link).status_code == 200


def test_nobody_takes_the_role_that_they_offered(client_for, link, manager):
    page = client_for(manager).post(link)

    assert "نقش خود" in page.content.decode()
    assert not Membership.objects.filter(user=manager, role="author").exists()


def test_whoever_guesses_finds_nothing_and_leaves_a_line_in_the_log(client, link, caplog):
    pk, token = link.split("/")[2:4]
    wrong = [f"/invitations/{pk}/{token[:-1]}/", f"/invitations/{pk}/{token}x/", f"/invitations/{int(pk) + 1}/{token}/"]

    assert {client.get(address).status_code for address in wrong} == {404}
    assert {client.post(address, SARA).status_code for address in wrong} == {404}
    assert "opens no invitation" in caplog.text


def test_a_link_that_was_used_says_so(client, link):
    client.post(link, SARA)

    for answer in (client.get(link), client.post(link, SARA | {"username": "omid"})):
        assert answer.status_code == 410
        assert "یک بار به کار" in answer.content.decode()
    assert not User.objects.filter(username="omid").exists()


def test_a_link_that_is_late_or_taken_back_says_so(client, agency, manager):
    now = timezone.now()
    late = link_of(*invited(agency, at=now - LASTS - timedelta(seconds=1), by=manager))
    invitation, token = invited(agency, at=now, by=manager)
    revoke(invitation, by=manager, at=now)

    assert "مهلت این دعوت گذشته" in client.get(late).content.decode()
    assert "پس گرفته شده" in client.get(link_of(invitation, token)).content.decode()


def test_trying_one_link_after_the_other_is_stopped(client, link):
    for place in range(30):
        client.get(f"/invitations/{place + 10_000}/x/")

    stopped = client.get(link)

    assert stopped.status_code == 429
    assert "کمی صبر کنید" in stopped.content.decode()
    assert Client(REMOTE_ADDR="192.0.2.7").get(link).status_code == 200


def test_no_answer_of_a_link_is_kept_by_a_cache_or_told_to_other_sites(client, link):
    answer = client.get(link)

    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
