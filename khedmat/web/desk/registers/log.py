"""The log of an entry as people read it: which box, what it said, what it says."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import DateField
from django.utils.translation import gettext_lazy as _

from khedmat.core.jalali import short
from khedmat.registers.models import RegisterChange
from khedmat.registers.models.entry import Entry
from khedmat.web.desk.registers.forms import SERVICE_TYPES

WORDS = {"into": _("ادغام در"), "from": _("گرفته از"), "services": _("خدمت صادرکننده")}
OF_THE_FORM = {"service_type": dict(SERVICE_TYPES[1:])}  # codes of the card form, which no column names


class Difference(NamedTuple):
    label: Any
    before: str
    after: str


class Line(NamedTuple):
    change: RegisterChange
    differences: list[Difference]


def lines_of(entry: Entry, changes: Iterable[RegisterChange]) -> list[Line]:
    return [Line(change, [_difference(entry, name, change) for name in change.after]) for change in changes]


def _difference(entry: Entry, name: str, change: RegisterChange) -> Difference:
    said = (_text(entry, name, side.get(name)) for side in (change.before, change.after))
    return Difference(_label(entry, name), *said)


def _label(entry: Entry, name: str) -> Any:
    return WORDS.get(name) or _field(entry, name).verbose_name


def _field(entry: Entry, name: str) -> Any:
    return entry._meta.get_field(name.removesuffix("_id"))


def _text(entry: Entry, name: str, value: Any) -> str:
    if isinstance(value, list):
        return "، ".join(map(str, value))
    if name not in WORDS and isinstance(_field(entry, name), DateField) and value:
        return short(date.fromisoformat(str(value)))
    choices = OF_THE_FORM.get(name) or ({} if name in WORDS else dict(_field(entry, name).flatchoices))
    return str(choices.get(value, "" if value is None else value))
