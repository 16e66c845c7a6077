"""People who sign in."""

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from khedmat.accounts.adapter import ClosedSignUp
from khedmat.accounts.models import User
from khedmat.core.refusals import refusing_in_words
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_a_person_is_called_by_the_full_name():
    named, nameless = UserFactory(full_name="مریم نمونه"), UserFactory(full_name="", username="m")

    assert (str(named), named.get_full_name(), named.get_short_name()) == ("مریم نمونه",) * 3
    assert str(nameless) == "m"


def test_an_address_belongs_to_one_person_and_none_to_many():
    UserFactory(email="one@example.ir")
    UserFactory.create_batch(2, email="")

    with pytest.raises(ValidationError, match="کاربر دیگری"), refusing_in_words():
        UserFactory(email="ONE@example.ir")


def test_an_operator_can_be_made_from_the_command_line():
    made = User.objects.create_superuser("root", password="a-long-password")

    assert made.is_superuser
    assert made.check_password("a-long-password")


def test_nobody_opens_an_account():
    assert not ClosedSignUp().is_open_for_signup(RequestFactory().get("/account/signup/"))
