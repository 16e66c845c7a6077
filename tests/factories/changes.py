"""Changes of agencies, planned and carried out."""

from datetime import date, datetime

from django.utils import timezone

from khedmat.accounts.models import User
from khedmat.organizations.changing.carrying import carry_out
from khedmat.organizations.changing.kinds import Case
from khedmat.organizations.changing.planning import prepare
from khedmat.organizations.changing.preview import preview, seen_in
from khedmat.organizations.models import FormerName, Organization, OrganizationChange, PlannedChange
from khedmat.organizations.naming import note_former_name
from tests.factories.people import publisher

DAY = date(2024, 3, 20)


def planned(
    kind: str,
    before: list[Organization],
    after: list[Organization] | None = None,
    *,
    by: User | None = None,
    **more: object,
) -> PlannedChange:
    terms = {"effective_on": DAY, "basis": "قانون نمونه", "basis_number": "۱۲", "basis_on": DAY} | more
    codes = {"before": [one.code for one in before], "after": [one.code for one in after or []]}
    return prepare(PlannedChange(kind=kind, **codes, **terms), by=by or publisher(), at=timezone.now())


def seen_of(plan: PlannedChange, at: datetime | None = None) -> dict[str, list[str]]:
    return seen_in(preview(Case.of(plan, at=at or timezone.now())))


def carried(plan: PlannedChange, *, by: User | None = None) -> OrganizationChange:
    """As it was seen right before."""
    return carry_out(plan, seen=seen_of(plan), by=by or publisher(), at=timezone.now())


def merged(old: Organization, new: Organization, **more: object) -> OrganizationChange:
    return carried(planned("merge", [old], [new], **more))


def once_called(agency: Organization, name: str, until: date) -> FormerName:
    """A name of earlier days, from an old paper."""
    former = FormerName(organization=agency, name=name, ends_on=until, basis="سند")
    return note_former_name(former, by=publisher(), at=timezone.now())
