"""R06: a price of a published card that holds no more."""

from collections.abc import Iterator

from khedmat.cards.beside.lines import prices_in
from khedmat.cards.beside.standing import terms_of
from khedmat.cards.enums import Stage
from khedmat.cards.rules.rule import Breach
from khedmat.cards.standing_check import Asked, StandingRule
from khedmat.core.jalali import long

FIELD = "card.cost"


def _run_out(asked: Asked) -> Iterator[Breach]:
    """One question of a published card with prices; the last day itself still holds."""
    prices = prices_in(asked.document.card) if asked.version.stage == Stage.PUBLISHED else []
    terms = terms_of(asked.version) if prices else {}
    for line in prices:
        until = terms[line.letters].valid_until if line.letters in terms else None
        if until and until < asked.on:
            yield Breach(FIELD, {"price": line.text, "day": long(until)})


RULES = (
    StandingRule(
        id="R06",
        severity="A",
        fields=(FIELD,),
        condition=_run_out,
        message="اعتبار هزینهٔ «%(price)s» در %(day)s به پایان رسیده است.",
        fix="نویسنده یا تأییدکنندهٔ دستگاه در «مدارک و هزینه‌ها، بیرون از فرم» همین نسخه اعتبار تازه را می‌نویسد؛ "
        "اگر مبلغ عوض شده است پیش‌نویس تازه‌ای می‌نویسد.",
        example="هزینه: ۲۵۰٬۰۰۰ ریال · معتبر تا: ۲۹ اسفند ۱۴۰۴ · امروز: ۱ فروردین ۱۴۰۵",
    ),
)
