"""Carrying out a planned change: agencies, people, and what other domains joined with; all of it, or nothing."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from operator import attrgetter

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.persian import sort_key, squeeze
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.changing.kinds import Case, Group
from khedmat.organizations.changing.parties import Parties
from khedmat.organizations.changing.planning import locked, refuse_done
from khedmat.organizations.changing.preview import held, preview, refuse_changed, refuse_other_things
from khedmat.organizations.changing.telling import concerned, tell
from khedmat.organizations.changing.terms import unmet
from khedmat.organizations.enums import ChangeKind
from khedmat.organizations.models import (
    FormerName,
    Organization,
    OrganizationChange,
    OrganizationEdit,
    PlannedChange,
    Succession,
)
from khedmat.organizations.perms import can_carry_out

TERMS = ("kind", "effective_on", "basis", "basis_number", "basis_on")
NOT_A_PUBLISHER = _(
    "تغییر دستگاه‌ها را منتشرکنندگان مرکز بررسی شناسنامه‌ها انجام می‌دهند؛ "
    "یکی از آنان دکمهٔ «انجام تغییر» را در همین صفحه دارد."
)


@refusing_in_words()
@transaction.atomic
def carry_out(plan: PlannedChange, *, seen: Mapping[str, list[str]], by: User, at: datetime) -> OrganizationChange:
    """`seen`: what the preview showed. If it is another thing now, nothing is done and the difference is told."""
    plan = locked(plan)
    case = Case.of(plan, at=at, is_locked=True)
    _demand(case, by)
    groups = preview(case)
    refuse_changed(seen, groups)
    told = concerned(case)
    change = _written_down(plan, case.parties, by=by, at=at)
    for group in groups:
        group.act(group, case, change)
    tell(told, case, change)
    plan.change = change
    plan.save(update_fields=["change"])
    return change


def look_again(case: Case, *, seen: Mapping[str, list[int]], by: User) -> list[Group]:
    """All that moves or ends, before the last question. `seen`: `keys_of` that the page showed; what would refuse the
    change refuses the question."""
    refuse_done(case.plan)
    _demand(case, by)
    groups = held(case, seen)
    refuse_other_things(seen, groups)
    return groups


def _demand(case: Case, by: User) -> None:
    if not can_carry_out(by, case.on):
        raise ValidationError(NOT_A_PUBLISHER)
    if reasons := unmet(case.plan, case.parties, case.on):
        raise ValidationError(reasons, code="unmet")


def _written_down(plan: PlannedChange, parties: Parties, *, by: User, at: datetime) -> OrganizationChange:
    """What the register says of the agencies themselves."""
    change = OrganizationChange.objects.create(**{name: getattr(plan, name) for name in TERMS}, by=by, at=at)
    _say_who_follows(change, parties)
    if plan.kind == ChangeKind.RENAME:
        _rename(parties.before[0], plan.new_name, change)
    for agency in parties.ending:
        _end(agency, change)
    if parties.main and parties.ending:
        _hand_over_domains(parties.main, parties.ending, change)
        _hand_over_centre(parties.main, parties.ending, change)
    return change


def _say_who_follows(change: OrganizationChange, parties: Parties) -> None:
    after: list[Organization | None] = [*parties.after] or [None]
    if change.kind == ChangeKind.RENAME:
        after = [*parties.before]
    rows = [Succession(change=change, before=old, after=new) for old in parties.before for new in after]
    Succession.objects.bulk_create(rows)


def _rename(agency: Organization, name: str, change: OrganizationChange) -> None:
    _keep_name(agency, change)
    agency.name, agency.sort_key = name, sort_key(name)[:300]
    agency.save(update_fields=["name", "sort_key"])


def _end(agency: Organization, change: OrganizationChange) -> None:
    """Its last name stands among the former ones: a card that still says it is found by it."""
    _keep_name(agency, change)
    agency.valid_to = change.effective_on - timedelta(days=1)
    agency.validate_constraints()
    agency.save(update_fields=["valid_to"])


def _keep_name(agency: Organization, change: OrganizationChange) -> None:
    last = agency.former_names.order_by("-ends_on").first()
    FormerName.objects.create(
        organization=agency,
        name=agency.name,
        letters=squeeze(agency.name)[:300],
        starts_on=last.ends_on + timedelta(days=1) if last else agency.valid_from,
        ends_on=change.effective_on - timedelta(days=1),
        change=change,
        by=change.by,
        at=change.at,
    )


def _hand_over_domains(main: Organization, ending: list[Organization], change: OrganizationChange) -> None:
    """The agency that ended keeps what it had as its past; whose they are today is asked of those in force."""
    new = [domain for one in ending for domain in one.domains if domain not in main.domains]
    if not new:
        return
    before = {"domains": main.domains}
    main.domains = [*main.domains, *dict.fromkeys(new)]
    main.save(update_fields=["domains"])
    after = {"domains": main.domains}
    OrganizationEdit.objects.create(organization=main, before=before, after=after, by=change.by, at=change.at)


def _hand_over_centre(main: Organization, ending: list[Organization], change: OrganizationChange) -> None:
    """Who examines cards is what comes in place of the centre; the row also keeps the next start from undoing it."""
    for old in filter(attrgetter("is_centre"), ending):
        old.is_centre, main.is_centre = False, True
        old.save(update_fields=["is_centre"])
        main.save(update_fields=["is_centre"])
        said = {"before": {"is_centre": False}, "after": {"is_centre": True}}
        OrganizationEdit.objects.create(organization=main, by=change.by, at=change.at, **said)
