"""Files that were read become rows of their batch, and uploads: all of them in one transaction, each once."""

from collections.abc import Mapping, Sequence
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
from khedmat.importing.uploads import Given, take_all

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
    uploads = _uploads(batch, [file for file in files if file.is_worth_keeping])
    places = (file for file in files for _paper in file.papers)
    return [
        _placed(row_of(case, bases), file=file, batch=batch, upload=uploads.get(file.place))
        for case, file in zip(cases, places, strict=True)
    ]


def _placed(row: BatchRow, *, file: File, batch: Batch, upload: Upload | None) -> BatchRow:
    row.batch, row.place, row.name, row.upload = batch, file.place, file.name, upload
    return row


def _uploads(batch: Batch, files: Sequence[File]) -> Mapping[int, Upload]:
    """By the places of the files."""
    taken = take_all([Given(file.name, file.data, file.media_type) for file in files], batch)
    return {file.place: upload for file, upload in zip(files, taken, strict=True)}
