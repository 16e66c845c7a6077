"""Locks and log lines of a copy."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.canonical import canonical
from khedmat.cards.copies.boxes import Overrides
from khedmat.cards.enums import CopyStage
from khedmat.cards.models import CopyChange, LocalCopy, Service, ServiceVersion
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership

NO_TEMPLATE = _(
    "الگوی ملی این خدمت اکنون منتشر نیست؛ پس از آن‌که مرکز بررسی شناسنامه‌ها آن را منتشر کند، نسخهٔ استانی آغاز می‌شود."
)


def locked(copy: LocalCopy) -> LocalCopy:
    """The service first, as its publication does: the template does not change while a copy moves."""
    Service.objects.select_for_update(no_key=True, of=("self",)).get(pk=copy.service_id)
    found = LocalCopy.objects.select_related("service__owner", "place", "keeper", "compared_with")
    return found.select_for_update(of=("self",)).get(pk=copy.pk)


def template_of(service: int) -> ServiceVersion:
    """The national card that holds now. ValidationError where none is public."""
    version = ServiceVersion.objects.published().filter(service=service).first()
    if version is None:
        raise ValidationError(NO_TEMPLATE)
    return version


def print_of(value: Any) -> str:
    """A short word for a value: a page gives it back to say what it was made with."""
    return sha256(canonical(value).encode()).hexdigest()


def changes_of(before: Overrides, after: Overrides) -> dict[str, dict[str, Any]]:
    """Box → what it was and is; a side is missing where the box followed the template."""
    boxes = [box for box in dict.fromkeys([*before, *after]) if _side(before, box) != _side(after, box)]
    return {box: _pair(before, after, box) for box in boxes}


def _pair(before: Overrides, after: Overrides, box: str) -> dict[str, Any]:
    sides = {"was": before, "now": after}
    return {name: side[box] for name, side in sides.items() if box in side}


def _side(overrides: Overrides, box: str) -> tuple[bool, Any]:
    return box in overrides, overrides.get(box)


def log(
    copy: LocalCopy, source: str, *, by: User, at: datetime, boxes: Mapping[str, Any] | None = None, reason: str = ""
) -> None:
    """One line of the copy's life, with the role in which it was done."""
    membership = _acting_as(copy, source, by=by, at=at)
    CopyChange.objects.create(
        copy=copy,
        source=source,
        target=copy.stage,
        by=by,
        as_role=membership.role if membership else "",
        as_organization=membership.organization if membership else None,
        at=at,
        compared_with_id=copy.compared_with_id,
        boxes=dict(boxes or {}),
        sha256=print_of(copy.overrides),
        reason=reason.strip(),
    )


def _acting_as(copy: LocalCopy, source: str, *, by: User, at: datetime) -> Membership | None:
    mine = Membership.objects.of(by).in_force(localdate(at)).select_related("organization").order_by("pk")
    if source == CopyStage.SUBMITTED:
        return mine.filter(role=Role.APPROVER, organization=copy.keeper_id).first()
    if source == CopyStage.APPROVED:
        national = mine.filter(role=Role.APPROVER, organization=copy.service.owner_id).first()
        return national or mine.publishing().first()
    return mine.filter(role=Role.AUTHOR, organization=copy.keeper_id).first()
