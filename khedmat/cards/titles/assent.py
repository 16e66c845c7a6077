"""C04: the agency's highest official stands behind the card, by a confirmed list of titles or by a letter.

The catalogue calls it a blocker. Until agencies have sent their lists that would stop every card, so it wants an
answer, and the centre may return the card for it.
"""

from collections.abc import Iterator

from khedmat.cards.enums import IN_FORCE, Stage
from khedmat.cards.models import TitleList
from khedmat.cards.rules.rule import Breach
from khedmat.cards.standing_check import Asked, StandingRule

FIELD = "card.title"
APPROVED = (Stage.APPROVED, Stage.ACCEPTED, *IN_FORCE)  # before that nothing is missing yet, after it nobody asks


def _nobody_stands_behind(asked: Asked) -> Iterator[Breach]:
    """A title beside a confirmed list is C08's matter."""
    version = asked.version
    if version.stage in APPROVED and not (_has_list(asked) or _is_by_letter(asked)):
        yield Breach(FIELD, {"agency": version.service.owner.name})


def _has_list(asked: Asked) -> bool:
    return TitleList.objects.confirmed().filter(agency=asked.version.service.owner_id).exists()


def _is_by_letter(asked: Asked) -> bool:
    return asked.version.stage_changes.filter(target=Stage.APPROVED, as_delegation__isnull=False).exists()


RULES = (
    StandingRule(
        id="C04",
        severity="A",
        fields=(FIELD,),
        condition=_nobody_stands_behind,
        message="بالاترین مقام «%(agency)s» نه فهرست عنوان‌ها را تأیید کرده و نه تأیید این شناسنامه را واگذارده است.",
        fix="نویسندگان دستگاه فهرست عنوان‌ها را در صفحهٔ «عنوان خدمت‌ها» می‌نویسند و تأییدکننده نامهٔ بالاترین مقام را "
        "همان‌جا ثبت می‌کند؛ یا مدیر کاربران نامهٔ تفویض را در صفحهٔ «همکاران دفتر» ثبت می‌کند و نسخهٔ بعد با آن "
        "تأیید می‌شود.",
        example="دستگاه شناسنامه را تأیید کرده، ولی نامه‌ای از بالاترین مقام آن در دست نیست.",
        since="3",
    ),
)
