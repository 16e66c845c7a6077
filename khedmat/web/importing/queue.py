"""Uploads of many cards are carried out by the queue: begun here, and watched from here."""

from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from khedmat.accounts.models import User
from khedmat.importing.models import Intake, Upload
from khedmat.importing.tasks import carry_out_upload

AT_ONCE = 20  # drafts that one click may write; more would keep the browser waiting


class Progress(NamedTuple):
    done: int
    total: int


def begin(upload: Upload, *, by: User, at: datetime, total: int) -> None:
    """Asked twice, it is begun once."""
    lock = f"upload-{upload.pk}"
    waiting = carry_out_upload.configure(queueing_lock=lock, lock=lock)
    with suppress(AlreadyEnqueued), transaction.atomic():
        waiting.defer(upload=upload.pk, by=by.pk, at=at.isoformat(), total=total)


def progress_of(upload: Upload) -> Progress | None:
    """None when nothing is under way."""
    jobs = ProcrastinateJob.objects.filter(task_name=carry_out_upload.name, args__upload=upload.pk)
    job = jobs.filter(status__in=["todo", "doing"]).order_by("-pk").first()
    if job is None:
        return None
    made = Intake.objects.filter(file=upload.file_id, version__owner=upload.organization_id)
    total = job.args["total"]
    return Progress(min(made.filter(at=datetime.fromisoformat(job.args["at"])).count(), total), total)
