"""T06: the inquiries of a permit take no longer than the permit is said to take."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from khedmat.cards.form import Document, Inquiry, Permit, PermitDuration
from khedmat.cards.rules.conditions import Said, each, said
from khedmat.cards.rules.durations import FIELD, longest_hours
from khedmat.cards.rules.quantities import HOURS
from khedmat.cards.rules.reading import blank, card_of, plain
from khedmat.cards.rules.rows import permits
from khedmat.cards.rules.rule import Rule


class Times(NamedTuple):
    """Hours declared for the whole, and the inquiries within it."""

    declared: float
    rows: list[Inquiry]


def hours(duration: PermitDuration) -> float:
    """The duration of a permit row in hours; 0 where it gives none."""
    return (duration.value or 0) * HOURS[duration.unit or "hour"]


def _declared(document: Document) -> Iterator[tuple[str, Times]]:
    """Of each permit row; of the card where the form has no permit."""
    for path, permit in permits(document):
        mine = list(filter(partial(_belongs, permit), document.inquiries))
        yield f"{path}.duration", Times(hours(permit.duration), mine)
    if not document.permits:
        yield FIELD, Times(longest_hours(card_of(document).average_duration), document.inquiries)


def _belongs(permit: Permit, row: Inquiry) -> bool:
    same_title = any((blank(row.permit), plain(row.permit or "") == plain(permit.title or "")))
    return all((same_title, row.action in (None, permit.action)))


def _take_longer(times: Times) -> Said:
    asked = sum(hours(row.duration) for row in times.rows)
    is_longer = 0 < times.declared < asked
    return said(is_longer, asked=_in_words(asked), declared=_in_words(times.declared), count=len(times.rows))


def _in_words(amount: float) -> str:
    return f"{amount / 24:g} روز" if amount >= 24 else f"{amount:g} ساعت"


RULES = (
    Rule(
        id="T06",
        severity="A",
        fields=("permits.*.duration", FIELD, "inquiries"),
        kinds=("service_card", "permit_list"),
        condition=each(_declared, _take_longer),
        message="جمع زمان %(count)s استعلام (%(asked)s) از مدت اعلام‌شده (%(declared)s) بیشتر است.",
        fix="مدت کل را اصلاح کنید، یا بنویسید کدام استعلام‌ها هم‌زمان انجام می‌شود.",
        example="مدت: ۱۰ روز · استعلام‌ها: ۷ و ۸ روز",
    ),
)
