"""Passing over a finding, with a reason and for a year; and taking that back. Both are rows that never change."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.checking import store_findings, traced_document
from khedmat.cards.governing.fingerprints import Fingerprints
from khedmat.cards.governing.needs import DISMISSING, TAKING_BACK, unmet
from khedmat.cards.governing.telling import tell_dismissed, tell_reopened
from khedmat.cards.models import Dismissal, DismissalEnd, Finding, ServiceVersion
from khedmat.cards.records import locked
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.models import Membership


class Meant(NamedTuple):
    """A finding, or a dismissal, that somebody decides about; `finding` is None once it is no longer there."""

    version: ServiceVersion
    finding: Finding | None
    dismissal: Dismissal | None
    reason: str
    by: User
    on: date


def a_year_after(day: date) -> date:
    """The same day of the next year; the 29th of February becomes the first of March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def acting_as(by: User, on: date) -> dict[str, Any]:
    """The role and office of somebody of the centre who decides; callers asked before whether there is one."""
    membership = Membership.objects.of(by).in_force(on).reviewing().select_related("organization").order_by("pk")[0]
    return {"as_role": membership.role, "as_organization": membership.organization}


@refusing_in_words()
@transaction.atomic
def dismiss(finding: Finding, *, reason: str, by: User, at: datetime) -> Dismissal:
    """A reviewer of the centre passes over a finding of a text that is not their own, until a year from today."""
    version, on = locked(finding.version), localdate(at)
    kept = version.findings.for_page().filter(pk=finding.pk).first()
    meant = Meant(version, kept, kept and kept.dismissal, reason.strip(), by, on)
    _demand(unmet(DISMISSING, meant))
    assert kept is not None  # or `unmet` had said so
    said = {name: getattr(kept, name) for name in ("rule", "severity", "field", "message", "rules_version")}
    made = Dismissal.objects.create(
        version=version,
        sha256=version.sha256,
        fingerprint=Fingerprints(traced_document(version)).of(kept),
        reason=meant.reason,
        lapses_on=a_year_after(on),
        by=by,
        at=at,
        **said,
        **acting_as(by, on),
    )
    _look_anew(made, on)
    tell_dismissed(made, at=at)
    return made


@refusing_in_words()
@transaction.atomic
def take_back(dismissal: Dismissal, *, reason: str, by: User, at: datetime) -> DismissalEnd:
    """The finding is open again."""
    version, on = locked(dismissal.version), localdate(at)
    known = Dismissal.objects.select_related("by", "end__by").get(pk=dismissal.pk)
    meant = Meant(version, None, known, reason.strip(), by, on)
    _demand(unmet(TAKING_BACK, meant))
    end = DismissalEnd.objects.create(dismissal=known, reason=meant.reason, by=by, at=at, **acting_as(by, on))
    _look_anew(known, on)
    tell_reopened(known, reason=end.reason, by=by, at=at)
    return end


def refusals_of_dismissing(finding: Finding, *, by: User, on: date) -> list[str]:
    """What would be refused, whatever the reason; for the page that asks."""
    return unmet(DISMISSING, Meant(finding.version, finding, finding.dismissal, "-", by, on))


def refusals_of_taking_back(dismissal: Dismissal, *, by: User, on: date) -> list[str]:
    return unmet(TAKING_BACK, Meant(dismissal.version, None, dismissal, "-", by, on))


def _demand(reasons: list[str]) -> None:
    if reasons:
        raise ValidationError(reasons, code="unmet")


def _look_anew(dismissal: Dismissal, on: date) -> None:
    """Every version of the service in which the same rule speaks of the same field; the service is locked."""
    same = Finding.objects.filter(rule=dismissal.rule, field=dismissal.field).values("version")
    for version in ServiceVersion.objects.for_page().filter(service=dismissal.version.service_id, pk__in=same):
        store_findings(version, on=on)
