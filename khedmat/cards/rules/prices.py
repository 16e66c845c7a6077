"""M01–M03: what the recipient pays. Unknown is not free, zero is not unknown."""

import re
from collections.abc import Iterator
from operator import itemgetter

from khedmat.cards.form import CostItem, Document
from khedmat.cards.rules.conditions import Said, each, once, said
from khedmat.cards.rules.reading import blank, card_of, plain
from khedmat.cards.rules.rows import charges, price_texts, prices
from khedmat.cards.rules.rule import Rule

_FREE = r"رایگان|هزینه ندارد|بدون هزینه|هزینه ?ای ندارد|^ندارد$|فاقد هزینه"
_TELLS = re.compile(rf"\d|هزار|میلیون|میلیارد|{_FREE}")


def _neither_free_nor_amount(document: Document) -> Said:
    cost = card_of(document).cost
    text = " ".join(filter(None, map(itemgetter(1), price_texts(document))))
    is_told = any((cost.free, _TELLS.search(plain(text)), *(item.amount_rial is not None for item in cost.items)))
    nothing = "نه «رایگان» تیک دارد و نه مبلغی نوشته شده است"
    return said(not is_told, told=nothing if blank(text) else f"نوشته شده «{text}» و مبلغی در آن نیست")


def _unless_free(document: Document) -> Iterator[tuple[str, CostItem]]:
    return iter(()) if card_of(document).cost.free else prices(document)


def _though_free(document: Document) -> list[tuple[str, CostItem]]:
    return charges(document) if card_of(document).cost.free else []


RULES = (
    Rule(
        id="M01",
        severity="A",
        fields=("card.cost",),
        condition=once("card.cost", _neither_free_nor_amount, doubt="cost", excuse="card.cost"),
        message="هزینهٔ خدمت معلوم نیست: %(told)s.",
        fix="اگر رایگان است «رایگان» را بزنید، وگرنه مبلغ را به ریال بنویسید؛ برای تعرفه، مبلغ هر ردیف آن را بیاورید.",
        example="هزینه: (خالی) · ☐ رایگان",
    ),
    Rule(
        id="M02",
        severity="A",
        fields=("card.cost.items", "card.cost.free"),
        condition=each(_unless_free, lambda item: said(item.amount_rial == 0, text=item.text or "0")),
        message="مبلغ «%(text)s» نوشته شده ولی «رایگان» تیک ندارد.",
        fix="اگر خدمت رایگان است تیک «رایگان» را بزنید و مبلغ را پاک کنید؛ وگرنه مبلغ درست را بنویسید.",
        example="هزینه: صفر ریال · ☐ رایگان",
    ),
    Rule(
        id="M03",
        severity="B",
        fields=("card.cost.free", "card.cost.items"),
        condition=each(_though_free, lambda item: said(True, amount=item.amount_rial)),
        message="«رایگان» تیک دارد، ولی مبلغ %(amount)s ریال هم نوشته شده است.",
        fix="یکی از این دو نادرست است: تیک «رایگان» یا مبلغ را بردارید.",
        example="☑ رایگان · مبلغ: ۱۰۰٬۰۰۰ ریال",
    ),
)
