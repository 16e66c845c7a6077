"""`khedmat enrol`: accounts and roles by the operator."""

import json
from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from khedmat.accounts.models import User
from khedmat.core.postgres import Failed
from khedmat.organizations.models import Membership
from khedmat.site import cli, enrolling
from khedmat.site.env import Misused
from tests.factories.cards import NOW
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, centre

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
DAY = timedelta(days=1)
SECRET = "a-long-enough-secret"


@pytest.fixture
def office():
    return OrganizationFactory(code="home", name="سازمان خانه")


def enrol(*words):
    return enrolling.carry_out(cli.parser().parse_args(["enrol", *words]), at=NOW)


def told(capsys):
    return json.loads(capsys.readouterr().out)


def test_a_new_account_gets_a_role_and_a_password_that_opens_the_door(office, capsys):
    status = enrol("sara", "--name", "سارا نمونه", "--office", "home", "--role", "author", "--json")

    answer = told(capsys)
    signed_in = Client().post("/account/login/", {"login": "sara", "password": answer["password"]})
    assert status == 0
    assert signed_in["Location"] == "/desk/"
    assert answer["is_new"]
    assert answer["membership"] == {"office": "home", "role": "author", "starts_on": str(TODAY), "ends_on": None}


def test_people_are_told_in_persian_and_the_password_once(office, capsys):
    enrol("sara", "--name", "سارا نمونه", "--office", "home", "--role", "author", "--until", "1405/12/29")
    first = capsys.readouterr().out
    enrol("sara", "--office", "home", "--role", "approver")

    assert "تنها همین بار" in first
    assert "نویسنده · سازمان خانه · از ۱ آذر ۱۴۰۵ تا ۲۹ اسفند ۱۴۰۵" in first
    assert "گذرواژه" not in capsys.readouterr().out


def test_the_name_is_kept_folded(office):
    enrol("sara", "--name", "  سارا  كريمي ", "--office", "home", "--role", "reader")

    assert User.objects.get(username="sara").full_name == "سارا کریمی"


@pytest.mark.parametrize("until", ["1405/12/29", "۱۴۰۵-۱۲-۲۹", "2027-03-20"])
def test_a_last_day_is_jalali_or_gregorian(office, until):
    enrol("sara", "--name", "سارا", "--office", "home", "--role", "author", "--until", until)

    assert Membership.objects.get().ends_on == date(2027, 3, 20)


@pytest.mark.parametrize(("until", "ends"), [([], None), (["--until", "2027-03-20"], date(2027, 3, 20))])
def test_a_role_that_is_held_is_extended_and_not_doubled(office, until, ends):
    held = MembershipFactory(organization=office, user__username="sara", ends_on=TODAY + DAY)

    enrol("sara", "--office", "home", "--role", "author", *until)

    held.refresh_from_db()
    assert held.ends_on == ends
    assert Membership.objects.count() == 1


def test_a_role_that_has_ended_begins_again_in_a_row_of_its_own(office):
    MembershipFactory(organization=office, user__username="sara", ends_on=TODAY - DAY)

    enrol("sara", "--office", "home", "--role", "author")

    assert Membership.objects.order_by("starts_on").last().starts_on == TODAY
    assert Membership.objects.count() == 2


@pytest.mark.parametrize("starts", [TODAY - 9 * DAY, TODAY, TODAY + DAY])
def test_a_role_that_is_ended_is_over_at_once_and_stays_on_record(office, starts, capsys):
    membership = MembershipFactory(organization=office, user__username="sara", starts_on=starts)

    assert enrol("sara", "--office", "home", "--role", "author", "--end") == 0

    membership.refresh_from_db()
    assert "پایان یافت" in capsys.readouterr().out
    assert membership.has_ended(TODAY)
    assert not Membership.objects.of(membership.user).in_force(TODAY).exists()


