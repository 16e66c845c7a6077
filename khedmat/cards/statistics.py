"""The published registry in numbers: each table a count of published cards by one of their boxes."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.figures import figure
from khedmat.cards.freshness.standing import stale
from khedmat.cards.models import ServiceVersion
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.organizations.enums import Kind

BOXES: tuple[tuple[str, str, Promise, str], ...] = (  # code, column, title, code list
    ("type", "service_type", _("نوع خدمت"), "service_type"),
    ("nature", "nature", _("ماهیت خدمت"), "nature"),
    ("level", "level", _("سطح خدمت"), "level"),
    ("event", "life_events", _("رویداد مرتبط"), "life_event"),
    ("start", "start_trigger", _("نحوهٔ آغاز"), "start_trigger"),
)
ELECTRONIC: dict[bool | None, Promise] = {
    True: _("دست‌کم یک مرحله الکترونیکی"),
    False: _("هیچ مرحله‌ای الکترونیکی نیست"),
    None: _("نگفته است"),
}


class Table(NamedTuple):
    """`rows`: what is counted, in words, and how many cards. `several`: a card may stand in more than one row."""

    code: str
    title: Promise
    rows: list[tuple[str, int]]
    several: bool = False


def counts_of(column: str) -> dict[str, int]:
    """Published cards by each answer of a box; counted once after each decision."""
    return figure(("counts", column), lambda: ServiceVersion.objects.published().counts_of(column))


def statistics(on: date) -> tuple[int, list[Table]]:
    """How many cards are published, and all tables; a question a table."""
    versions = ServiceVersion.objects.published().order_by()
    total = versions.count()
    return total, [_agencies(versions), *map(_box, BOXES), _electronic(versions), _fresh(versions, total, on=on)]


def _agencies(versions: Any) -> Table:
    counts = dict(versions.values_list("owner__kind").annotate(Count("pk")))
    return Table("agency", _("گونهٔ دستگاه"), _most_first((Kind(kind).label, n) for kind, n in counts.items()))


def _box(box: tuple[str, str, Promise, str]) -> Table:
    code, column, title, list_name = box
    counts = ServiceVersion.objects.published().counts_of(column)
    rows = [(label.fa, counts.get(value, 0)) for value, label in VOCABULARY[list_name].items()]
    return Table(code, title, rows, several=column != "nature")


def _electronic(versions: Any) -> Table:
    counts = dict(versions.values_list("is_electronic").annotate(Count("pk")))
    rows = [(f"{label}", counts.get(said, 0)) for said, label in ELECTRONIC.items()]
    return Table("electronic", _("الکترونیکی بودن"), rows)


def _fresh(versions: Any, total: int, *, on: date) -> Table:
    late = stale(versions, on).count()
    return Table("fresh", _("تازگی"), [(f"{_('تأییدشده')}", total - late), (f"{_('تأییدنشده در موعد')}", late)])


def _most_first(rows: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(((f"{label}", count) for label, count in rows), key=lambda row: (-row[1], row[0]))
