"""The sample people as accounts: each with its memberships, all with one password that is printed once."""

from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from django.utils import timezone

from khedmat.accounts.actions import made_password
from khedmat.accounts.models import User
from khedmat.importing.actions import IMPORTER
from khedmat.organizations.models import Membership, Organization
from khedmat.site.samples.people import PEOPLE, Person

USERNAMES = tuple(map(attrgetter("username"), PEOPLE))


class SignIn(NamedTuple):
    """What a newcomer types to be one of the sample people."""

    role: str
    label: str
    username: str
    password: str


def only_samples_are_here() -> bool:
    return not User.objects.exclude(username__in=[*USERNAMES, IMPORTER]).exists()


def enrol_all(at: datetime) -> str:
    """The password of this time."""
    password = made_password()
    for person in PEOPLE:
        _enrol(person, password, at)
    return password


def _enrol(person: Person, password: str, at: datetime) -> None:
    user, _ = User.objects.get_or_create(username=person.username, defaults={"full_name": person.full_name})
    user.set_password(password)
    user.save(update_fields=["password"])
    for code in person.agencies:
        Membership.objects.get_or_create(
            user=user,
            organization=Organization.objects.get(code=code),
            role=person.role,
            defaults={"starts_on": timezone.localdate(at)},
        )


def sign_ins(password: str) -> list[SignIn]:
    return [SignIn(person.role, person.label, person.username, password) for person in PEOPLE]


def person(role: str, agency: Organization) -> User:
    """The sample person who has this role there."""
    return User.objects.get(username__in=USERNAMES, memberships__role=role, memberships__organization=agency)
