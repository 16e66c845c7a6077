"""R02: provinces keep copies of a national card that were compared with an older one."""

from collections.abc import Iterator

from khedmat.cards.enums import Stage
from khedmat.cards.models import LocalCopy
from khedmat.cards.rules.rule import Breach
from khedmat.cards.standing_check import Asked, StandingRule

FIELD = "card.title"


def _behind(asked: Asked) -> Iterator[Breach]:
    """One question of a published card; nothing is asked of the others. All provinces are one finding."""
    if asked.version.stage != Stage.PUBLISHED:
        return
    copies = LocalCopy.objects.published().filter(service=asked.version.service_id).with_news().filter(is_behind=True)
    if places := list(copies.order_by("place__sort_key").values_list("place__fa", flat=True)):
        yield Breach(FIELD, {"places": "، ".join(places), "number": asked.version.number})


RULES = (
    StandingRule(
        id="R02",
        severity="A",
        fields=(FIELD,),
        condition=_behind,
        message="نسخهٔ استانی این خدمت در %(places)s هنوز با نسخهٔ %(number)s الگوی ملی برابر نشده است.",
        fix="نویسندهٔ هر استان در «نسخه‌های استانی» میز کار «برابرسازی با الگو» را می‌زند و می‌فرستد؛ "
        "تأییدکنندهٔ دستگاه نسخهٔ برابرشده را منتشر می‌کند.",
        example="نسخهٔ استان کرمان با نسخهٔ ۱ الگو برابر شده است · نسخهٔ در جریان: ۲",
    ),
)