def test_ending_one_role_leaves_the_others(office):
    one = MembershipFactory(organization=office, user__username="sara")
    MembershipFactory(organization=office, user=one.user, role="approver")
    MembershipFactory(user=one.user)

    enrol("sara", "--office", "home", "--role", "author", "--end")

    assert Membership.objects.of(one.user).in_force(TODAY).count() == 2


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["sara"], "--office"),
        (["sara", "--office", "home"], "--role"),
        (["sara", "--office", "home", "--role", "author"], "--name"),
        (["sara", "--office", "nowhere", "--role", "author", "--name", "سارا"], "nowhere"),
        (["sara", "--office", "home", "--role", "king", "--name", "سارا"], "نویسنده"),
        (["sara", "--office", "home", "--role", "author", "--name", "سارا", "--until", "1405/13/40"], "1405/13/40"),
        (["sara", "--office", "home", "--role", "author", "--name", "سارا", "--until", "2027-02-31"], "2027-02-31"),
        (["sara", "--office", "home", "--role", "author", "--end"], "نیست"),
        (["sara", "--new-password"], "نیست"),
    ],
)
def test_what_cannot_be_meant_is_a_sentence_and_leaves_no_trace(office, words, sentence):
    with pytest.raises(Misused, match=sentence):
        enrol(*words)

    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["sara", "--office", "home", "--role", "reader", "--end"], "ندارد"),
        (["sara", "--office", "home", "--role", "publisher"], "مرکز"),
        (["sara", "--office", "home", "--role", "reviewer"], "مرکز"),
        (["sara", "--office", "home", "--role", "author", "--until", "1400/01/01"], "پیش از امروز"),
        (["sa ra", "--name", "سارا", "--office", "home", "--role", "author"], "[آ-ی]"),
        (["x" * 200, "--name", "سارا", "--office", "home", "--role", "author"], "[آ-ی]"),
        (["closed", "--office", "home", "--role", "author"], "بسته"),
    ],
)
def test_what_is_refused_is_a_sentence_and_leaves_no_trace(office, words, sentence):
    MembershipFactory(organization=office, user__username="sara")
    UserFactory(username="closed", is_active=False)

    with pytest.raises(Failed, match=sentence):
        enrol(*words)

    assert (User.objects.count(), Membership.objects.count()) == (2, 1)


@pytest.mark.parametrize("role", ["reviewer", "publisher"])
def test_the_centre_s_roles_are_given_at_the_centre(role):
    centre()

    enrol("sara", "--name", "سارا", "--office", centre().code, "--role", role)

    assert Membership.objects.reviewing().count() == 1


def test_a_new_password_ends_sessions_and_the_second_factor(office, capsys):
    user = User.objects.create_user("sara", password=SECRET)
    client = Client()
    client.post("/account/login/", {"login": "sara", "password": SECRET})
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})

    enrol("sara", "--new-password", "--json")

    again = Client().post("/account/login/", {"login": "sara", "password": told(capsys)["password"]})
    assert client.get("/desk/").status_code == 302
    assert again["Location"] == "/desk/"
    assert Client().post("/account/login/", {"login": "sara", "password": SECRET}).status_code == 200


def test_a_password_may_be_asked_for_and_is_then_never_printed(office, monkeypatch, capsys):
    monkeypatch.setattr("getpass.getpass", lambda prompt: SECRET)

    enrol("sara", "--name", "سارا", "--office", "home", "--role", "author", "--ask-password", "--json")

    assert told(capsys)["password"] is None
    assert User.objects.get(username="sara").check_password(SECRET)


@pytest.mark.parametrize(
    ("typed", "sentence"), [(["one", "other"], "یکی نیستند"), (["12345678", "12345678"], "۱۲ نویسه")]
)
def test_a_password_typed_wrong_or_weak_is_refused(office, monkeypatch, typed, sentence):
    answers = iter(typed)
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(answers))

    with pytest.raises(Failed, match=sentence):
        enrol("sara", "--name", "سارا", "--office", "home", "--role", "author", "--ask-password")

    assert not User.objects.exists()


def test_a_new_name_replaces_the_old_one(office):
    UserFactory(username="sara", full_name="سارا")

    enrol("sara", "--name", "سارا کریمی", "--office", "home", "--role", "author")

    assert User.objects.get().full_name == "سارا کریمی"
