"""Carrying a plan out: each document in a transaction of its own, safe to run twice and after a kill."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.actions import create_draft, replace_draft
from khedmat.cards.form import Document
from khedmat.cards.models import Service, ServiceVersion
from khedmat.core.refusals import refusing_in_words
from khedmat.files.actions import store
from khedmat.importing.comparison import cases_of
from khedmat.importing.models import Intake
from khedmat.importing.outcome import REFUSALS, REGISTER_CHANGED, Result, reason_of
from khedmat.importing.owners import Owners
from khedmat.importing.packing import unpacked
from khedmat.importing.paper import Paper
from khedmat.importing.plan import Plan
from khedmat.importing.row import Row
from khedmat.importing.source import Source
from khedmat.organizations.models import Organization
from khedmat.permits.actions import create_list
from khedmat.permits.models import PermitList

IMPORTER = "importer"
Watch = Callable[[Result], None]


def importer() -> User:
    """The account in whose name the operator imports: nobody can sign in with it."""
    values = {"full_name": str(_("واردکننده")), "is_active": False, "password": "!"}
    return User.objects.get_or_create(username=IMPORTER, defaults=values)[0]


def apply(plan: Plan, *, by: User, at: datetime, watch: Watch = lambda result: None) -> list[Result]:
    """All rows, in order. A stop in the middle leaves whole documents; a second run takes up the rest."""
    results = []
    for row in plan.rows:
        results.append(_carry_out(row, plan, by=by, at=at))
        watch(results[-1])
    return results


def _carry_out(row: Row, plan: Plan, *, by: User, at: datetime) -> Result:
    if not row.writes:
        return Result(row)
    try:
        return _write(row, plan, by=by, at=at)
    except REFUSALS as refusal:
        return Result(row.refused(reason_of(refusal)))


@refusing_in_words()
@transaction.atomic
def _write(row: Row, plan: Plan, *, by: User, at: datetime) -> Result:
    """What the plan assumed is asked again under the lock that writers of one agency share."""
    owner = Organization.objects.select_for_update(no_key=True, of=("self",)).get(code=row.agency)
    data, document = plan.data(row), unpacked(row.packed)
    paper = Paper(row.path, row.file_sha256, row.part, document, row.digest)
    (case,) = cases_of([paper], Owners.only(owner, plan.scope))
    if not case.row.writes:
        return Result(case.row)
    if case.row.target != row.target:
        raise ValidationError(REGISTER_CHANGED, code="register")
    file = store(data, name=row.path.name, media_type=document.source.media_type, at=at)
    return _taken_in(row, document, Source(file, owner, by, at))


def _taken_in(row: Row, document: Document, source: Source) -> Result:
    made = _made_list(row, document, source) if row.kind == "permit_list" else _made_draft(row, document, source)
    Intake.objects.create(file=source.file, part=row.part, sha256=row.digest, by=source.by, at=source.at, **made)
    return Result(row, **made)


def _made_list(row: Row, document: Document, source: Source) -> dict[str, Any]:
    replaces = PermitList.objects.get(pk=row.replaces) if row.replaces else None
    made = create_list(document, organization=source.owner, replaces=replaces, **source.origin)
    return {"permit_list": made}


def _made_draft(row: Row, document: Document, source: Source) -> dict[str, Any]:
    return {"version": _drafted(row, document, source)}


def _drafted(row: Row, document: Document, source: Source) -> ServiceVersion:
    if row.service is None:
        return create_draft(document, owner=source.owner, **source.origin)
    service = Service.objects.get(pk=row.service)
    if draft := service.versions.drafts().first():
        return replace_draft(draft, document, **source.origin)
    return create_draft(document, owner=source.owner, service=service, **source.origin)
