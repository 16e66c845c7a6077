"""The job that works on a batch, asked for by its name: the task itself stands above the steps it takes."""

from contextlib import suppress

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

ADVANCE = "khedmat.importing.tasks.advance_batch"


def begin(batch: int) -> None:
    """One step waits at a time, and one is taken at a time: asked twice, it is begun once."""
    lock = f"batch-{batch}"
    waiting = app.configure_task(ADVANCE, queue="importing", lock=lock, queueing_lock=lock)
    with suppress(AlreadyEnqueued), transaction.atomic():
        waiting.defer(batch=batch)
