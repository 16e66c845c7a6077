"""Filling the register of organisations from what ships with the program; who works where."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.persian import sort_key
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.directory import Agency, agencies
from khedmat.organizations.enums import OF_THE_CENTRE, Role
from khedmat.organizations.models import Membership, MembershipQuerySet, Organization, Place

PROVINCES = Path(__file__).parent / "data" / "provinces.json"
CENTRE = "pbo"  # art. 2 and the guide to section 2: the planning organisation examines cards and gives IDs
LONGEST_KEY = 200
ONLY_AT_THE_CENTRE = _("نقش «%(role)s» تنها در مرکز بررسی شناسنامه‌هاست، نه در «%(agency)s».")
ENDS_BEFORE_TODAY = _("پایان دوره پیش از امروز است؛ برای پایان‌دادن به نقش --end را بدهید.")
NOT_HELD = _("%(user)s نقش «%(role)s» را در «%(agency)s» ندارد.")


class Loaded(NamedTuple):
    places: int
    organizations: int


@transaction.atomic
def load_reference() -> Loaded:
    """Provinces and agencies, added or updated; may be run again. What left the list stays: cards may name it."""
    places = load_places()
    return Loaded(places, load_organizations())


def load_places() -> int:
    rows = json.loads(PROVINCES.read_text(encoding="utf-8"))["provinces"]
    names = ["fa", "en", "iso", "iso_edition"]
    places = [
        Place(code=row["code"], sort_key=sort_key(row["fa"])[:LONGEST_KEY], **{name: row[name] for name in names})
        for row in rows
    ]
    Place.objects.bulk_create(places, update_conflicts=True, unique_fields=["code"], update_fields=[*names, "sort_key"])
    return len(places)


def load_organizations() -> int:
    """Parents in a second step: a child may stand above its parent in the list."""
    places = Place.objects.in_bulk(field_name="code")
    rows = [_row(agency, places) for agency in agencies()]
    columns = ["name", "sort_key", "kind", "scope", "domains", "aliases", "place", "is_centre"]
    Organization.objects.bulk_create(rows, update_conflicts=True, unique_fields=["code"], update_fields=columns)
    Organization.objects.bulk_update(list(_moved()), ["parent"])
    return len(rows)


def _moved() -> Iterator[Organization]:
    """Those that do not yet stand below the parent that the list gives them."""
    known = Organization.objects.in_bulk([agency.code for agency in agencies()], field_name="code")
    for agency in agencies():
        child, parent = known[agency.code], known.get(agency.parent or "")
        if child.parent_id != (parent and parent.pk):
            child.parent = parent
            yield child


def _row(agency: Agency, places: dict[str, Place]) -> Organization:
    return Organization(
        code=agency.code,
        name=agency.name,
        sort_key=sort_key(agency.name)[:LONGEST_KEY],
        kind=agency.kind,
        scope=agency.scope,
        domains=list(agency.domains),
        aliases=list(agency.aliases),
        place=places.get(agency.province or ""),
        is_centre=agency.code == CENTRE,
    )


@refusing_in_words()
@transaction.atomic
def enrol(user: User, agency: Organization, *, role: Role, until: date | None, on: date) -> Membership:
    """A role from today, or a new end for the one that is held."""
    if role in OF_THE_CENTRE and not agency.is_centre:
        raise ValidationError(ONLY_AT_THE_CENTRE, params={"role": role.label, "agency": agency.name})
    if until and until < on:
        raise ValidationError(ENDS_BEFORE_TODAY)
    membership = _held(user, agency, role=role, on=on).first()
    if membership is None:
        return Membership.objects.create(user=user, organization=agency, role=role, starts_on=on, ends_on=until)
    membership.ends_on = until
    membership.validate_constraints()
    membership.save(update_fields=["ends_on"])
    return membership


@transaction.atomic
def end(user: User, agency: Organization, *, role: Role, on: date) -> Membership:
    """At once: yesterday was the last day. What began today is moved with it, so that the row still tells of it."""
    membership = _held(user, agency, role=role, on=on).first()
    if membership is None:
        raise ValidationError(NOT_HELD, params={"user": user, "role": role.label, "agency": agency.name})
    membership.ends_on = on - timedelta(days=1)
    membership.starts_on = min(membership.starts_on, membership.ends_on)
    membership.save(update_fields=["starts_on", "ends_on"])
    return membership


def _held(user: User, agency: Organization, *, role: Role, on: date) -> MembershipQuerySet:
    """Those that hold or are coming, under the lock of the person: two commands at once make no second row."""
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    memberships: MembershipQuerySet = Membership.objects.of(user).not_ended(on).filter(organization=agency, role=role)
    return memberships.order_by("starts_on", "pk")
