"""Asking for a step of several versions, and cancelling what is left of it."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from khedmat.accounts.models import User
from khedmat.cards.enums import BulkState
from khedmat.cards.models import BulkRun, ServiceVersion
from khedmat.core.refusals import refusing_in_words

ADVANCE = "khedmat.cards.tasks.advance_bulk"
NOTHING = _("هیچ شناسنامه‌ای برگزیده نشده است؛ در فهرست میز کار کنار هر کدام که می‌خواهید نشان بگذارید.")
AT_REST = _("این کار گروهی «%(state)s» است و چیزی از آن نمانده است که لغو شود.")


class Wish(NamedTuple):
    """The step, the versions in their order, what the step needs to be told, and the page that sends it."""

    act: str
    versions: Sequence[int]
    token: UUID
    reason: str = ""
    day: date | None = None


@refusing_in_words()
@transaction.atomic
def begin(wish: Wish, *, by: User, at: datetime) -> BulkRun:
    """The run of this page: sent again, it is the same one. What this person does not see inside is passed over."""
    if known := BulkRun.objects.filter(by=by, token=wish.token).first():
        return known
    seen = ServiceVersion.objects.inside_for(by, localdate(at)).filter(pk__in=wish.versions)
    visible = set(seen.order_by().values_list("pk", flat=True))
    versions = [pk for pk in dict.fromkeys(wish.versions) if pk in visible]
    if not versions:
        raise ValidationError(NOTHING, code="nothing")
    said = wish._asdict() | {"versions": versions, "reason": wish.reason.strip()}
    return BulkRun.objects.get_or_create(by=by, token=said.pop("token"), defaults={**said, "at": at})[0]


@transaction.atomic
def cancel(run: BulkRun) -> BulkRun:
    """Takes effect between two versions; what is done stays done."""
    run = locked(run)
    if not run.is_running:
        raise ValidationError(AT_REST % {"state": run.get_state_display()}, code="state")
    return enter(run, BulkState.CANCELLED)


def locked(run: BulkRun) -> BulkRun:
    """As it is now; whoever works on it waits."""
    return BulkRun.objects.select_related("by").select_for_update(of=("self",)).get(pk=run.pk)


def enter(run: BulkRun, state: BulkState) -> BulkRun:
    run.state = state
    run.save(update_fields=["state"])
    return run


def enqueue(run: int) -> None:
    """One step waits at a time, and one is taken at a time: asked twice, it is begun once."""
    lock = f"bulk-{run}"
    waiting = app.configure_task(ADVANCE, queue="cards", lock=lock, queueing_lock=lock)
    with suppress(AlreadyEnqueued), transaction.atomic():
        waiting.defer(run=run)
