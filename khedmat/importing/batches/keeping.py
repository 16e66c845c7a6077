"""Files that were read become rows of their batch, and uploads: all of them in one transaction, each once."""

from collections.abc import Sequence
from operator import attrgetter

from django.db import transaction

from khedmat.importing.bases import bases_of
from khedmat.importing.batches.files import File
from khedmat.importing.batches.moves import locked
from khedmat.importing.batches.rows import row_of
from khedmat.importing.comparison import cases_of
from khedmat.importing.enums import BatchState
from khedmat.importing.models import Batch, BatchRow, Upload
from khedmat.importing.owners import Owners
from khedmat.importing.uploads import Given, take

LATEST = 0.2  # the share of the last while in the rate


@transaction.atomic
def keep(batch: Batch, files: Sequence[File], owners: Owners, *, rate: float) -> bool:
    """Whether to go on: what was read after somebody held or cancelled the work is let go."""
    batch = locked(batch)
    if batch.state != BatchState.READING:
        return False
    here = batch.rows.filter(place__in=[file.place for file in files])
    known = set(here.order_by("place").values_list("place", flat=True))
    fresh = [file for file in files if file.place not in known]
    BatchRow.objects.bulk_create(_rows(batch, fresh, owners))
    batch.done += len(fresh)
    batch.rate = smoothed(batch.rate, rate)
    batch.save(update_fields=["done", "rate"])
    return True


def smoothed(before: float, now: float) -> float:
    return (1 - LATEST) * before + LATEST * now if before else now


def _rows(batch: Batch, files: Sequence[File], owners: Owners) -> list[BatchRow]:
    cases = cases_of([paper for file in files for paper in file.papers], owners)
    bases = bases_of(list(map(attrgetter("decision"), cases)))
    rows = map(row_of, cases, [bases] * len(cases))
    return [row for file in files for row in _placed(batch, file, [next(rows) for _paper in file.papers])]


def _placed(batch: Batch, file: File, rows: list[BatchRow]) -> list[BatchRow]:
    upload = _upload(batch, file) if file.is_worth_keeping else None
    for row in rows:
        row.batch, row.place, row.name, row.upload = batch, file.place, file.name, upload
    return rows


def _upload(batch: Batch, file: File) -> Upload:
    given = Given(file.name, file.data, file.media_type)
    return take(given, organization=batch.organization, by=batch.by, at=batch.at, batch=batch)
