"""Taking the step for one version after the other: each with its result in one transaction, each once."""

import logging
import time
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from khedmat.cards.bulk.acts import ACTS
from khedmat.cards.bulk.beginning import enter, locked
from khedmat.cards.enums import BulkState
from khedmat.cards.models import BulkResult, BulkRun, ServiceVersion

log = logging.getLogger(__name__)
BROKEN = _("این نسخه به خطایی برخورد که در دفتر رویدادها ثبت شد؛ این گام را در صفحهٔ خود نسخه بردارید.")


def take_some(run: BulkRun, *, at: datetime, seconds: float) -> None:
    """Some seconds of it. After the last version the run has ended."""
    until = time.monotonic() + seconds
    for pk in waiting_in(run):
        if not _take(run, pk, at=at) or time.monotonic() > until:
            return
    _finish(run)


def waiting_in(run: BulkRun) -> list[int]:
    known = set(run.results.order_by().values_list("version", flat=True))
    return [pk for pk in run.versions if pk not in known]


@transaction.atomic
def _take(run: BulkRun, pk: int, *, at: datetime) -> bool:
    """Whether to go on: nothing is done after somebody cancelled, and nothing twice."""
    run = locked(run)
    if run.is_running and not run.results.filter(version=pk).exists():
        reasons = _refusal(run, ServiceVersion.objects.get(pk=pk), at=at)
        BulkResult.objects.create(run=run, version_id=pk, is_done=not reasons, reasons=reasons, at=at)
    return run.is_running


def _refusal(run: BulkRun, version: ServiceVersion, *, at: datetime) -> list[str]:
    """The sentences of the action that refused; a version that breaks it does not hold up all others for ever."""
    try:
        with transaction.atomic():
            ACTS[run.act].take(version, run, at)
    except ValidationError as refusal:
        return list(map(str, refusal.messages))
    except Exception:
        log.exception("version %s broke the bulk run %s", version.pk, run.pk)
        return [str(BROKEN)]
    return []


@transaction.atomic
def _finish(run: BulkRun) -> None:
    run = locked(run)
    if run.is_running and not waiting_in(run):
        enter(run, BulkState.DONE)
