"""How far a batch is, in words and as a bar, and which buttons it has for whom."""

from typing import NamedTuple

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.importing.batches.moves import CANCEL, MOVES, PAUSE, RESUME
from khedmat.importing.enums import BatchState
from khedmat.importing.models import Batch
from khedmat.importing.progress import told
from khedmat.web.desk.new import offices_of_author
from khedmat.web.words import number

TONES = {
    **dict.fromkeys((BatchState.READING, BatchState.WRITING), "accent"),
    **dict.fromkeys((BatchState.READING_PAUSED, BatchState.WRITING_PAUSED, BatchState.READ), "mind"),
    BatchState.DONE: "good",
    BatchState.CANCELLED: "seal",
}
BUTTONS: dict[str, Promise] = {PAUSE: _("نگه دار"), RESUME: _("ادامه بده"), CANCEL: _("لغو کن")}
READING, WRITING = _("خواندن"), _("نوشتن")
ALL_READ = _("خوانده شد: %(n)s از %(n)s پرونده.")


class Standing(NamedTuple):
    """`done` of `total` files or drafts; `may`: whether this person may press and write."""

    batch: Batch
    done: int
    total: int
    may: bool

    @property
    def tone(self) -> str:
        return TONES[BatchState(self.batch.state)]

    @property
    def has_bar(self) -> bool:
        """Of what is all done nothing is measured."""
        return not self.batch.is_read or self.batch.is_under_way

    @property
    def words(self) -> str:
        """«خواندن: ۱۲۰ از ۵٬۰۰۰، ۱۷ در ثانیه، نزدیک ۴ دقیقه مانده»."""
        if not self.has_bar:
            return ALL_READ % {"n": number(self.total)}
        return told(str(WRITING if self.is_writing else READING), (self.done, self.total), self.batch.rate)

    @property
    def is_writing(self) -> bool:
        return self.batch.state in (BatchState.WRITING, BatchState.WRITING_PAUSED)

    @property
    def buttons(self) -> list[tuple[str, Promise]]:
        return [(act, words) for act, words in BUTTONS.items() if self.batch.state in MOVES[act]] if self.may else []


def standing(request: HttpRequest, batch: Batch) -> Standing:
    if batch.state in (BatchState.WRITING, BatchState.WRITING_PAUSED):
        return Standing(batch, batch.chosen - batch.rows.waiting().count(), batch.chosen, may_write(request, batch))
    return Standing(batch, batch.done, batch.total, may_write(request, batch))


def may_write(request: HttpRequest, batch: Batch) -> bool:
    offices = offices_of_author(request.user, timezone.localdate())
    return offices.filter(pk=batch.organization_id).exists()
