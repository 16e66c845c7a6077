"""A document of a batch as a person reads it: what becomes of it, what is doubtful, and where to go from there."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import Severity
from khedmat.cards.models import ServiceVersion
from khedmat.cards.rules.labels import field_label
from khedmat.core.persian import persian_digits
from khedmat.core.sequences import unique
from khedmat.importing.enums import Kinship
from khedmat.importing.models import BatchRow
from khedmat.web.desk.standing import COUNTED, TONES_OF_SEVERITY
from khedmat.web.importing.rows import MOST_BOXES, TONES, drafts_of

WRITTEN, WAITING = _("نوشته شد"), _("در نوبت نوشتن")
DOUBTS = _("%(n)s خوانش نامطمئن")


class Shown(NamedTuple):
    """`draft` is the one that its service has."""

    row: BatchRow
    draft: ServiceVersion | None

    @property
    def state(self) -> tuple[str, str]:
        """Tone and words of what becomes of it, or became."""
        if self.row.version_id:
            return "good", str(WRITTEN)
        if self.row.is_chosen:
            return "accent", str(WAITING)
        return TONES[self.row.what], str(self.row.get_what_display())

    @property
    def may_be_chosen(self) -> bool:
        return self.row.is_writable and not self.row.is_chosen

    @property
    def flags(self) -> list[tuple[str, str]]:
        """Tone and words of what the rules find, and of what the reader is not sure."""
        counts = {Severity.BLOCKER: self.row.blockers, Severity.ANSWER: self.row.answers, Severity.NOTE: self.row.notes}
        found = [(TONES_OF_SEVERITY[code], f"{persian_digits(n)} {COUNTED[code]}") for code, n in counts.items() if n]
        doubts = DOUBTS % {"n": persian_digits(self.row.doubts)}
        return [*found, ("mind", str(doubts))] if self.row.doubts else found

    @property
    def boxes(self) -> list[str]:
        return unique(field_label(path) or path for path in self.row.changed)

    @property
    def few(self) -> list[str]:
        return self.boxes[:MOST_BOXES]

    @property
    def more(self) -> int:
        return max(len(self.boxes) - MOST_BOXES, 0)

    @property
    def has_other(self) -> bool:
        """Something to lay it beside, other than the draft: that page takes box by box."""
        return bool(self.row.twin_id or self.row.held_id) and self.row.kinship != Kinship.COPY

    @property
    def may_differ(self) -> bool:
        """Its service has a draft that says something else."""
        return bool(self.draft and self.row.upload_id and self.draft.sha256 != self.row.digest)


def shown(rows: Sequence[BatchRow]) -> list[Shown]:
    """One question for all of them."""
    drafts = drafts_of(_services(rows))
    return [Shown(row, drafts.get(row.service_id or 0)) for row in rows]


def _services(rows: Iterable[BatchRow]) -> list[int]:
    return [row.service_id for row in rows if row.service_id]
