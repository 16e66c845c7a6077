"""What became of a document, told to its row."""

from collections.abc import Sequence

from khedmat.importing.models import BatchRow, Upload
from khedmat.importing.outcome import Result


def record(row: BatchRow, result: Result) -> None:
    """Only what is new: two hands may write one document at once, and the draft of the one stays."""
    row.is_chosen = False
    if result.version:
        row.version, row.service = result.version, result.version.service
        row.save(update_fields=["is_chosen", "version", "service"])
    else:
        row.what = row.own = result.row.what
        row.reason = row.own_reason = result.row.reason
        row.save(update_fields=["is_chosen", "what", "own", "reason", "own_reason"])


def record_elsewhere(upload: Upload, results: Sequence[Result]) -> None:
    """The same for a file of a batch whose own page was asked to write it."""
    written = {result.row.part: result for result in results if result.is_written}
    for row in upload.batch_rows.filter(part__in=written, version=None):
        record(row, written[row.part])
