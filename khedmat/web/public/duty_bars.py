"""The steps of the duty in words, and all agencies together as a bar a step."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.duty.board import STEPS, Standing, totals

COLUMNS: dict[str, Promise] = {
    "titles": _("عنوان تأییدشده"),
    "prepared": _("شناسنامهٔ فرستاده"),
    "examined": _("بررسی‌شده"),
    "given": _("شناسه‌گرفته"),
    "shown": _("در پنجرهٔ واحد"),
    "on_portal": _("در درگاه دستگاه"),
    "late": _("روز دیرکرد"),
}


class Bar(NamedTuple):
    """One step of all agencies together, as long as its share of the largest."""

    label: Promise
    count: int
    width: int

    @property
    def start(self) -> int:
        """Where it begins, counted from the left: it grows from the right."""
        return 100 - self.width


def bars(rows: Sequence[Standing]) -> list[Bar]:
    counts = totals(rows)
    most = max(counts.values(), default=0) or 1
    return [Bar(COLUMNS[name], counts[name], 100 * counts[name] // most) for name in STEPS]
