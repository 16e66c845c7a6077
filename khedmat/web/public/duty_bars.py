"""The steps of the duty in words, and all agencies together as a bar a step."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.duty.board import STEPS, Standing, totals
from khedmat.web.public.bars import Bar, bars

# Days late beside the name: on a phone whatever stands further is out of sight.
COLUMNS: dict[str, Promise] = {
    "late": _("روز دیرکرد"),
    "titles": _("عنوان تأییدشده"),
    "prepared": _("شناسنامهٔ فرستاده"),
    "examined": _("بررسی‌شده"),
    "given": _("شناسه‌گرفته"),
    "shown": _("در پنجرهٔ واحد"),
    "on_portal": _("در درگاه دستگاه"),
}


def all_together(rows: Sequence[Standing]) -> list[Bar]:
    """A step a bar."""
    counts = totals(rows)
    return bars({COLUMNS[name]: counts[name] for name in STEPS})
