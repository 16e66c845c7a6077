"""What of a batch stands beside what: copies, rivals for one service, titles that look alike."""

from collections.abc import Callable, Iterable
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from khedmat.cards.alike import newest_of
from khedmat.importing.batches.likeness import Titled, nearest_among, nearest_of
from khedmat.importing.batches.moves import come_to_rest, locked
from khedmat.importing.batches.rows import planned
from khedmat.importing.clashes import COPY, Kin, kin_of
from khedmat.importing.enums import BatchState, Kinship, Verdict, What
from khedmat.importing.models import Batch, BatchRow

RIVAL = _("«%(path)s» دربارهٔ همین خدمت چیز دیگری می‌گوید؛ آن دو را کنار هم ببینید و یکی را برگزینید.")
WRITTEN = ["what", "reason", "kinship", "twin", "held"]
HEAVY = ("document", "findings", "changed")


def relate(batch: Batch) -> None:
    """When all files are read. What costs seconds is found out while nobody is kept waiting."""
    if _still_read(batch, settle):
        among, held = _likenesses(batch)
        _still_read(batch, partial(_mark, among=among, held=held), come_to_rest)


@transaction.atomic
def _still_read(batch: Batch, *steps: Callable[[Batch], None]) -> bool:
    """Whether they were taken: not where somebody held or cancelled the work meanwhile."""
    batch = locked(batch)
    if batch.state != BatchState.READING:
        return False
    for step in steps:
        step(batch)
    return True


def settle(batch: Batch) -> None:
    """Copies and rivals among what nobody has set aside; of a locked batch."""
    rows = list(_readable(batch))
    alive = [row for row in rows if row.verdict != Verdict.LEFT]
    pairs = zip(alive, kin_of(list(map(planned, alive))), strict=True)
    by_pk = {row.pk: row for row in alive}
    before = [_said(row) for row in alive]
    for row, kin in pairs:
        _stand(row, kin, by_pk)
    changed = [row for row, said in zip(alive, before, strict=True) if _said(row) != said and row.version_id is None]
    BatchRow.objects.bulk_update(changed, WRITTEN, batch_size=500)


def _readable(batch: Batch) -> Iterable[BatchRow]:
    return batch.rows.exclude(digest="").defer(*HEAVY).order_by("place", "part")


def _said(row: BatchRow) -> tuple:
    return row.what, row.reason, row.kinship, row.twin_id


def _stand(row: BatchRow, kin: Kin | None, by_pk: dict[int, BatchRow]) -> None:
    """A likeness stays a likeness: only what stands in the way of writing takes its place."""
    if kin:
        sentence, row.what = (RIVAL, What.REFUSE) if kin.kinship == Kinship.RIVAL else (COPY, What.LEAVE)
        row.reason, row.kinship = str(sentence % {"path": kin.other.path}), kin.kinship
        row.twin, row.held = by_pk[kin.other.part], None
        return
    row.what, row.reason = row.own, row.own_reason
    if row.kinship != Kinship.LIKE:
        row.kinship, row.twin = "", None


def _likenesses(batch: Batch) -> tuple[dict[int, int], dict[int, int]]:
    """Of what would be written: its nearest in the batch, and what is new: its nearest among services of the agency."""
    rows = list(_alone(batch))
    titles = {row.pk: Titled(row.title_key, row.code) for row in rows}
    new = {row.pk: titles[row.pk] for row in rows if row.what == What.ADD}
    held = {pk: Titled(one.title_key, one.stated_id) for pk, one in newest_of(batch.organization).items()}
    return nearest_among(titles), nearest_of(new, held)


def _alone(batch: Batch) -> Iterable[BatchRow]:
    return batch.rows.writable().filter(kinship="").defer(*HEAVY).order_by("place", "part")


def _mark(batch: Batch, *, among: dict[int, int], held: dict[int, int]) -> None:
    """It is written as it stands, but somebody should look: what is held already comes before what came with it."""
    rows = [row for row in _alone(batch) if row.pk in among or row.pk in held]
    for row in rows:
        row.kinship, row.held_id = Kinship.LIKE, held.get(row.pk)
        row.twin_id = None if row.held_id else among[row.pk]
    BatchRow.objects.bulk_update(rows, WRITTEN, batch_size=500)
