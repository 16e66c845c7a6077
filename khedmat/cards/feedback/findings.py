"""R04: what a reader said of a card waits longer for its answer than the term."""

from collections.abc import Iterator

from khedmat.cards.enums import IN_FORCE
from khedmat.cards.feedback.topics import PREFIXES
from khedmat.cards.rules.rule import Breach
from khedmat.cards.standing_check import Asked, StandingRule
from khedmat.core.jalali import long

ANYWHERE = "card.title"


def _overdue(asked: Asked) -> Iterator[Breach]:
    """One question of a version in force; nothing is asked of the others."""
    if asked.version.stage not in IN_FORCE:
        return
    late = asked.version.service.feedback.unsettled().filter(due_on__lt=asked.on).order_by("pk")
    for feedback in late:
        prefix = PREFIXES.get(feedback.topic, (ANYWHERE,))[0]
        yield Breach(prefix, {"topic": str(feedback.get_topic_display()), "day": long(feedback.due_on)})


RULES = (
    StandingRule(
        id="R04",
        severity="A",
        fields=(ANYWHERE,),
        condition=_overdue,
        message="بازخورد خواننده‌ای دربارهٔ «%(topic)s» تا %(day)s پاسخ یا اصلاح می‌خواست و هنوز باز است.",
        fix="نویسنده یا تأییدکنندهٔ دستگاه در «بازخورد خوانندگان» میز کار پاسخ می‌دهد یا نسخهٔ اصلاح‌شده را می‌فرستد.",
        example="موعد پاسخ: ۱ آبان ۱۴۰۴ · امروز: ۱۰ آبان ۱۴۰۴",
    ),
)
