"""What the register of agencies itself holds of those that end: roles, invitations, letters, tokens, subordinates."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.organizations.changing.kinds import Case, Group, Item, Kind, Told, chosen
from khedmat.organizations.changing.moving import STAYS
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

ENDS, ELSEWHERE = _("پایان می‌یابد"), _("زیر دستگاه دیگر می‌رود")


def _roles(case: Case) -> QuerySet[Membership]:
    return Membership.objects.filter(organization__in=case.parties.ending).not_ended(case.on)


def _fates_of_roles(case: Case) -> Told:
    rows = case.rows(_roles(case).select_related("user").order_by("user__full_name", "pk"))
    taker = case.parties.main if case.plan.opens_roles else None
    fate = str(_("پایان می‌یابد و در جانشین باز می‌شود") if taker else ENDS)
    return [Item(row.pk, f"{row.user} · {row.get_role_display()}", fate, taker) for row in rows], rows


def _invitations(case: Case) -> QuerySet[Invitation]:
    return Invitation.objects.filter(organization__in=case.parties.ending, accepted_at=None, revoked_at=None)


def _letters(case: Case) -> QuerySet[Delegation]:
    return Delegation.objects.filter(membership__organization__in=case.parties.ending).endable(case.on)


def _fates_of_letters(case: Case) -> Told:
    """Nothing of a letter is written but a row beside it, so none is locked."""
    rows = list(_letters(case).select_related("membership__user").order_by("pk"))
    return _ending(rows), rows


def _tokens(case: Case) -> QuerySet[AgencyToken]:
    return AgencyToken.objects.filter(organization__in=case.parties.ending, revoked_at=None, ends_on__gte=case.on)


def _below(case: Case) -> QuerySet[Organization]:
    """Of a split those of an agency that stays too: a province's office goes where its services go."""
    below = Organization.objects.filter(parent__in=case.giving).exclude(pk__in=[one.pk for one in case.parties.before])
    return below.in_force(case.on)


def _fates_of_those_below(case: Case) -> Told:
    rows = case.rows(_below(case).select_related("parent").order_by("sort_key", "pk"))
    return [_subordinate(row, case) for row in rows], rows


def _subordinate(row: Organization, case: Case) -> Item:
    taker = taker_of(row, case.parties, case.plan.choices.get(chosen("subordinates", row.pk)))
    stays = taker is not None and taker.pk == row.parent_id
    return Item(row.pk, row.name, str(STAYS if stays else ELSEWHERE), taker)


def _simply_ending(found: Callable[[Case], QuerySet[Any]]) -> Callable[[Case], Told]:
    def tell(case: Case) -> Told:
        rows = case.rows(found(case).order_by("pk"))
        return _ending(rows), rows

    return tell


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
        if item.taker and item.taker.pk == row.parent_id:
            continue
        before = row.parent.code
        row.parent = item.taker
        row.save(update_fields=["parent"])
        said = {"before": {"parent": before}, "after": {"parent": item.taker.code if item.taker else None}}
        OrganizationEdit.objects.create(organization=row, by=change.by, at=change.at, **said)


OWN: tuple[Kind, ...] = (
    Kind("memberships", _("نقش‌ها"), _roles, _fates_of_roles, _end_roles),
    Kind("invitations", _("دعوت‌های در انتظار"), _invitations, _simply_ending(_invitations), _take_back),
    Kind("delegations", _("تفویض‌ها"), _letters, _fates_of_letters, _end_letters),
    Kind("tokens", _("نشانه‌های دسترسی"), _tokens, _simply_ending(_tokens), _take_back),
    Kind("subordinates", _("دستگاه‌های تابع"), _below, _fates_of_those_below, _move_below, is_chosen=True),
)
