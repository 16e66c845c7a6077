"""Carrying a plan out: each document in a transaction of its own, safe to run twice and after a kill."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import DataError, transaction
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.actions import create_draft, replace_draft
from khedmat.cards.form import Document
from khedmat.cards.models import Service, ServiceVersion
from khedmat.core.refusals import refusing_in_words
from khedmat.files.actions import store
from khedmat.files.models import StoredFile
from khedmat.importing.enums import What
from khedmat.importing.models import Intake
from khedmat.importing.owners import Owners, Scope
from khedmat.importing.papers import Paper, papers_of
from khedmat.importing.plan import Plan, compared
from khedmat.importing.readers.reading import contents
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.row import Row
from khedmat.organizations.models import Organization
from khedmat.permits.actions import create_list, write_rows
from khedmat.permits.models import PermitList

FILE_CHANGED = _("پرونده پس از برنامه‌ریزی تغییر کرده است؛ دوباره درون‌ریزی کنید.")
REGISTER_CHANGED = _("آنچه ثبت است پس از برنامه‌ریزی تغییر کرده است؛ دوباره درون‌ریزی کنید.")
TOO_LARGE = _("فرم مقداری بزرگ‌تر از اندازهٔ نگه‌داشتنی دارد؛ آن را در فرم درست کنید.")
IMPORTER = "importer"


@dataclass(frozen=True)
class Result:
    """A row of the plan as it came out, and what was made of it."""

    row: Row
    version: ServiceVersion | None = None
    permit_list: PermitList | None = None

    @property
    def is_written(self) -> bool:
        return bool(self.version or self.permit_list)


Watch = Callable[[Result], None]


def importer() -> User:
    """The account in whose name the operator imports: nobody can sign in with it."""
    values = {"full_name": str(_("واردکننده")), "is_active": False, "password": "!"}
    return User.objects.get_or_create(username=IMPORTER, defaults=values)[0]


def apply(plan: Plan, *, by: User, at: datetime, watch: Watch = lambda result: None) -> list[Result]:
    """All rows, in order. A stop in the middle leaves whole documents; a second run takes up the rest."""
    results = []
    for row in plan.rows:
        result = _carry_out(row, plan.scope, by=by, at=at) if row.writes else Result(row)
        results.append(result)
        watch(result)
    return results


def _carry_out(row: Row, scope: Scope, *, by: User, at: datetime) -> Result:
    try:
        return _write(row, scope, by=by, at=at)
    except ValidationError as refusal:
        return Result(replace(row, what=What.REFUSE, reason=" ".join(refusal.messages)))
    except Unreadable as problem:
        return Result(replace(row, what=What.REFUSE, reason=problem.message))
    except DataError:
        return Result(replace(row, what=What.REFUSE, reason=str(TOO_LARGE)))


@refusing_in_words()
@transaction.atomic
def _write(row: Row, scope: Scope, *, by: User, at: datetime) -> Result:
    """What the plan assumed is asked again under the lock that writers of one agency share."""
    owner = Organization.objects.select_for_update(no_key=True, of=("self",)).get(code=row.agency)
    data = contents(row.path)
    paper = next((one for one in papers_of(data, row.path) if one.part == row.part), None)
    if paper is None or paper.document is None or paper.file_sha256 != row.file_sha256:
        raise ValidationError(FILE_CHANGED, code="file")
    (now,) = compared([paper], Owners.only(owner, scope))
    if not now.writes:
        return Result(now)
    if (now.what, now.service, now.replaces, now.owner) != (row.what, row.service, row.replaces, row.owner):
        raise ValidationError(REGISTER_CHANGED, code="register")
    file = store(data, name=row.path.name, media_type=paper.document.source.media_type, at=at)
    return _taken_in(row, paper, Source(file, owner, by, at))


@dataclass(frozen=True)
class Source:
    """Where a document comes from, by whose hand."""

    file: StoredFile
    owner: Organization
    by: User
    at: datetime


def _taken_in(row: Row, paper: Paper, source: Source) -> Result:
    document = paper.document
    assert document is not None
    if paper.kind == "permit_list":
        replaces = PermitList.objects.get(pk=row.replaces) if row.replaces else None
        made = create_list(
            document, organization=source.owner, by=source.by, at=source.at, source_file=source.file, replaces=replaces
        )
        _log(paper, source, permit_list=made)
        return Result(row, permit_list=made)
    version = _drafted(row, document, source)
    write_rows(version, document)
    _log(paper, source, version=version)
    return Result(row, version=version)


def _drafted(row: Row, document: Document, source: Source) -> ServiceVersion:
    service = Service.objects.get(pk=row.service) if row.service else None
    draft = service.versions.drafts().first() if service else None
    if draft:
        return replace_draft(draft, document, by=source.by, at=source.at, source_file=source.file)
    return create_draft(
        document, owner=source.owner, by=source.by, at=source.at, source_file=source.file, service=service
    )


def _log(paper: Paper, source: Source, **made: ServiceVersion | PermitList) -> None:
    Intake.objects.create(file=source.file, part=paper.part, sha256=paper.digest, by=source.by, at=source.at, **made)
