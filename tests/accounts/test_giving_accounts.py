"""Accounts and passwords as the operator gives them."""

import pytest
from django.core.exceptions import ValidationError

from khedmat.accounts import actions
from khedmat.accounts.models import User

pytestmark = pytest.mark.django_db
SECRET = "a-long-enough-secret"


def test_a_made_password_is_long_plain_and_never_the_same():
    made = {actions.made_password() for _ in range(50)}

    assert len(made) == 50
    assert all(len(one) == 14 and not set(one) & set("01ilo") for one in made)


@pytest.mark.parametrize("name", ["", "sa ra", "x" * 151, "a\x00b"])
def test_a_user_name_that_cannot_be_is_refused(name):
    with pytest.raises(ValidationError):
        actions.open_account(name, full_name="سارا", password=SECRET)

    assert not User.objects.exists()


@pytest.mark.parametrize("password", ["short", "password1234", "sara-sara-sara"])
def test_a_weak_password_is_refused(password):
    with pytest.raises(ValidationError, match="گذرواژه"):
        actions.open_account("sara-sara-sara", full_name="سارا", password=password)


def test_a_name_is_taken_once():
    actions.open_account("sara", full_name="سارا", password=SECRET)

    with pytest.raises(ValidationError, match="[آ-ی]"):
        actions.open_account("sara", full_name="دیگری", password=SECRET)


def test_too_long_a_name_is_refused():
    user = actions.open_account("sara", full_name="سارا", password=SECRET)

    with pytest.raises(ValidationError):
        actions.rename(user, "ن" * 151)
