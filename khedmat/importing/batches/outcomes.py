"""What became of a document, told to its row."""

from collections.abc import Iterable, Sequence
from itertools import starmap

from khedmat.core.sequences import grouped
from khedmat.importing.models import BatchRow, Upload
from khedmat.importing.outcome import Result

NEWS = {True: ("version", "service"), False: ("what", "own", "reason", "own_reason")}  # whether it became a draft


def record(outcomes: Iterable[tuple[BatchRow, Result]]) -> None:
    """Only what is new: two hands may write one document at once, and the draft of the one stays."""
    told = grouped(outcomes, by=lambda outcome: outcome[1].version is not None)
    for is_draft, some in told.items():
        BatchRow.objects.bulk_update(list(starmap(_told, some)), ["is_chosen", *NEWS[is_draft]])


def _told(row: BatchRow, result: Result) -> BatchRow:
    row.is_chosen = False
    if result.version:
        row.version, row.service = result.version, result.version.service
    else:
        row.what = row.own = result.row.what
        row.reason = row.own_reason = result.row.reason
    return row


def record_elsewhere(upload: Upload, results: Sequence[Result]) -> None:
    """The same for a file of a batch whose own page was asked to write it."""
    written = {result.row.part: result for result in results if result.is_written}
    rows = upload.batch_rows.filter(part__in=written, version=None)
    record((row, written[row.part]) for row in rows)
