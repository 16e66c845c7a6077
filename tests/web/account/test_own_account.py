"""The page of the own account, and changing the password."""

import pytest

from khedmat.accounts.models import User
from khedmat.core.persian import persian_digits
from tests.factories.people import MembershipFactory, UserFactory
from tests.web.account.conftest import SECRET

PAGE = "/account/"
NEW = "another-long-secret"


@pytest.mark.django_db
def test_everybody_sees_their_own_offices_and_nobody_else_s(client_for):
    mine, other = MembershipFactory(role="approver"), MembershipFactory()
    ended = MembershipFactory(user=mine.user, ends_on="2020-02-02")

    page = client_for(mine.user).get(PAGE).content.decode()

    assert persian_digits(mine.organization.name) in page
    assert "تأییدکننده" in page
    assert persian_digits(other.organization.name) not in page
    assert persian_digits(ended.organization.name) not in page


@pytest.mark.django_db
def test_whoever_works_nowhere_is_told_whom_to_ask(client_for):
    assert "مدیر کاربران" in client_for(UserFactory()).get(PAGE).content.decode()


def test_a_name_is_kept_folded_and_shown_at_once(sara, enter):
    client = enter("sara")

    page = client.post(PAGE, {"full_name": "سارا  كريمي", "email": "s@example.ir"}, follow=True).content.decode()

    sara.refresh_from_db()
    assert (sara.full_name, sara.email) == ("سارا کریمی", "s@example.ir")
    assert "ذخیره شد" in page


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"full_name": "", "email": ""}, ""),
        ({"full_name": "   ", "email": ""}, ""),
        ({"full_name": "\u202e\u2066", "email": ""}, ""),
        ({"full_name": "ن" * 151, "email": ""}, "ن" * 151),
        ({"full_name": "سارا", "email": "no address"}, "no address"),
        ({"full_name": "سارا", "email": "TAKEN@example.ir"}, "TAKEN@example.ir"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_what_was_typed_stays(sara, enter, typed, kept):
    UserFactory(email="taken@example.ir")
    client = enter("sara")

    page = client.post(PAGE, typed).content.decode()

    sara.refresh_from_db()
    assert (sara.full_name, sara.email) == ("سارا نمونه", "")
    assert "field-error" in page or 'role="alert"' in page
    assert kept in page


def test_a_stranger_s_fields_are_not_taken(sara, enter):
    enter("sara").post(PAGE, {"full_name": "سارا", "email": "", "username": "root", "is_superuser": "on", "pk": "1"})

    sara.refresh_from_db()
    assert (sara.username, sara.is_superuser) == ("sara", False)


def change(client, old=SECRET, new=NEW, again=NEW):
    return client.post("/account/password/", {"oldpassword": old, "password1": new, "password2": again}, follow=True)


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(sara, enter):
    here, there = enter("sara"), enter("sara")

    page = change(here).content.decode()

    assert "گذرواژه عوض شد" in page
    assert there.get("/desk/").status_code == 302
    assert here.get("/desk/").status_code == 200
    assert "۱ نشست باز" in here.get(PAGE).content.decode()
    assert User.objects.get(username="sara").check_password(NEW)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"old": "wrong"}, "گذرواژهٔ کنونی درست نیست"),
        ({"new": "short", "again": "short"}, "۱۲ نویسه"),
        ({"new": "passwordpassword", "again": "other"}, "field-error"),
        ({"again": "another-long-secre"}, "یکی نیستند"),
        ({"new": "سارا-نمونه-سارا", "again": "سارا-نمونه-سارا"}, "شبیه است"),
        ({"new": "", "again": ""}, "field-error"),
    ],
)
def test_a_password_that_cannot_be_is_refused_and_the_old_one_stays(sara, enter, typed, sentence):
    assert sentence in change(enter("sara"), **typed).content.decode()
    assert User.objects.get(username="sara").check_password(SECRET)
