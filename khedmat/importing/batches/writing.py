"""Writing what was chosen of a batch, some seconds at a time: drafts and their rows in one transaction, each once."""

import time
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.importing.actions import apply
from khedmat.importing.batches.keeping import smoothed
from khedmat.importing.batches.moves import come_to_rest, enter, locked
from khedmat.importing.batches.outcomes import record
from khedmat.importing.batches.rows import paper_of
from khedmat.importing.comparison import due
from khedmat.importing.enums import BatchState
from khedmat.importing.models import Batch, BatchRow
from khedmat.importing.outcome import Result
from khedmat.importing.owners import Owners
from khedmat.importing.plan import Plan
from khedmat.importing.scope import Scope
from khedmat.importing.uploads import at_hand
from khedmat.organizations.models import Organization

AT_ONCE = 50  # documents; whoever holds or cancels the work waits for them
NOT_NOW = _("این دسته «%(state)s» است و نوشتن را اکنون نمی‌توان آغاز کرد.")


@transaction.atomic
def choose(batch: Batch, rows: QuerySet[BatchRow], *, by: User, at: datetime) -> int:
    """These are to be written, as far as they still can be; how many they are. Callers decide whether `by` may.

    ValidationError before all is read, and while others are written: a writing is in the name of one person.
    """
    batch = locked(batch)
    if batch.state not in (BatchState.READ, BatchState.DONE):
        raise ValidationError(NOT_NOW % {"state": batch.get_state_display()}, code="state")
    batch.chosen = batch.rows.writable().filter(pk__in=rows.values("pk")).update(is_chosen=True)
    if batch.chosen:
        batch.writer, batch.writing_at = by, at
        batch.save(update_fields=["chosen", "writer", "writing_at"])
        enter(batch, BatchState.WRITING)
    return batch.chosen


def write_some(batch: Batch, seconds: float) -> None:
    """Some seconds of it. Where the last one is written, the batch comes to rest."""
    began, until = time.monotonic(), time.monotonic() + seconds
    owners = _owners(batch)
    numbers = iter(batch.rows.waiting().order_by("place", "part").values_list("pk", flat=True))
    while some := list(islice(numbers, AT_ONCE)):
        if not _write(batch, some, owners, began=began) or time.monotonic() > until:
            return
        began = time.monotonic()
    _finish(batch)


def _owners(batch: Batch) -> Owners:
    assert batch.writing_at
    return Owners.of(Scope(localdate(batch.writing_at), batch.organization, author=batch.writer))


@transaction.atomic
def _write(batch: Batch, some: Sequence[int], owners: Owners, *, began: float) -> bool:
    """Whether to go on: nothing is written after somebody held or cancelled the work.

    The agency is locked first, as by a change of agencies: the two would lock each other up else.
    """
    Organization.objects.select_for_update(no_key=True, of=("self",)).get(pk=batch.organization_id)
    batch = locked(batch)
    if batch.state != BatchState.WRITING:
        return False
    rows = batch.rows.waiting().select_related("upload__file").filter(pk__in=some).order_by("place", "part")
    if rows:
        record(zip(rows, _results(batch, rows, owners), strict=True))
        batch.rate = smoothed(batch.rate, len(rows) / (time.monotonic() - began))
        batch.save(update_fields=["rate"])
    return True


def _results(batch: Batch, rows: Iterable[BatchRow], owners: Owners) -> list[Result]:
    """By a plan of this moment: the register may have changed since the files were read."""
    assert batch.writer
    assert batch.writing_at
    files = {row.upload.file.sha256: row.upload.file for row in rows if row.upload}
    planned = tuple(due(list(map(paper_of, rows)), owners))
    plan = Plan(owners.scope, planned, lambda row: at_hand(files[row.file_sha256]))
    return apply(plan, by=batch.writer, at=batch.writing_at)


@transaction.atomic
def _finish(batch: Batch) -> None:
    """Others may have been chosen meanwhile: for them a step waits already."""
    batch = locked(batch)
    if batch.state == BatchState.WRITING and not batch.rows.waiting().exists():
        come_to_rest(batch)
