"""R01: a published card that its agency has not confirmed for too long."""

from collections.abc import Iterator

from khedmat.cards.enums import Stage
from khedmat.cards.freshness.standing import freshness_of
from khedmat.cards.rules.rule import Breach
from khedmat.cards.standing_check import Asked, StandingRule
from khedmat.core.jalali import long

FIELD = "card.title"


def _unconfirmed(asked: Asked) -> Iterator[Breach]:
    """Nothing is asked of a version that is not published."""
    found = freshness_of(asked.version, asked.on) if asked.version.stage == Stage.PUBLISHED else None
    if found and found.is_stale:
        yield Breach(FIELD, {"day": long(found.confirmed_on), "count": (found.due_on - found.confirmed_on).days})


RULES = (
    StandingRule(
        id="R01",
        severity="A",
        fields=(FIELD,),
        condition=_unconfirmed,
        message="دستگاه از %(day)s تاکنون این شناسنامه را تأیید نکرده است؛ هر تأیید %(count)s روز اعتبار دارد.",
        fix="اگر هنوز درست است، نویسنده یا تأییدکنندهٔ دستگاه در صفحهٔ همین نسخه «هنوز درست است» را می‌زند؛ "
        "اگر نه، پیش‌نویس تازه‌ای می‌نویسد.",
        example="آخرین تأیید: ۱ فروردین ۱۴۰۴ · امروز: ۱ آبان ۱۴۰۴",
    ),
)
