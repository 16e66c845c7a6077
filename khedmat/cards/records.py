"""Locks and log lines of a version: every action takes and writes the same ones."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Model
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.enums import Stage
from khedmat.cards.models import Finding, Service, ServiceVersion, StageChange
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Delegation, Membership

STINT = timedelta(minutes=30)  # savings of one person nearer than this are one line of the log
ACTING: dict[str, Role] = {"": Role.AUTHOR, Stage.DRAFT: Role.AUTHOR, Stage.SUBMITTED: Role.APPROVER}  # by source
EXAMINED = (Stage.ACCEPTED, Stage.RETURNED)


class Why(NamedTuple):
    """What a decision says beside yes or no: its reason, the findings it points at, the day it sets."""

    reason: str = ""
    pointed: Sequence[Finding] = ()
    successor: Service | None = None
    publish_on: date | None = None

    @property
    def words(self) -> list[dict[str, str]]:
        """The findings as they read that day."""
        return list(map(_words, self.pointed))


def _words(one: Finding) -> dict[str, str]:
    return {name: getattr(one, name) for name in ("rule", "severity", "field", "message")}


NOTHING_SAID = Why()


def locked_service(pk: int) -> Service:
    """Whoever writes of one service waits for the other; rows that only point at it do not."""
    return Service.objects.select_related("owner").select_for_update(no_key=True, of=("self",)).get(pk=pk)


def locked(version: ServiceVersion) -> ServiceVersion:
    """The service first, then the version: two publications of one service cannot wait for each other."""
    locked_service(version.service_id)
    found = ServiceVersion.objects.select_related("service__owner")
    return found.select_for_update(of=("self",)).get(pk=version.pk)


def store(row: Model, values: dict[str, Any]) -> None:
    """Only columns that differ are written: another change of the row at the same time is not lost."""
    values = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def log(version: ServiceVersion, source: str, *, by: User, at: datetime, why: Why = NOTHING_SAID) -> None:
    """One line of the version's life, with the role in which it was done."""
    membership = _acting_as(version, source, by=by, at=at)
    store(version, {"touched_by_id": by.pk, "touched_at": at})
    _line(version, source, membership, by=by, at=at, why=why).save(force_insert=True)


def first_lines(versions: Sequence[ServiceVersion], *, by: User, at: datetime) -> list[StageChange]:
    """Of drafts of one agency that begin; unsaved, as their versions may be."""
    membership = _acting_as(versions[0], "", by=by, at=at)
    return [_line(version, "", membership, by=by, at=at) for version in versions]


def _line(
    version: ServiceVersion,
    source: str,
    membership: Membership | None,
    *,
    by: User,
    at: datetime,
    why: Why = NOTHING_SAID,
) -> StageChange:
    return StageChange(
        version=version,
        source=source,
        target=version.stage,
        by=by,
        at=at,
        sha256=version.sha256,
        rules_version=version.checked_with,
        reason=why.reason.strip(),
        pointed=why.words,
        dismissed=_passed_over(version),
        successor=why.successor,
        publish_on=why.publish_on,
        as_role=membership.role if membership else "",
        as_organization=membership.organization if membership else None,
        as_delegation=_by_letter(membership, on=localdate(at)) if version.stage == Stage.APPROVED else None,
    )


def _passed_over(version: ServiceVersion) -> list[dict[str, str]]:
    """The findings that nobody acts on, with the reason, as they stand at this step. A draft is no decision."""
    if version.stage == Stage.DRAFT:
        return []
    known = version.findings.passed_over().for_page()
    return [_words(one) | {"reason": one.dismissal.reason, "by": str(one.dismissal.by)} for one in known]


def _by_letter(membership: Membership | None, *, on: date) -> Delegation | None:
    """The letter by which an approver confirms for the highest official, if there is one on that day."""
    if membership is None or membership.role != Role.APPROVER:
        return None
    return membership.delegations.in_force(on).of_cards().for_list().first()


def log_stint(version: ServiceVersion, *, by: User, at: datetime) -> None:
    """A draft that stays a draft: one line for all that a person saves in a row."""
    last = version.stage_changes.order_by("-at", "-pk").first()
    if last is None or last.by_id != by.pk or at - last.at > STINT:
        log(version, Stage.DRAFT, by=by, at=at)


def _acting_as(version: ServiceVersion, source: str, *, by: User, at: datetime) -> Membership | None:
    """The membership by which somebody takes a version to its stage; None for the operator's import."""
    memberships = Membership.objects.of(by).in_force(localdate(at)).select_related("organization").order_by("pk")
    if role := ACTING.get(source):
        return memberships.filter(role=role, organization=version.service.owner_id).first()
    is_examined = version.stage in EXAMINED and source != version.stage
    return (memberships.reviewing() if is_examined else memberships.publishing()).first()
