"""What the register of agencies carries out of a change; whoever calls moves the services in the same transaction."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.core.persian import sort_key, squeeze
from khedmat.organizations.changing.parties import Parties
from khedmat.organizations.changing.preview import Group
from khedmat.organizations.enums import ChangeKind
from khedmat.organizations.membership import end_with_agency, open_in_successor
from khedmat.organizations.models import (
    DelegationEnd,
    FormerName,
    Organization,
    OrganizationChange,
    OrganizationEdit,
    PlannedChange,
    Succession,
)

TERMS = ("kind", "effective_on", "basis", "basis_number", "basis_on")


class Hand(NamedTuple):
    """Whose hand it was, and when."""

    by: User
    at: datetime


def carry_out(plan: PlannedChange, parties: Parties, groups: Iterable[Group], *, hand: Hand) -> OrganizationChange:
    """The plan and its agencies are locked, the groups are of this moment, the right was asked for."""
    terms = {name: getattr(plan, name) for name in TERMS}
    change = OrganizationChange.objects.create(**terms, by=hand.by, at=hand.at)
    _say_who_follows(change, parties)
    if plan.kind == ChangeKind.RENAME:
        _rename(parties.before[0], plan.new_name, change)
    for agency in parties.ending:
        _end(agency, change)
    if parties.main and parties.ending:
        _hand_over_domains(parties, hand)
    for group in groups:
        ACTS.get(group.name, _leave)(group, hand)
    plan.change = change
    plan.save(update_fields=["change"])
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


def _hand_over_domains(parties: Parties, hand: Hand) -> None:
    """The agency that ended keeps what it had as its past; whose they are today is asked of those in force."""
    main = parties.main
    new = [domain for one in parties.ending for domain in one.domains if domain not in main.domains]
    if new:
        _written(main, {"domains": [*main.domains, *dict.fromkeys(new)]}, hand)


def _move_below(group: Group, hand: Hand) -> None:
    for row, item in zip(group.rows, group.items, strict=True):
        before = row.parent.code
        row.parent = item.taker
        row.save(update_fields=["parent"])
        after = item.taker.code if item.taker else None
        OrganizationEdit.objects.create(
            organization=row, before={"parent": before}, after={"parent": after}, **hand._asdict()
        )


def _written(agency: Organization, values: dict[str, list[str]], hand: Hand) -> None:
    before = {name: getattr(agency, name) for name in values}
    for name, value in values.items():
        setattr(agency, name, value)
    agency.save(update_fields=list(values))
    OrganizationEdit.objects.create(organization=agency, before=before, after=values, **hand._asdict())


def _end_roles(group: Group, hand: Hand) -> None:
    for row, item in zip(group.rows, group.items, strict=True):
        until = row.ends_on
        end_with_agency(row, **hand._asdict())
        if item.taker:
            row.ends_on = until
            open_in_successor(row, item.taker, **hand._asdict())


def _take_back_invitations(group: Group, hand: Hand) -> None:
    for row in group.rows:
        row.revoked_by, row.revoked_at = hand
        row.save(update_fields=["revoked_by", "revoked_at"])


def _end_letters(group: Group, hand: Hand) -> None:
    yesterday = localdate(hand.at) - timedelta(days=1)
    ends = [DelegationEnd(delegation=row, last_day=yesterday, **hand._asdict()) for row in group.rows]
    DelegationEnd.objects.bulk_create(ends)


def _leave(group: Group, hand: Hand) -> None:
    """Services and lists of titles are moved by whoever knows them."""


ACTS = {
    "delegations": _end_letters,
    "invitations": _take_back_invitations,
    "memberships": _end_roles,
    "subordinates": _move_below,
}
