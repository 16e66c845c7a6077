"""Carrying a plan out: some documents of an agency in one transaction, safe to run twice and after a kill."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.actions import New, create_drafts, replace_draft
from khedmat.cards.models import Service
from khedmat.core.refusals import refusing_in_words
from khedmat.core.sequences import grouped
from khedmat.importing.clashes import kin_of
from khedmat.importing.comparison import Case, cases_of
from khedmat.importing.models import Intake
from khedmat.importing.outcome import REFUSALS, REGISTER_CHANGED, Result, reason_of
from khedmat.importing.owners import Owners
from khedmat.importing.packing import unpacked
from khedmat.importing.paper import Paper
from khedmat.importing.plan import Plan
from khedmat.importing.row import Row
from khedmat.importing.source import Source, stored
from khedmat.organizations.models import Organization
from khedmat.permits.actions import create_list
from khedmat.permits.models import PermitList

IMPORTER = "importer"
A_BATCH = 100  # documents of one transaction: other writers of their agency wait for it, less than a second
Watch = Callable[[Result], None]


def importer() -> User:
    """The account in whose name the operator imports: nobody can sign in with it."""
    values = {"full_name": str(_("واردکننده")), "is_active": False, "password": "!"}
    return User.objects.get_or_create(username=IMPORTER, defaults=values)[0]


def apply(plan: Plan, *, by: User, at: datetime, watch: Watch = lambda result: None) -> list[Result]:
    """All rows, in order. A stop in the middle leaves whole batches; a second run takes up the rest."""
    results = []
    for rows in _batches(plan.rows):
        for result in _carry_out(rows, plan, by=by, at=at):
            results.append(result)
            watch(result)
    return results


def _batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Of as many as are written at once, with those between them that are not written."""
    due = [place for place, row in enumerate(rows) if row.writes]
    ends = [0, *due[A_BATCH::A_BATCH], len(rows)]
    return (rows[start:end] for start, end in pairwise(ends))


def _carry_out(rows: Sequence[Row], plan: Plan, *, by: User, at: datetime) -> list[Result]:
    """In the order of the rows; what is written, agency by agency."""
    due = grouped((place for place, row in enumerate(rows) if row.writes), by=lambda place: rows[place].agency)
    results = list(map(Result, rows))
    for places in due.values():
        written = _written([rows[place] for place in places], plan, by=by, at=at)
        for place, result in zip(places, written, strict=True):
            results[place] = result
    return results


def _written(rows: Sequence[Row], plan: Plan, *, by: User, at: datetime) -> list[Result]:
    """All at once; where that cannot be each half alone, so that what stops one document stops no other."""
    try:
        return _write(rows, plan, by=by, at=at)
    except Exception as error:
        if len(rows) > 1:
            half = len(rows) // 2
            return [*_written(rows[:half], plan, by=by, at=at), *_written(rows[half:], plan, by=by, at=at)]
        if isinstance(error, REFUSALS):
            return [Result(rows[0].refused(reason_of(error)))]
        raise


@refusing_in_words()
@transaction.atomic
def _write(rows: Sequence[Row], plan: Plan, *, by: User, at: datetime) -> list[Result]:
    """What the plan assumed is asked again under the lock that writers of one agency share."""
    owner = Organization.objects.select_for_update(no_key=True, of=("self",)).get(code=rows[0].agency)
    cases = cases_of(list(map(_paper, rows)), Owners.only(owner, plan.scope))
    due = [(row, case) for row, case in zip(rows, cases, strict=True) if case.row.writes]
    _demand_as_planned(due)
    files = stored([(row, case.paper) for row, case in due], plan.data, at=at)
    sources = [Source(case, file, owner, by, at) for (_row, case), file in zip(due, files, strict=True)]
    made = iter(_taken_in(sources))
    return [_result(row, case, made) for row, case in zip(rows, cases, strict=True)]


def _result(row: Row, case: Case, made: Iterator[dict[str, Any]]) -> Result:
    return Result(row, **next(made)) if case.row.writes else Result(case.row)


def _paper(row: Row) -> Paper:
    return Paper(row.path, row.file_sha256, row.part, unpacked(row.packed), row.digest)


def _demand_as_planned(due: Sequence[tuple[Row, Case]]) -> None:
    """Each is about the same thing as before, and no two about one."""
    is_as_planned = all(case.row.target == row.target for row, case in due)
    if not is_as_planned or any(kin_of([case.row for _row, case in due])):
        raise ValidationError(REGISTER_CHANGED, code="register")


def _taken_in(sources: Sequence[Source]) -> list[dict[str, Any]]:
    """What became of each. Drafts of services that have none are begun together."""
    begun = _begun([source for source in sources if source.begins])
    made = [{"version": next(begun)} if source.begins else _made(source) for source in sources]
    Intake.objects.bulk_create(_intake(*pair) for pair in zip(sources, made, strict=True))
    return made


def _begun(sources: Sequence[Source]) -> Iterator[Any]:
    if not sources:
        return iter(())
    first = sources[0]
    new = [New(one.document, one.service or Service(owner=one.owner, created_at=one.at), one.file) for one in sources]
    return iter(create_drafts(new, owner=first.owner, by=first.by, at=first.at))


def _made(source: Source) -> dict[str, Any]:
    return {"version": replace_draft(source.draft, source.document, **source.origin)} if source.draft else _list(source)


def _list(source: Source) -> dict[str, Any]:
    number = source.case.decision.replaces
    replaces = PermitList.objects.get(pk=number) if number else None
    made = create_list(source.document, organization=source.owner, replaces=replaces, **source.origin)
    return {"permit_list": made}


def _intake(source: Source, made: dict[str, Any]) -> Intake:
    paper = source.case.paper
    return Intake(file=source.file, part=paper.part, sha256=paper.digest, by=source.by, at=source.at, **made)
