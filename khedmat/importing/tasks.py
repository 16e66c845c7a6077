"""Carrying out what is too long for one click."""

from collections.abc import Callable
from datetime import datetime

from django.utils.timezone import localdate
from procrastinate.contrib.django import app

from khedmat.accounts.models import User
from khedmat.importing.batches.queue import begin
from khedmat.importing.batches.reading import read_some
from khedmat.importing.batches.writing import write_some
from khedmat.importing.enums import BatchState
from khedmat.importing.models import Batch, Upload
from khedmat.importing.uploads import carry_out, plan_upload

A_STEP = 10.0  # seconds, after which other jobs have their turn
STEPS: dict[str, Callable[[Batch, float], None]] = {BatchState.READING: read_some, BatchState.WRITING: write_some}


@app.task(queue="importing", retry=3, pass_context=False)
def carry_out_upload(*, upload: int, by: int, at: str, total: int) -> int:
    """Safe to run twice, and to be killed: what is written is left at the next run. `total` is for who waits."""
    instant = datetime.fromisoformat(at)
    found, author = Upload.objects.get(pk=upload), User.objects.get(pk=by)
    plan = plan_upload(found, author=author, on=localdate(instant))
    results = carry_out(plan, found, by=author, at=instant)
    return sum(result.is_written for result in results)


@app.task(queue="importing", pass_context=False)
def advance_batch(*, batch: int) -> None:
    """A few seconds of a batch, then the next step behind the other jobs. Safe to run twice, and to be killed."""
    found = Batch.objects.select_related("organization", "file", "by", "writer").get(pk=batch)
    if found.is_at_work:
        STEPS[found.state](found, A_STEP)
    if Batch.objects.at_work().filter(pk=batch).exists():
        begin(batch)


@app.periodic(cron="* * * * *")
@app.task(queue="importing", queueing_lock="take_up_batches", pass_context=False)
def take_up_batches(timestamp: int) -> None:
    """A batch under way has a step in the queue, whatever became of the last one."""
    for batch in Batch.objects.at_work().order_by("pk").values_list("pk", flat=True):
        begin(batch)
