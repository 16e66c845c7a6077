"""A document of a batch beside another one, or beside a held version: only the boxes that differ, and a choice."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards.form import Document
from khedmat.cards.models import ServiceVersion
from khedmat.importing.batches.judging import CHOICES, judge
from khedmat.importing.batches.rows import document_of
from khedmat.importing.enums import Kinship, Verdict
from khedmat.importing.models import Batch, BatchRow
from khedmat.web.importing.batches.rows import Shown
from khedmat.web.importing.batches.standing import may_write
from khedmat.web.importing.guard import office_batch
from khedmat.web.importing.sides import sides_of
from khedmat.web.kept import signed_in

NOT_AUTHOR = _("برگزیدن کار نویسندگان دستگاه است؛ شما دو سند را می‌بینید.")
JUDGED = _("برگزیده شد.")
LAST = _("همهٔ همانندها دیده شد.")
OF_TWO: dict[str, Promise] = {  # of two documents of the batch
    "this": _("نخستین را بگیر"),
    "other": _("دومین را بگیر"),
    "both": _("دو خدمت جداست؛ هر دو را بگیر"),
    "neither": _("هیچ‌کدام را نگیر"),
}
OF_HELD: dict[str, Promise] = {  # of a document and a service that is held
    "this": _("خدمت دیگری است؛ سند را بگیر"),
    "other": _("همان خدمت است؛ سند را نگیر"),
}
UNDO: dict[str, Promise] = {"undo": _("برگزیدن را پس بگیر")}


class Pair(NamedTuple):
    """A row, and the row or version that stands beside it."""

    row: BatchRow
    other: BatchRow | ServiceVersion

    @property
    def documents(self) -> Sequence[Document]:
        held = isinstance(self.other, ServiceVersion)
        return _document(self.row), self.other.document if held else _document(self.other)

    @property
    def choices(self) -> dict[str, Promise]:
        """Nothing is chosen of copies, nor of what is written; of rivals not both."""
        if self.row.verdict == Verdict.LEFT or self.row.twin and self.row.twin.verdict == Verdict.LEFT:
            return UNDO
        if self.row.version_id or self.row.kinship == Kinship.COPY:
            return {}
        choices = OF_TWO if self.row.twin else OF_HELD
        return {code: words for code, words in choices.items() if (code, self.row.kinship) != ("both", Kinship.RIVAL)}


def _document(row: BatchRow) -> Document:
    document = document_of(row)
    assert document  # only what could be read stands beside something
    return document


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def beside(request: HttpRequest, pk: int, *, row: int) -> HttpResponse:
    found = office_batch(request, pk)
    pair, may = _pair(found, row), may_write(request, found)
    if request.method == "POST":
        return redirect(_judged(request, pair, may=may))
    known: dict[str, Any] = {
        "batch": found,
        "pair": pair,
        "sides": sides_of(*pair.documents),
        "choices": pair.choices if may else {},
        "one": Shown(pair.row, None),
        "other": Shown(pair.row.twin, None) if pair.row.twin else None,
        "version": None if pair.row.twin else pair.row.held,
        "left": found.rows.unseen().count(),
        "may": may,
    }
    return render(request, "importing/beside.html", known)


def _pair(batch: Batch, pk: int) -> Pair:
    rows = batch.rows.select_related("twin__upload", "held__service", "upload", "judged_by", "twin__judged_by")
    row = get_object_or_404(rows, pk=pk)
    if other := row.twin or row.held:
        return Pair(row, other)
    raise Http404


def _judged(request: HttpRequest, pair: Pair, *, may: bool) -> str:
    """Where to go then: to the next pair that nobody has looked at."""
    choice = request.POST.get("choice", "")
    if choice not in CHOICES:
        raise Http404
    if not may:
        messages.error(request, NOT_AUTHOR)
        return request.path
    try:
        judge(pair.row, choice, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return request.path
    if choice == "undo":
        return request.path
    messages.success(request, JUDGED)
    return _next(request, pair.row.batch)


def _next(request: HttpRequest, batch: Batch) -> str:
    if row := next_unseen(batch):
        return address(row)
    messages.success(request, LAST)
    return reverse("web:batch", args=[batch.pk])


def address(row: BatchRow) -> str:
    return reverse("web:batch-beside", args=[row.batch_id, row.pk])


def next_unseen(batch: Batch) -> BatchRow | None:
    """The first that stands beside something which nobody has looked at."""
    return batch.rows.unseen().only("batch").order_by("place", "part").first()
