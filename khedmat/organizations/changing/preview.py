"""What a change would move or end, thing by thing, before it does; and whether that is still what was looked at."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import persian_digits
from khedmat.organizations.changing.parties import Parties, taker_of
from khedmat.organizations.models import Delegation, Invitation, Membership, Organization, PlannedChange

ENDS = _("پایان می‌یابد")
SHOWN = 5  # names in the sentence that tells what changed
CHANGED_MEANWHILE = _(
    "در «%(group)s» پس از پیش‌نمایش چیزی عوض شد: %(added)s افزوده (%(names)s) و %(gone)s برداشته. "
    "چیزی انجام نشد؛ پیش‌نمایش تازه را ببینید و دوباره بفرستید."
)


class Item(NamedTuple):
    """One thing: its key, what people call it, what becomes of it, and the agency that takes it."""

    key: int
    label: str
    fate: str
    taker: Organization | None = None

    @property
    def mark(self) -> str:
        """The same mark is the same thing with the same fate."""
        return f"{self.key}:{self.taker.code if self.taker else ''}"


class Group(NamedTuple):
    """Things of one kind; `rows` are what `carry_out` works on, in the order of the items."""

    name: str
    title: Promise
    items: list[Item]
    rows: Sequence[Any]


def of_organizations(plan: PlannedChange, parties: Parties, *, at: datetime, is_locked: bool = False) -> list[Group]:
    """People, invitations, letters and subordinates of the agencies that end."""
    on = localdate(at)
    members = Membership.objects.filter(organization__in=parties.ending).not_ended(on).select_related("user")
    letters = Delegation.objects.filter(membership__organization__in=parties.ending, end=None)
    asked = Invitation.objects.filter(organization__in=parties.ending, accepted_at=None, revoked_at=None)
    below = (
        Organization.objects.select_related("parent")
        .filter(parent__in=parties.ending)
        .exclude(pk__in=[one.pk for one in parties.ending])
    )
    rows = {
        "memberships": members.order_by("user__full_name", "pk"),
        "invitations": asked.order_by("pk"),
        "subordinates": below.in_force(on).order_by("sort_key", "pk"),
    }
    if is_locked:
        rows = {name: found.select_for_update(of=("self",)) for name, found in rows.items()}
    letters = letters.select_related("membership__user").order_by("pk")
    holding = [one for one in letters if one.may_be_ended(on)]
    return [
        _members(plan, parties, list(rows["memberships"])),
        _ending("invitations", _("دعوت‌های در انتظار"), list(rows["invitations"])),
        _ending("delegations", _("تفویض‌ها"), holding),
        _subordinates(parties, list(rows["subordinates"])),
    ]


def _members(plan: PlannedChange, parties: Parties, rows: list[Membership]) -> Group:
    taker = parties.main if plan.opens_roles else None
    fate = str(_("پایان می‌یابد و در جانشین باز می‌شود") if taker else ENDS)
    items = [Item(row.pk, f"{row.user} · {row.get_role_display()}", fate, taker) for row in rows]
    return Group("memberships", _("نقش‌ها"), items, rows)


def _ending(name: str, title: Promise, rows: Sequence[Any]) -> Group:
    return Group(name, title, [Item(row.pk, f"{row}", str(ENDS)) for row in rows], rows)


def _subordinates(parties: Parties, rows: list[Organization]) -> Group:
    takers = [taker_of(row, parties) for row in rows]
    fate = str(_("زیر دستگاه دیگر می‌رود"))
    items = [Item(row.pk, row.name, fate, taker) for row, taker in zip(rows, takers, strict=True)]
    return Group("subordinates", _("دستگاه‌های تابع"), items, rows)


def seen_in(groups: Iterable[Group]) -> dict[str, list[str]]:
    """What the page showed, as it is sent back with the button."""
    return {group.name: sorted(item.mark for item in group.items) for group in groups}


def refuse_changed(seen: Mapping[str, list[str]], groups: Iterable[Group]) -> None:
    reasons = [reason for group in groups if (reason := _difference(set(seen.get(group.name, [])), group))]
    if reasons:
        raise ValidationError(reasons, code="conflict")


def _difference(seen: set[str], group: Group) -> ValidationError | None:
    added = [item for item in group.items if item.mark not in seen]
    gone = len(seen - {item.mark for item in group.items})
    if not added and not gone:
        return None
    names = "، ".join(item.label for item in added[:SHOWN]) or "–"
    counts = {"added": persian_digits(len(added)), "gone": persian_digits(gone)}
    return ValidationError(CHANGED_MEANWHILE, params={"group": group.title, "names": names} | counts)
