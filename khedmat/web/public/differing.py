"""Time, cost and visits of a service in each province that writes its own, beside the national ones, in words."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from khedmat.cards.copies.deviating import MEASURES, Deviation, deviation
from khedmat.cards.form import Card, card_from_contract
from khedmat.cards.models import LocalCopy
from khedmat.web import words
from khedmat.web.facts import PARTS

COLUMNS: dict[str, Promise] = {
    "average_duration": gettext_lazy("زمان"),
    "cost": gettext_lazy("هزینه"),
    "visits": gettext_lazy("مراجعهٔ حضوری"),
}
SAY = {part.path: part.say for part in PARTS}
A_DAY = 24
SIDES: dict[str, Promise] = {
    "less": gettext_lazy("کمتر از الگو"),
    "same": gettext_lazy("برابر با الگو"),
    "more": gettext_lazy("بیشتر از الگو"),
    "other": gettext_lazy("دیگرگونه، سنجیدنی نیست"),
    "none": gettext_lazy("نسخهٔ استانی ندارد"),
}


class Cell(NamedTuple):
    """One measure of one province."""

    measure: str
    text: str | None
    found: Deviation
    difference: str


class Row(NamedTuple):
    """A province with its measures."""

    copy: LocalCopy
    cells: list[Cell]

    def cell(self, measure: str) -> Cell:
        return next(cell for cell in self.cells if cell.measure == measure)


def said(measure: str, card: Card) -> str | None:
    return SAY[measure](card)


def local_card(content: Mapping[str, Any], copy: LocalCopy) -> Card:
    """Only what is measured of the card that holds in the province."""
    return card_from_contract({name: copy.overrides.get(name, content.get(name)) for name in MEASURES})


def row_of(content: Mapping[str, Any], copy: LocalCopy) -> Row:
    """`content`: of the national card, at least its measured boxes."""
    national, local = card_from_contract({name: content.get(name) for name in MEASURES}), local_card(content, copy)
    found = {name: deviation(name, national, local) for name in MEASURES}
    return Row(copy, [Cell(name, said(name, local), one, in_words(name, one)) for name, one in found.items()])


def in_words(measure: str, found: Deviation) -> str:
    """«۲ روز بیشتر»."""
    if found.side == "same":
        return _("برابر")
    if found.by is None:
        return _("دیگرگونه")
    way = _("بیشتر") if found.by > 0 else _("کمتر")
    return f"{_amount(measure, abs(found.by))} {way}"


def _amount(measure: str, by: float) -> str:
    if measure == "cost":
        return words.rials(int(by))
    if measure == "visits":
        return _("%(n)s بار") % {"n": words.number(by)}
    unit, count = (_("%(n)s روز"), by / A_DAY) if by >= A_DAY else (_("%(n)s ساعت"), by)
    return unit % {"n": words.number(round(count, 1))}


def sorted_by(rows: Iterable[Row], measure: str) -> list[Row]:
    """The most above the national figure first; what cannot be measured last. Else by the name of the province."""
    by_name = sorted(rows, key=lambda row: row.copy.place.sort_key)
    if measure not in MEASURES:
        return by_name
    return sorted(by_name, key=lambda row: _most_first(row.cell(measure).found.by))


def _most_first(by: float | None) -> tuple[bool, float]:
    return by is None, -(by or 0)
