"""The rules as the public page shows them: in words, with how often they fire and are passed over."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import Severity
from khedmat.cards.governing.counting import Figures
from khedmat.cards.governing.entries import ENTRIES
from khedmat.cards.governing.weights import weights
from khedmat.cards.models import RuleCount
from khedmat.cards.rules.rule import Entry

FAMILIES = {
    "I": _("شناسهٔ خدمت"),
    "C": _("خانه‌های لازم، عنوان و شرح"),
    "K": _("املا، نوشتار و جای‌نگه‌دار"),
    "A": _("مخاطب و رویداد"),
    "L": _("سطح خدمت"),
    "S": _("آغاز خدمت"),
    "D": _("مدارک"),
    "G": _("قانون‌ها"),
    "M": _("هزینه و پرداخت"),
    "T": _("مدت"),
    "F": _("تواتر و آمار"),
    "V": _("مراجعهٔ حضوری"),
    "X": _("مرحله‌های خدمت"),
    "H": _("دفتر پیشخوان"),
    "U": _("نشانی و سامانه"),
    "O": _("دستگاه‌های دیگر"),
    "P": _("فرم‌های مجوز"),
    "B": _("نمودار فرایندها"),
    "R": _("تازگی و بازبینی"),
}
_NAMED = re.compile(r"%\(\w+\)s")


class RuleRow(NamedTuple):
    """A rule today. `count` is None until findings were counted for the first time."""

    entry: Entry
    severity: str
    count: RuleCount | None

    @property
    def family(self) -> str:
        return self.entry.id[0]

    @property
    def label(self) -> Any:
        return Severity(self.severity).label

    @property
    def was(self) -> Any:
        """Its own severity, where the steward changed it."""
        return Severity(self.entry.severity).label if self.severity != self.entry.severity else None

    @property
    def message(self) -> str:
        return _shown(self.entry.message)

    @property
    def fix(self) -> str:
        return _shown(self.entry.fix)

    @property
    def figures(self) -> Figures | None:
        return Figures(self.count.sent, self.count.dismissed) if self.count else None

    @property
    def is_doubtful(self) -> bool:
        """Passed over so often that the steward should look at it: not once it is a note."""
        return bool(self.figures and self.figures.is_doubtful and self.severity == Severity.ANSWER)

    @property
    def may_change(self) -> bool:
        return self.is_doubtful or self.was is not None


def rule_rows() -> list[RuleRow]:
    """Two questions. A rule that never fired when others were counted has zeros."""
    today, counts = weights(), {one.rule: one for one in RuleCount.objects.all()}
    return [RuleRow(entry, today.of(entry.id, entry.severity), _count(entry, counts)) for entry in ENTRIES]


def _count(entry: Entry, counts: dict[str, RuleCount]) -> RuleCount | None:
    zeros = {"in_force": 0, "sent": 0, "services": 0, "dismissed": 0}
    return counts.get(entry.id) or (RuleCount(rule=entry.id, **zeros) if counts else None)


class Family(NamedTuple):
    letter: str
    label: Any
    rows: list[RuleRow]


def by_family(rows: Iterable[RuleRow]) -> list[Family]:
    """In the order of the form; a letter without a row is left out."""
    kept = list(rows)
    gathered = (
        Family(letter, label, [row for row in kept if row.family == letter]) for letter, label in FAMILIES.items()
    )
    return [family for family in gathered if family.rows]


def _shown(text: str) -> str:
    """Without the words of a card; a full stop right after what was left out would be a fourth dot."""
    return _NAMED.sub("…", text).replace("….", "…")
