"""The report of a batch as a download: a row a finding, a row a document."""

from io import BytesIO

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.importing import workbook
from khedmat.importing.models import Batch, BatchRow
from khedmat.web.importing.batches.rows import Shown
from khedmat.web.importing.guard import office_batch
from khedmat.web.kept import signed_in

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AT_ONCE = 500  # rows in memory


@require_safe
@never_cache
@signed_in
def report(request: HttpRequest, pk: int) -> HttpResponse:
    batch = office_batch(request, pk)
    name = _("گزارش %(name)s") % {"name": batch.name.removesuffix(".zip")}
    disposition = content_disposition_header(as_attachment=True, filename=f"{name}.xlsx")
    return HttpResponse(_told(batch), content_type=MEDIA_TYPE, headers={"Content-Disposition": disposition})


def _told(batch: Batch) -> bytes:
    """Packed as it is, so small: a few megabytes for thousands of documents."""
    file = BytesIO()
    with workbook.Report(file) as told:
        for row in batch.rows.defer("document").order_by("place", "part").iterator(chunk_size=AT_ONCE):
            paper = workbook.Paper(row.name, row.part, row.title, row.code)
            told.found(paper, (workbook.Found(**finding) for finding in row.findings))
            told.became(paper, _became(row))
    return file.getvalue()


def _became(row: BatchRow) -> workbook.Became:
    _tone, words = Shown(row, None).state
    counts = [row.blockers, row.answers, row.notes, row.doubts] if row.digest else []
    return workbook.Became(words, row.reason, row.changed, counts)
