"""People, agencies and who works where."""

from datetime import date, datetime
from types import SimpleNamespace

import factory

from khedmat.accounts.models import User
from khedmat.core.persian import sort_key
from khedmat.organizations import delegating, joining
from khedmat.organizations.enums import Kind, Role
from khedmat.organizations.models import Delegation, Invitation, Membership, Organization, Place

LONG_AGO = date(2020, 1, 1)


class UserFactory(factory.django.DjangoModelFactory):
    username = factory.Sequence("person{}".format)
    full_name = factory.Sequence("کاربر {}".format)

    class Meta:
        model = User


class PlaceFactory(factory.django.DjangoModelFactory):
    code = factory.Sequence(lambda number: f"{50 + number % 50}")  # provinces that tests name have smaller codes
    fa = factory.Sequence("استان {}".format)
    en = factory.Sequence("Province {}".format)
    iso = factory.Sequence(lambda number: f"IR-{number % 100:02}")
    iso_edition = "2020-11-24"
    sort_key = factory.LazyAttribute(lambda place: sort_key(place.fa))

    class Meta:
        model = Place


class OrganizationFactory(factory.django.DjangoModelFactory):
    code = factory.Sequence("agency-{}".format)
    name = factory.Sequence("سازمان {}".format)
    sort_key = factory.LazyAttribute(lambda agency: sort_key(agency.name))
    kind = Kind.ORGANIZATION

    class Meta:
        model = Organization


def centre() -> Organization:
    """The one centre that publishes."""
    return Organization.objects.filter(is_centre=True).first() or OrganizationFactory(is_centre=True)


class MembershipFactory(factory.django.DjangoModelFactory):
    user = factory.SubFactory(UserFactory)
    organization = factory.SubFactory(OrganizationFactory)
    role = Role.AUTHOR
    starts_on = LONG_AGO

    class Meta:
        model = Membership


def person(role: str, organization: Organization) -> User:
    """Somebody who does this work for this organisation."""
    return MembershipFactory(role=role, organization=organization).user


def publisher() -> User:
    """A publisher of the centre."""
    return person(Role.PUBLISHER, centre())


def invited(
    agency: Organization, *, at: datetime, role: str = Role.AUTHOR, by: User | None = None, **more: object
) -> tuple[Invitation, str]:
    """An invitation that waits for its answer, and the token of its link."""
    invitation = Invitation(organization=agency, role=role, **({"name": "سارا کریمی"} | more))
    return invitation, joining.invite(invitation, by=by or person(Role.MANAGER, agency), at=at)


def delegated(membership: Membership, *, at: datetime, by: User | None = None, **more: object) -> Delegation:
    """The letter by which this approver confirms cards for the highest official."""
    said = {"official": "رئیس سازمان", "letter_number": "۱۲۳/د", "letter_on": LONG_AGO, "starts_on": LONG_AGO}
    letter = Delegation(membership=membership, **(said | {"covers_cards": True} | more))
    return delegating.delegate(letter, by=by or person(Role.MANAGER, membership.organization), at=at)


def an_office() -> SimpleNamespace:
    """An agency with everybody who works on its cards, and the centre's people."""
    owner = OrganizationFactory(name="سازمان نمونه")
    return SimpleNamespace(
        owner=owner,
        author=person("author", owner),
        approver=person("approver", owner),
        reader=person("reader", owner),
        publisher=publisher(),
        reviewer=person("reviewer", centre()),
    )
