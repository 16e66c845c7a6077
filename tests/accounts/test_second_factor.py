"""Secrets of the second factor in the database."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, validate_totp_code

from khedmat.accounts.second_factor import SecondFactor
from tests.factories.people import UserFactory

SECRET = "JBSWY3DPEHPK3PXP"


def test_a_secret_is_read_back_and_unreadable_in_the_database():
    kept = SecondFactor().encrypt(SECRET)

    assert SECRET not in kept
    assert kept != SecondFactor().encrypt(SECRET)
    assert SecondFactor().decrypt(kept) == SECRET


@pytest.mark.parametrize("kept", ["", "x", SECRET])
def test_what_was_kept_under_another_key_fits_no_code(settings, kept):
    elsewhere = SecondFactor().encrypt(SECRET) if kept == SECRET else kept
    settings.SECRET_KEY = "another"

    first, second = SecondFactor().decrypt(elsewhere), SecondFactor().decrypt(elsewhere)

    assert first != second
    assert SECRET not in (first, second)
    assert not validate_totp_code(first, "")


@pytest.mark.django_db
def test_what_the_app_is_told_is_kept_sealed():
    TOTP.activate(UserFactory(), SECRET)

    assert SECRET not in str(Authenticator.objects.get().data)


@pytest.mark.django_db
def test_the_app_shows_the_user_name():
    assert SecondFactor().get_totp_label(UserFactory(username="sara", email="s@example.ir")) == "sara"


@pytest.mark.parametrize(("counter", "code"), [(0, "282760"), (1, "996554"), (2, "602287")])
def test_codes_are_those_of_every_other_program(counter, code):
    assert format_hotp_value(hotp_value(SECRET, counter)) == code
