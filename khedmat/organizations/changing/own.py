"""What the register of agencies itself holds of those that end: roles, invitations, letters, tokens, subordinates."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.organizations.changing.kinds import Case, Group, Item, Kind
from khedmat.organizations.changing.parties import taker_of
from khedmat.organizations.membership import end_with_agency, open_in_successor
from khedmat.organizations.models import (
    AgencyToken,
    Delegation,
    DelegationEnd,
    Invitation,
    Membership,
    Organization,
    OrganizationChange,
    OrganizationEdit,
)

ENDS = _("پایان می‌یابد")


def memberships(case: Case) -> Group:
    ending = Membership.objects.filter(organization__in=case.parties.ending).not_ended(case.on)
    rows = case.rows(ending.select_related("user").order_by("user__full_name", "pk"))
    taker = case.parties.main if case.plan.opens_roles else None
    fate = str(_("پایان می‌یابد و در جانشین باز می‌شود") if taker else ENDS)
    items = [Item(row.pk, f"{row.user} · {row.get_role_display()}", fate, taker) for row in rows]
    return Group("memberships", _("نقش‌ها"), items, rows, _end_roles)


def invitations(case: Case) -> Group:
    asked = Invitation.objects.filter(organization__in=case.parties.ending, accepted_at=None, revoked_at=None)
    rows = case.rows(asked.order_by("pk"))
    return Group("invitations", _("دعوت‌های در انتظار"), _ending(rows), rows, _take_back)


def delegations(case: Case) -> Group:
    """Nothing of a letter is written but a row beside it, so none is locked."""
    letters = Delegation.objects.filter(membership__organization__in=case.parties.ending, end=None)
    found = letters.select_related("membership__user").order_by("pk")
    rows = [one for one in found if one.may_be_ended(case.on)]
    return Group("delegations", _("تفویض‌ها"), _ending(rows), rows, _end_letters)


def tokens(case: Case) -> Group:
    held = AgencyToken.objects.filter(organization__in=case.parties.ending, revoked_at=None, ends_on__gte=case.on)
    rows = case.rows(held.order_by("pk"))
    return Group("tokens", _("نشانه‌های دسترسی"), _ending(rows), rows, _take_back)


def subordinates(case: Case) -> Group:
    ending = case.parties.ending
    below = Organization.objects.filter(parent__in=ending).exclude(pk__in=[one.pk for one in ending])
    rows = case.rows(below.in_force(case.on).select_related("parent").order_by("sort_key", "pk"))
    fate = str(_("زیر دستگاه دیگر می‌رود"))
    items = [Item(row.pk, row.name, fate, taker_of(row, case.parties)) for row in rows]
    return Group("subordinates", _("دستگاه‌های تابع"), items, rows, _move_below)


def _ending(rows: Sequence[Any]) -> list[Item]:
    return [Item(row.pk, f"{row}", str(ENDS)) for row in rows]


def _end_roles(group: Group, case: Case, change: OrganizationChange) -> None:
    for row, item in zip(group.rows, group.items, strict=True):
        until = row.ends_on
        end_with_agency(row, by=change.by, at=change.at)
        if item.taker:
            row.ends_on = until
            open_in_successor(row, item.taker, by=change.by, at=change.at)


def _take_back(group: Group, case: Case, change: OrganizationChange) -> None:
    for row in group.rows:
        row.revoked_by, row.revoked_at = change.by, change.at
        row.save(update_fields=["revoked_by", "revoked_at"])


def _end_letters(group: Group, case: Case, change: OrganizationChange) -> None:
    signed = {"last_day": localdate(change.at) - timedelta(days=1), "by": change.by, "at": change.at}
    DelegationEnd.objects.bulk_create([DelegationEnd(delegation=row, **signed) for row in group.rows])


def _move_below(group: Group, case: Case, change: OrganizationChange) -> None:
    for row, item in zip(group.rows, group.items, strict=True):
        before = row.parent.code
        row.parent = item.taker
        row.save(update_fields=["parent"])
        said = {"before": {"parent": before}, "after": {"parent": item.taker.code if item.taker else None}}
        OrganizationEdit.objects.create(organization=row, by=change.by, at=change.at, **said)


OWN: tuple[Kind, ...] = (memberships, invitations, delegations, tokens, subordinates)
