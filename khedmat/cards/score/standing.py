"""What the document itself cannot say: how old it is, who stands behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from khedmat.cards.editing import whole
from khedmat.cards.form import Document
from khedmat.cards.score.parts import Loss
from khedmat.cards.score.weights import (
    A_YEAR,
    AGES,
    LATELY_UNCONFIRMED,
    MOST_UNREAD,
    NEVER_CONFIRMED,
    NO_SOURCE,
    OLDEST,
    UNREAD,
)
from khedmat.core.persian import persian_digits


@dataclass(frozen=True, slots=True)
class Facts:
    """`confirmed_on`: when the agency last confirmed this text; `has_source`: a filed form stands behind it."""

    today: date
    changed_on: date | None = None
    confirmed_on: date | None = None
    has_source: bool = False

    def age(self) -> int | None:
        """Days since somebody last changed or confirmed it; None where neither is known."""
        known = [day for day in (self.changed_on, self.confirmed_on) if day]
        return max((self.today - max(known)).days, 0) if known else None


def good_until(facts: Facts) -> date | None:
    """The last day on which it has lost as little to time as today; None: it loses no more."""
    newest = max((day for day in (facts.changed_on, facts.confirmed_on) if day), default=None)
    steps = [newest + timedelta(days=days) for days, _lost in AGES] if newest else []
    steps += [facts.confirmed_on + timedelta(days=A_YEAR)] if facts.confirmed_on else []
    return min((day for day in steps if day >= facts.today), default=None)


def stale(facts: Facts) -> Iterator[Loss]:
    """What a card loses with time."""
    age = facts.age()
    if lost := _of_age(age):
        why = f"از آخرین بازبینی {persian_digits(age)} روز گذشته است." if age else "روز آخرین بازبینی معلوم نیست."
        yield Loss(lost, why)
    if facts.confirmed_on is None:
        yield Loss(NEVER_CONFIRMED, "دستگاه هنوز این متن را تأیید نکرده است.")
    elif (facts.today - facts.confirmed_on).days > A_YEAR:
        yield Loss(LATELY_UNCONFIRMED, "بیش از یک سال از تأیید دستگاه گذشته است.")


def _of_age(age: int | None) -> int:
    return next((lost for days, lost in AGES if age is not None and age <= days), OLDEST)


def unproven(document: Document, facts: Facts) -> Iterator[Loss]:
    """What nobody can look up: marks that cannot be read, a text behind which nobody stands."""
    if document.undecided:
        count = len(document.undecided)
        unread = f"نشان‌های {persian_digits(count)} خانه خوانا نیست و کسی آن را روشن نکرده است."
        yield Loss(min(UNREAD * count, MOST_UNREAD), unread, whole(document.undecided[0]))
    if not (facts.has_source or facts.confirmed_on):
        yield Loss(NO_SOURCE, "نه فرم پرشده‌ای پشت این شناسنامه هست و نه تأیید دستگاه.")
