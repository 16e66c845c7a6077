"""Giving accounts: who gets one, with which first password, and what is lost with a forgotten one."""

import secrets

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from khedmat.accounts import sessions
from khedmat.accounts.models import User
from khedmat.core.persian import fold_line
from khedmat.core.refusals import refusing_in_words

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another


def made_password() -> str:
    """Said over the telephone without a mistake; nobody guesses it."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))


@refusing_in_words()
@transaction.atomic
def open_account(username: str, *, full_name: str, password: str) -> User:
    """Every refusal is a ValidationError, of the name as of the password."""
    user = User(username=username, full_name=fold_line(full_name))
    validate_password(password, user)
    user.set_password(password)
    user.full_clean()
    user.save()
    return user


@transaction.atomic
def replace_password(user: User, password: str) -> None:
    """For whoever forgot it or lost the telephone: no second factor, signed in nowhere."""
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    Authenticator.objects.filter(user=user).delete()
    sessions.end(UserSession.objects.filter(user=user))


def rename(user: User, full_name: str) -> None:
    user.full_name = fold_line(full_name)
    User._meta.get_field("full_name").clean(user.full_name, user)
    user.save(update_fields=["full_name"])
