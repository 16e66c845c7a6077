"""Two documents beside each other: a person says which of them is taken in, both, or neither."""

from typing import Literal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.importing.batches.kinship import settle
from khedmat.importing.batches.moves import come_to_rest, locked
from khedmat.importing.enums import BatchState, Kinship, Verdict, What
from khedmat.importing.models import BatchRow

Choice = Literal["this", "other", "both", "neither", "undo"]
CHOICES = ("this", "other", "both", "neither", "undo")
LEFT = _("%(who)s این را کنار گذاشت.")
LEFT_FOR = _("%(who)s «%(other)s» را به جای این برگزید.")
BUSY = _("این دسته «%(state)s» است؛ پس از آن می‌توان برگزید.")
ALONE = _("چیزی کنار این سند نیست؛ دسته را از نو ببینید.")
ONE_OF_TWO = _("هر دو دربارهٔ یک خدمت‌اند؛ یکی را برگزینید.")
PASSED = _("«%(name)s» نوشته شده است؛ پیش‌نویس آن را در میز کار درست کنید.")


@transaction.atomic
def judge(row: BatchRow, choice: Choice, *, by: User) -> None:
    """ValidationError where it cannot be: what is written stays written."""
    batch = locked(row.batch)
    if batch.state not in (BatchState.READ, BatchState.DONE):
        raise ValidationError(BUSY % {"state": batch.get_state_display()}, code="state")
    row = BatchRow.objects.select_related("twin", "held").get(pk=row.pk)
    if row.twin is None and row.held is None:
        raise ValidationError(ALONE, code="alone")
    _ACTS[choice](row, by)
    settle(batch)
    come_to_rest(batch)


def _take_this(row: BatchRow, by: User) -> None:
    if row.twin:
        _leave(row.twin, by, instead=row)
    _take(row)


def _take_other(row: BatchRow, by: User) -> None:
    _leave(row, by, instead=row.twin or row.held)
    if row.twin:
        _take(row.twin)


def _take_both(row: BatchRow, by: User) -> None:
    if row.kinship == Kinship.RIVAL:
        raise ValidationError(ONE_OF_TWO, code="rival")
    _take(row)
    if row.twin:
        _take(row.twin)


def _leave_both(row: BatchRow, by: User) -> None:
    for one in filter(None, [row, row.twin]):
        _leave(one, by)


def _undo(row: BatchRow, by: User) -> None:
    for one in filter(None, [row, row.twin]):
        _same(one).update(verdict="", judged_by=None)


_ACTS = {"this": _take_this, "other": _take_other, "both": _take_both, "neither": _leave_both, "undo": _undo}


def _take(row: BatchRow) -> None:
    """Of rivals the one that is left over is taken: that nothing else is, nobody has said yet."""
    if row.kinship == Kinship.LIKE and row.verdict != Verdict.TAKEN:
        BatchRow.objects.filter(pk=row.pk).update(verdict=Verdict.TAKEN)


def _leave(row: BatchRow, by: User, *, instead: object = None) -> None:
    if row.version_id:
        raise ValidationError(PASSED % {"name": row.name}, code="written")
    reason = LEFT_FOR % {"who": by, "other": instead} if instead else LEFT % {"who": by}
    left = {"verdict": Verdict.LEFT, "judged_by": by, "what": What.LEAVE, "reason": str(reason)}
    _same(row).update(**left)


def _same(row: BatchRow) -> QuerySet[BatchRow]:
    """With its copies, else one of them would take its place."""
    return BatchRow.objects.filter(batch=row.batch_id, digest=row.digest, version=None)
