"""M04, M05, M07, M08: how a price is paid, by whom, and in which lines."""

import re
from collections.abc import Iterator
from itertools import islice

from khedmat.cards.form import CostItem, Document
from khedmat.cards.rules.conditions import Said, each, each_with_form, said
from khedmat.cards.rules.quantities import names_number
from khedmat.cards.rules.reading import blank, card_of, plain
from khedmat.cards.rules.rows import charges, exchanges, price_texts, prices
from khedmat.cards.rules.rule import Rule

_STEPS = re.compile(
    r"(?:بعد|پس) از .{1,25}(?:ماه|روز|سال|هفته)|(?:برای|در) (?:سال|ماه|مرتبه|بار) (?:اول|دوم|نخست)"
    r"|به ازای هر .{1,20}(?:تاخیر|دیرکرد)|تا \d+ (?:متر|نفر|روز|واحد).{1,40}(?:بیش|بالاتر|مازاد)|پلکانی"
)


def _all_unpayable(document: Document) -> list[tuple[str, CostItem]]:
    """The first price, where no price of the card says how it is paid."""
    return [] if any(map(_is_payable, charges(document))) else charges(document)[:1]


def _is_payable(charge: tuple[str, CostItem]) -> bool:
    return any((charge[1].account, charge[1].electronic))


def _only_an_account(document: Document, item: CostItem) -> Said:
    card = card_of(document)
    nowhere = all((blank(card.url), blank(card.system_name)))
    return said(all((item.electronic, item.account, nowhere)), amount=item.amount_rial or 0)


def _first_steps(document: Document) -> Iterator[tuple[str, str]]:
    return islice(filter(_is_stepped, price_texts(document)), 1)


def _is_stepped(price: tuple[str, str]) -> bool:
    return all((names_number(price[1]), _STEPS.search(plain(price[1]))))


def _fee_of_another(document: Document, item: CostItem) -> Said:
    agencies = [row.agency for _, row in exchanges(document) if row.fee.amount_rial == item.amount_rial]
    return said(agencies, amount=item.amount_rial, agency=next(filter(None, agencies), "دستگاه دیگر"))


RULES = (
    Rule(
        id="M04",
        severity="A",
        fields=("card.cost.items",),
        condition=each(_all_unpayable, lambda item: said(True, amount=item.amount_rial), doubt=""),
        message="مبلغ %(amount)s ریال گرفته می‌شود ولی راه پرداخت آن نوشته نشده است.",
        fix="«پرداخت به‌صورت الکترونیک» را بزنید یا شمارهٔ حساب خزانه را بنویسید.",
        example="مبلغ: ۲۶۰٬۰۰۰ ریال · حساب: (خالی)",
    ),
    Rule(
        id="M05",
        severity="A",
        fields=("card.cost.items", "card.url", "card.system_name"),
        condition=each_with_form(prices, _only_an_account),
        message="پرداخت %(amount)s ریال «الکترونیک» تیک دارد ولی جز شمارهٔ حساب، نشانی یا سامانه‌ای برای پرداخت نیست.",
        fix="نشانی درگاه پرداخت یا نام سامانه را بنویسید، یا تیک پرداخت الکترونیک را بردارید.",
        example="☑ پرداخت الکترونیک · تنها شمارهٔ حساب",
    ),
    Rule(
        id="M07",
        severity="N",
        fields=("card.cost",),
        condition=each(_first_steps, lambda text: said(True, text=text)),
        message="هزینه پله‌ای است و در متن آمده: «%(text)s».",
        fix="برای هر پله یک ردیف هزینه با شرط و مبلغ آن بسازید.",
        example="۳۰۰٬۰۰۰ ریال و بعد از شش ماه ۵۰۰٬۰۰۰ ریال",
    ),
    Rule(
        id="M08",
        severity="A",
        fields=("card.cost.items", "card.external_inquiries"),
        condition=each_with_form(charges, _fee_of_another),
        message="مبلغ %(amount)s ریال هم هزینهٔ گیرندهٔ خدمت نوشته شده و هم هزینهٔ استعلام از «%(agency)s».",
        fix="بنویسید این مبلغ را چه کسی به چه کسی می‌پردازد؛ هزینهٔ دستگاه دیگر را در هزینهٔ گیرنده نیاورید.",
        example="هزینهٔ خدمت و مبلغ استعلام: هر دو ۵۰٬۰۰۰ ریال",
    ),
)
