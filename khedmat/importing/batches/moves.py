"""From which state to which a batch goes: as a person presses, or because its work is done."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from khedmat.importing.batches.queue import begin
from khedmat.importing.enums import BatchState
from khedmat.importing.models import Batch

PAUSE, RESUME, CANCEL = "pause", "resume", "cancel"
MOVES: Mapping[str, Mapping[str, BatchState]] = {  # what is pressed: from where to where
    PAUSE: {BatchState.READING: BatchState.READING_PAUSED, BatchState.WRITING: BatchState.WRITING_PAUSED},
    RESUME: {BatchState.READING_PAUSED: BatchState.READING, BatchState.WRITING_PAUSED: BatchState.WRITING},
    CANCEL: {  # of a writing only the rest: what was read can still be looked through, and written later
        BatchState.READING: BatchState.CANCELLED,
        BatchState.READING_PAUSED: BatchState.CANCELLED,
        BatchState.WRITING: BatchState.READ,
        BatchState.WRITING_PAUSED: BatchState.READ,
    },
}
NO_WAY = _("این دسته «%(state)s» است و این کار اکنون شدنی نیست.")


@transaction.atomic
def move(batch: Batch, act: str) -> Batch:
    """Takes effect between two files, and before this returns. ValidationError where there is no such way."""
    batch = locked(batch)
    target = MOVES[act].get(BatchState(batch.state))
    if target is None:
        raise ValidationError(NO_WAY % {"state": batch.get_state_display()}, code="state")
    if act == CANCEL:
        batch.rows.waiting().update(is_chosen=False)
    enter(batch, target)
    return batch


def locked(batch: Batch) -> Batch:
    """As it is now; whoever works on it waits."""
    return Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)


def enter(batch: Batch, state: BatchState) -> None:
    """What was done before says nothing about what comes: neither how fast, nor that somebody's reader died."""
    batch.state, batch.rate, batch.tries = state, 0, 0
    batch.save(update_fields=["state", "rate", "tries"])
    if batch.is_at_work:
        begin(batch.pk)


def come_to_rest(batch: Batch) -> None:
    """Its files are read, or what was chosen is written."""
    enter(batch, BatchState.READ if batch.rows.open().exists() else BatchState.DONE)
