"""What would be written of a batch, before anybody says yes."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import Count, Q
from django.http import QueryDict

from khedmat.importing.enums import What
from khedmat.importing.models import Batch, BatchRow
from khedmat.importing.models.batches import UNSEEN, BatchRowQuerySet
from khedmat.web.counting import counted
from khedmat.web.importing.batches.filters import RowFilter

NAMED = 20  # documents that are named on the page
COUNTS = {
    "total": Q(),
    "alone": Q(what=What.ADD) & ~UNSEEN,
    "new": Q(what=What.ADD),
    "changed": Q(what=What.CHANGE),
    "blocked": Q(blockers__gt=0),
    "doubtful": Q(doubts__gt=0),
    "unseen": UNSEEN,
}


class Preview(NamedTuple):
    """The documents that can be written of those that were asked for, how many of which kind, and the first of them."""

    rows: BatchRowQuerySet
    counts: dict[str, int]
    first: Sequence[BatchRow]

    @property
    def more(self) -> int:
        return max(self.counts["total"] - NAMED, 0)


def preview(batch: Batch, asked: QueryDict) -> Preview:
    """Of what the address says: rows that were picked one by one, perhaps none, or all that its filter shows."""
    rows = RowFilter(asked).shown(batch.rows.writable())
    if "picked" in asked:
        rows = batch.rows.writable().filter(pk__in=filter(None, map(counted, asked.getlist("row"))))
    counts = rows.aggregate(**{name: Count("pk", filter=holds) for name, holds in COUNTS.items()})
    first = rows.only("batch", "title", "name").order_by("place", "part")[
        :NAMED
    ]  # each row is asked for its batch else
    return Preview(rows, counts, first)


def offers(batch: Batch) -> dict[str, int]:
    """How much could be written now, of which kind."""
    counts = {name: Count("pk", filter=COUNTS[name]) for name in ("total", "alone")}
    return batch.rows.writable().filter(is_chosen=False).aggregate(**counts)
