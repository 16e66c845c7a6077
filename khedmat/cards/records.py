"""Locks and log lines of a version: every action takes and writes the same ones."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Model
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.enums import Stage
from khedmat.cards.models import Service, ServiceVersion, StageChange
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership

STINT = timedelta(minutes=30)  # savings of one person nearer than this are one line of the log
ACTING: dict[str, Role] = {Stage.DRAFT: Role.AUTHOR, Stage.SUBMITTED: Role.AUTHOR, Stage.APPROVED: Role.APPROVER}


def locked(version: ServiceVersion) -> ServiceVersion:
    """The service first, then the version: two publications of one service cannot wait for each other."""
    Service.objects.select_for_update(no_key=True, of=("self",)).get(pk=version.service_id)
    found = ServiceVersion.objects.select_related("service__owner")
    return found.select_for_update(of=("self",)).get(pk=version.pk)


def store(row: Model, values: dict[str, Any]) -> None:
    """Only columns that differ are written: another change of the row at the same time is not lost."""
    values = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def log(version: ServiceVersion, source: str, *, by: User, at: datetime) -> None:
    """One line of the version's life, with the role in which it was done."""
    membership = _acting_as(version, by=by, at=at)
    StageChange.objects.create(
        version=version,
        source=source,
        target=version.stage,
        by=by,
        at=at,
        sha256=version.sha256,
        as_role=membership.role if membership else "",
        as_organization=membership.organization if membership else None,
    )


def log_stint(version: ServiceVersion, *, by: User, at: datetime) -> None:
    """A draft that stays a draft: one line for all that a person saves in a row."""
    last = version.stage_changes.order_by("-at", "-pk").first()
    if last is None or last.by_id != by.pk or at - last.at > STINT:
        log(version, Stage.DRAFT, by=by, at=at)


def _acting_as(version: ServiceVersion, *, by: User, at: datetime) -> Membership | None:
    """The membership by which somebody takes a version to its stage; None for the operator's import."""
    memberships = Membership.objects.of(by).in_force(localdate(at)).select_related("organization")
    if role := ACTING.get(version.stage):
        return memberships.filter(role=role, organization=version.service.owner_id).first()
    return memberships.publishing().first()
