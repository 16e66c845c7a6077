"""Writing what was chosen of a batch, some seconds at a time: a draft and its row in one transaction, each once."""

import time
from datetime import datetime

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
from khedmat.importing.comparison import compared
from khedmat.importing.enums import BatchState
from khedmat.importing.models import Batch, BatchRow
from khedmat.importing.outcome import Result
from khedmat.importing.owners import Owners
from khedmat.importing.plan import Plan
from khedmat.importing.scope import Scope
from khedmat.importing.uploads import content_of
from khedmat.organizations.models import Organization

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
    for pk in batch.rows.waiting().order_by("place", "part").values_list("pk", flat=True):
        if not _write(batch, pk, owners, began=began) or time.monotonic() > until:
            return
        began = time.monotonic()
    _finish(batch)


def _owners(batch: Batch) -> Owners:
    assert batch.writing_at
    return Owners.of(Scope(localdate(batch.writing_at), batch.organization, author=batch.writer))


@transaction.atomic
def _write(batch: Batch, pk: int, owners: Owners, *, began: float) -> bool:
    """Whether to go on: nothing is written after somebody held or cancelled the work.

    The agency is locked first, as by a change of agencies: the two would lock each other up else.
    """
    Organization.objects.select_for_update(no_key=True, of=("self",)).get(pk=batch.organization_id)
    batch = locked(batch)
    row = batch.rows.waiting().select_related("upload__file").filter(pk=pk).first()
    if batch.state != BatchState.WRITING:
        return False
    if row:
        record(row, _result(batch, row, owners))
        batch.rate = smoothed(batch.rate, 1 / (time.monotonic() - began))
        batch.save(update_fields=["rate"])
    return True


def _result(batch: Batch, row: BatchRow, owners: Owners) -> Result:
    """By a plan of this moment: the register may have changed since the file was read."""
    assert batch.writer
    assert batch.writing_at
    assert row.upload
    file = row.upload.file
    plan = Plan(owners.scope, tuple(compared([paper_of(row)], owners)), lambda planned: content_of(file))
    return apply(plan, by=batch.writer, at=batch.writing_at)[0]


@transaction.atomic
def _finish(batch: Batch) -> None:
    """Others may have been chosen meanwhile: for them a step waits already."""
    batch = locked(batch)
    if batch.state == BatchState.WRITING and not batch.rows.waiting().exists():
        come_to_rest(batch)
