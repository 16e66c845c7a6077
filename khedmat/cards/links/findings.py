"""U06: an address in the card that has been dead on three days."""

from collections.abc import Iterator, Mapping, Sequence

from khedmat.cards.enums import LinkState
from khedmat.cards.links.reading import addresses
from khedmat.cards.models import WebAddress
from khedmat.cards.rules.rule import Breach
from khedmat.cards.standing_check import Asked, StandingRule

FIELDS = ("card.url", "card.sla_url", "card.complaint_url")


def _dead(asked: Asked) -> Iterator[Breach]:
    """Also of a draft: whoever copies a dead address hears of it before it is published."""
    broken = asked.once(_broken)
    for path, address in addresses(asked.version.content) if broken else ():
        if address in broken:
            yield Breach(path, {"url": address, "why": WebAddress(why=broken[address]).get_why_display()})


def _broken(together: Sequence[Asked]) -> Mapping[str, str]:
    """Dead addresses of these cards → why. One question, or none."""
    written = {address for asked in together for _path, address in addresses(asked.version.content)}
    rows = WebAddress.objects.filter(state=LinkState.BROKEN, address__in=written)
    return dict(rows.values_list("address", "why")) if written else {}


RULES = (
    StandingRule(
        id="U06",
        severity="A",
        fields=FIELDS,
        condition=_dead,
        message="نشانی %(url)s در سه روز جداگانه پاسخ نداد: %(why)s.",
        fix="نشانی درست را بنویسید؛ اگر نشانی درست است، سامانه را به کار بیندازید و در صفحهٔ «پیوندهای شکسته» "
        "در میز کار وارسی دوباره بخواهید.",
        example="نشانی: https://sample.ir/old-page · سه روز پیاپی: ۴۰۴",
    ),
)
