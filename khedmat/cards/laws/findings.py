"""G02: a card rests on a law that was replaced or repealed."""

from collections.abc import Iterator

from khedmat.cards.laws.binding import citations_in, known_laws, law_of
from khedmat.cards.rules.rule import Breach, Wording
from khedmat.cards.standing_check import Asked, StandingRule
from khedmat.core.sequences import first_where
from khedmat.registers.enums import LawState
from khedmat.registers.models import LegalSource

FIELD = "card.laws"
REPEALED = Wording(
    "«%(law)s» نسخ شده است.",
    "قانونی را که خدمت اکنون بر آن استوار است بنویسید؛ اگر دیگر مستندی ندارد، دستگاه دربارهٔ ادامهٔ خدمت تصمیم بگیرد.",
)
WORDINGS = {LawState.REPEALED: REPEALED}


def _replaced(asked: Asked) -> Iterator[Breach]:
    laws = known_laws()
    for place, text in enumerate(citations_in(asked.document)):
        law = law_of(text, laws)
        if law and not law.holds:
            newer = first_where(lambda one, law=law: one.pk == law.replaced_by_id, laws)
            said = {"law": dated(law), "by": dated(newer) if newer else None}
            yield Breach(f"{FIELD}.{place}", said, WORDINGS.get(law.state))


def dated(law: LegalSource) -> str:
    """The title with the year of approval: two laws may bear one title."""
    return f"{law.title} مصوب {law.year}" if law.year else law.title


RULES = (
    StandingRule(
        id="G02",
        severity="A",
        fields=(FIELD,),
        condition=_replaced,
        message="«%(law)s» که به آن استناد شده، جایگزین شده است: «%(by)s».",
        fix="شناسنامه را با «%(by)s» بسنجید، استناد را درست کنید و نسخهٔ تازه را بفرستید.",
        example="قانون مالیات بر ارزش افزوده مصوب ۱۳۸۷",
    ),
)
