"""A made-up merger, so that a newcomer sees an ended agency, who follows it, and how it came to be."""

from datetime import date, datetime

from khedmat.accounts.models import User
from khedmat.organizations.changing.carrying import carry_out
from khedmat.organizations.changing.kinds import Case
from khedmat.organizations.changing.planning import prepare
from khedmat.organizations.changing.preview import preview, seen_in
from khedmat.organizations.enums import ChangeKind, Kind, Role, Scope
from khedmat.organizations.models import Organization, PlannedChange
from khedmat.organizations.registering import Entry, make
from khedmat.site.samples.enrolment import person

DAY = date(2026, 3, 21)  # 1405/01/01
BEFORE = {"sample-archive": "مرکز اسناد نمونه", "sample-library": "کتابخانهٔ نمونه"}
AFTER = {"sample-archive-library": "مرکز اسناد و کتابخانهٔ نمونه"}
# Provincial: the board of article 2 counts national agencies, and nobody owes anything by a made-up law.
ENTRY = Entry(Kind.PROVINCIAL, Scope.PROVINCIAL, None, None, [], [], None)


def merge_two(at: datetime) -> None:
    """May be run again after a stop."""
    centre = Organization.objects.get(is_centre=True)
    reviewer, publisher = person(Role.REVIEWER, centre), person(Role.PUBLISHER, centre)
    for code, name in (BEFORE | AFTER).items():
        if not Organization.objects.filter(code=code).exists():
            make(code, name, ENTRY, by=reviewer, at=at)
    if not PlannedChange.objects.filter(before=list(BEFORE)).exists():
        _merge(reviewer, publisher, at)


def _merge(reviewer: User, publisher: User, at: datetime) -> None:
    plan = PlannedChange(
        kind=ChangeKind.MERGE,
        before=list(BEFORE),
        after=list(AFTER),
        effective_on=DAY,
        basis="مصوبهٔ نمونه",
        basis_number="1",
        basis_on=DAY,
    )
    plan = prepare(plan, by=reviewer, at=at)
    carry_out(plan, seen=seen_in(preview(Case.of(plan, at=at))), by=publisher, at=at)
