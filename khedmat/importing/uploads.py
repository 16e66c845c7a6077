"""Files that people bring to the desk: taken in as they came, planned from the stored bytes, carried out."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.form import Document
from khedmat.core.persian import fold_line
from khedmat.core.sequences import first
from khedmat.files.actions import NAME_LENGTH, Brought, store_files
from khedmat.files.models import StoredFile
from khedmat.importing.actions import Result, apply
from khedmat.importing.batches.outcomes import record_elsewhere
from khedmat.importing.batches.rows import paper_of
from khedmat.importing.models import Batch, Upload
from khedmat.importing.paper import Paper
from khedmat.importing.papers import papers_of
from khedmat.importing.plan import Plan, plan_of
from khedmat.importing.readers.reading import media_type_of
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.scope import Scope
from khedmat.organizations.models import Organization
from khedmat.organizations.standing import locked_in_force

BRINGING = _("آوردن پرونده")
LOST = _("پروندهٔ اصلی در انبار یافت نشد؛ آن را دوباره بیاورید.")


class Given(NamedTuple):
    """A file as it came. `media_type`: where it was opened already."""

    name: str
    data: bytes
    media_type: str = ""


@transaction.atomic
def take(given: Given, *, organization: Organization, by: User, at: datetime) -> Upload:
    """Kept as it came, also when nothing is to be done with it. Callers decide whether `by` may.

    ValidationError where the agency has ended.
    """
    locked_in_force(organization, on=localdate(at), work=str(BRINGING))
    (file,) = store_files([_brought(given)], at=at)
    return Upload.objects.create(file=file, name=plain_name(given.name), organization=organization, by=by, at=at)


def take_all(given: Sequence[Given], batch: Batch) -> list[Upload]:
    """Files of a batch, which is locked: they go where it goes, whatever became of its agency meanwhile."""
    files = store_files(list(map(_brought, given)), at=batch.at)
    whose = {"organization": batch.organization, "by": batch.by, "at": batch.at, "batch": batch}
    pairs = zip(given, files, strict=True)
    return Upload.objects.bulk_create(Upload(file=file, name=plain_name(one.name), **whose) for one, file in pairs)


def _brought(given: Given) -> Brought:
    name = plain_name(given.name)
    return Brought(ContentFile(given.data), name, given.media_type or media_type_of(given.data, name))


def plain_name(name: str) -> str:
    """Without the folders that some browsers send along, and never empty."""
    last = PurePosixPath(fold_line(name).replace("\\", "/")).name.strip(". ")
    return last[-NAME_LENGTH:] or "form"


def content_of(file: StoredFile) -> bytes:
    """Unreadable where the store has lost it."""
    try:
        with file.content.open("rb") as content:
            return content.read()
    except OSError:
        raise Unreadable(str(LOST)) from None


def at_hand(file: StoredFile) -> StoredFile:
    """The same. Unreadable where the store has lost its content."""
    if not file.content.storage.exists(file.content.name):
        raise Unreadable(str(LOST))
    return file


@lru_cache(maxsize=1)
def papers_in(data: bytes, name: str) -> tuple[Paper, ...]:
    """The documents of a file. The last one is remembered: one click asks for them three times, and a megabyte of
    cells takes seconds. Unreadable when there is nothing to read."""
    return tuple(papers_of(data, Path(name)))


def plan_upload(upload: Upload, *, author: User, on: date) -> Plan:
    """What would be done with each document of the file, for the agency that it was brought to.

    Unreadable where the file is gone or cannot be read any more.
    """
    scope = Scope(on, upload.organization, author=author)
    return plan_of(_papers(upload), scope, data=lambda row: at_hand(upload.file))


def document_of(upload: Upload, part: int) -> Document | None:
    """One document of the file. Unreadable where the file is gone or cannot be read any more."""
    return first(paper.document for paper in _papers(upload) if paper.part == part)


def _papers(upload: Upload) -> Sequence[Paper]:
    """A batch keeps what was read: a scan is not read again at every look."""
    if upload.batch_id:
        rows = upload.batch_rows.select_related("upload__file").order_by("part")
        return list(map(paper_of, rows))
    return papers_in(content_of(upload.file), upload.name)


def carry_out(plan: Plan, upload: Upload, *, by: User, at: datetime) -> list[Result]:
    """All that the plan of this moment would write; a batch hears what became of its file."""
    results = apply(plan, by=by, at=at)
    record_elsewhere(upload, results)
    return results
