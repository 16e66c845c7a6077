"""T05, M06: longer than the law allows; an account that is none of the treasury's.

Neither is in the form: both speak only where the centre has stated the yardstick. A list of accounts is whole, as its
paper is, so that M06 blocks as the catalogue says.
"""

from collections.abc import Iterator, Mapping, Sequence

from khedmat.cards.form import Duration
from khedmat.cards.models import StatutoryLimit, TreasuryList
from khedmat.cards.rules.durations import FIELD, longest_hours
from khedmat.cards.rules.quantities import HOURS
from khedmat.cards.rules.rule import Breach
from khedmat.cards.standing_check import Asked, StandingRule
from khedmat.cards.vocabulary import label
from khedmat.cards.yardsticks.accounts import numbers_in

A_WEEK, WORKED = 7, 5  # days: a limit in working days lasts longer by the calendar
ITEMS = "card.cost.items"


def _longer_than_allowed(asked: Asked) -> Iterator[Breach]:
    """Of a card that says how long it takes."""
    card = asked.document.card
    hours = longest_hours(card.average_duration) if card else 0
    if not hours:
        return
    limit = asked.once(_limits).get(asked.version.service_id)
    if limit and hours > _hours_of(limit, card.average_duration):
        words = f"{limit.value} {label('duration_unit', limit.unit)}{' کاری' if limit.is_working else ''}"
        yield Breach(FIELD, {"limit": words, "source": limit.source})


def _limits(together: Sequence[Asked]) -> Mapping[int, StatutoryLimit]:
    """Service → the limit in force. One question."""
    rows = StatutoryLimit.objects.in_force().filter(service__in=[asked.version.service_id for asked in together])
    return {one.service_id: one for one in rows.order_by("-pk")}


def _hours_of(limit: StatutoryLimit, said: Duration) -> float:
    """Working days are measured by working days, else by the days that they last: a doubt breaks no rule."""
    lasts = A_WEEK / WORKED if limit.is_working and not said.working else 1
    return limit.value * HOURS[limit.unit] * lasts


def _not_of_the_treasury(asked: Asked) -> Iterator[Breach]:
    """Of a card that names an account. The number is never said: messages travel further than it may."""
    named = _accounts(asked)
    stated = asked.once(_stated) if named else None
    for place in _strangers(named, stated) if stated else ():
        yield Breach(f"{ITEMS}.{place}.account", {"row": place + 1, "source": stated.source})


def _stated(_together: Sequence[Asked]) -> TreasuryList | None:
    """One question."""
    return TreasuryList.objects.order_by("-pk").first()


def _accounts(asked: Asked) -> dict[int, list[str]]:
    """Place of a line of the price → the numbers in its box."""
    items = asked.document.card.cost.items if asked.document.card else []
    found = {place: numbers_in(one.account or "") for place, one in enumerate(items)}
    return {place: numbers for place, numbers in found.items() if numbers}


def _strangers(named: dict[int, list[str]], stated: TreasuryList) -> list[int]:
    """The lines of which no number is listed; an empty list knows no strangers."""
    known = set(stated.accounts)
    return [place for place, numbers in named.items() if known and known.isdisjoint(numbers)]


RULES = (
    StandingRule(
        id="T05",
        severity="A",
        fields=(FIELD,),
        condition=_longer_than_allowed,
        message="مدت ارائه از مهلت قانونی این خدمت (%(limit)s، بر پایهٔ %(source)s) بیشتر است.",
        fix="مدت را در بخش ۵ درست کنید، یا در توضیح بنویسید چرا خدمت از مهلت قانونی بیشتر طول می‌کشد.",
        example="مدت زمان: ۳۰ روز · مهلت قانونی: ۱۵ روز",
        since="5",
    ),
    StandingRule(
        id="M06",
        severity="B",
        fields=(ITEMS,),
        condition=_not_of_the_treasury,
        message="شماره‌حساب ردیف %(row)s هزینه در فهرست حساب‌های خزانه (%(source)s) نیست.",
        fix="شمارهٔ حساب خزانه را در بخش ۵ بنویسید؛ اگر حساب درست است، از مرکز بخواهید فهرست را تازه کند.",
        example="حساب هزینه: حسابی به نام اداره · فهرست خزانه آن را ندارد",
        since="5",
    ),
)
