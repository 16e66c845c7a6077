"""M: what the recipient pays. Unknown is not free, zero is not unknown."""

import re
from collections.abc import Iterator

from khedmat.cards.form import CostItem, Document
from khedmat.cards.rules.quantities import names_number
from khedmat.cards.rules.reading import blank, card_of, doubtful, plain
from khedmat.cards.rules.rule import Breach, Rule, at

_FREE = re.compile(r"رایگان|هزینه ندارد|بدون هزینه|هزینه ای ندارد|^ندارد$|فاقد هزینه")
_STEPS = re.compile(
    r"(?:بعد|پس) از .{1,25}(?:ماه|روز|سال|هفته)|(?:برای|در) (?:سال|ماه|مرتبه|بار) (?:اول|دوم|نخست)"
    r"|به ازای هر .{1,20}(?:تاخیر|دیرکرد)|تا \d+ (?:متر|نفر|روز|واحد).{1,40}(?:بیش|بالاتر|مازاد)|پلکانی"
)
_MONEY = re.compile(r"\d|هزار|میلیون|میلیارد")


def _charged(document: Document) -> list[tuple[str, CostItem]]:
    items = card_of(document).cost.items
    return [(f"card.cost.items.{place}", item) for place, item in enumerate(items) if (item.amount_rial or 0) > 0]


def _neither_free_nor_amount(document: Document) -> Iterator[Breach]:
    cost = card_of(document).cost
    if cost.free or doubtful(document, "cost") or any(item.amount_rial is not None for item in cost.items):
        return
    said = " ".join(text for text in (cost.text, *(item.text for item in cost.items)) if text)
    if blank(said):
        yield at("card.cost", said="نه «رایگان» تیک دارد و نه مبلغی نوشته شده است")
    elif not _MONEY.search(plain(said)) and not _FREE.search(plain(said)):
        yield at("card.cost", said=f"نوشته شده «{said}» و مبلغی در آن نیست")


def _zero_not_free(document: Document) -> Iterator[Breach]:
    cost = card_of(document).cost
    for place, item in enumerate(cost.items):
        if item.amount_rial == 0 and cost.free is not True:
            yield at(f"card.cost.items.{place}", said=item.text or "0")


def _free_with_amount(document: Document) -> Iterator[Breach]:
    for path, item in _charged(document) if card_of(document).cost.free else ():
        yield at(path, amount=item.amount_rial)


def _no_way_to_pay(document: Document) -> Iterator[Breach]:
    charged = _charged(document)
    if charged and not any(item.account or item.electronic for _, item in charged) and not doubtful(document, "cost"):
        path, item = charged[0]
        yield at(path, amount=item.amount_rial)


def _only_an_account(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    for place, item in enumerate(card.cost.items):
        if item.electronic and item.account and blank(card.url) and blank(card.system_name):
            yield at(f"card.cost.items.{place}", amount=item.amount_rial or 0)


def _steps_in_text(document: Document) -> Iterator[Breach]:
    cost = card_of(document).cost
    written = [("card.cost", cost.text), *((f"card.cost.items.{n}", item.text) for n, item in enumerate(cost.items))]
    for path, text in written:
        if text and names_number(text) and _STEPS.search(plain(text)):
            yield at(path, text=text)
            return


def _fee_of_another(document: Document) -> Iterator[Breach]:
    charged = {item.amount_rial: path for path, item in _charged(document)}
    for row in card_of(document).external_inquiries:
        if row.fee.amount_rial in charged and row.fee.amount_rial:
            yield at(charged[row.fee.amount_rial], amount=row.fee.amount_rial, agency=row.agency or "دستگاه دیگر")


RULES = (
    Rule(
        id="M01",
        severity="A",
        fields=("card.cost",),
        condition=_neither_free_nor_amount,
        message="هزینهٔ خدمت معلوم نیست: %(said)s.",
        fix="اگر رایگان است «رایگان» را بزنید، وگرنه مبلغ را به ریال بنویسید؛ برای تعرفه، مبلغ هر ردیف آن را بیاورید.",
        example="هزینه: (خالی) · ☐ رایگان",
    ),
    Rule(
        id="M02",
        severity="A",
        fields=("card.cost.items", "card.cost.free"),
        condition=_zero_not_free,
        message="مبلغ «%(said)s» نوشته شده ولی «رایگان» تیک ندارد.",
        fix="اگر خدمت رایگان است تیک «رایگان» را بزنید و مبلغ را پاک کنید؛ وگرنه مبلغ درست را بنویسید.",
        example="هزینه: صفر ریال · ☐ رایگان",
    ),
    Rule(
        id="M03",
        severity="B",
        fields=("card.cost.free", "card.cost.items"),
        condition=_free_with_amount,
        message="«رایگان» تیک دارد، ولی مبلغ %(amount)s ریال هم نوشته شده است.",
        fix="یکی از این دو نادرست است: تیک «رایگان» یا مبلغ را بردارید.",
        example="☑ رایگان · مبلغ: ۱۰۰٬۰۰۰ ریال",
    ),
    Rule(
        id="M04",
        severity="A",
        fields=("card.cost.items",),
        condition=_no_way_to_pay,
        message="مبلغ %(amount)s ریال گرفته می‌شود ولی راه پرداخت آن نوشته نشده است.",
        fix="«پرداخت به‌صورت الکترونیک» را بزنید یا شمارهٔ حساب خزانه را بنویسید.",
        example="مبلغ: ۲۶۰٬۰۰۰ ریال · حساب: (خالی)",
    ),
    Rule(
        id="M05",
        severity="A",
        fields=("card.cost.items", "card.url", "card.system_name"),
        condition=_only_an_account,
        message="پرداخت %(amount)s ریال «الکترونیک» تیک دارد ولی جز شمارهٔ حساب، نشانی یا سامانه‌ای برای پرداخت نیست.",
        fix="نشانی درگاه پرداخت یا نام سامانه را بنویسید، یا تیک پرداخت الکترونیک را بردارید.",
        example="☑ پرداخت الکترونیک · تنها شمارهٔ حساب",
    ),
    Rule(
        id="M07",
        severity="N",
        fields=("card.cost",),
        condition=_steps_in_text,
        message="هزینه پله‌ای است و در متن آمده: «%(text)s».",
        fix="برای هر پله یک ردیف هزینه با شرط و مبلغ آن بسازید.",
        example="۳۰۰٬۰۰۰ ریال و بعد از شش ماه ۵۰۰٬۰۰۰ ریال",
    ),
    Rule(
        id="M08",
        severity="A",
        fields=("card.cost.items", "card.external_inquiries"),
        condition=_fee_of_another,
        message="مبلغ %(amount)s ریال هم هزینهٔ گیرندهٔ خدمت نوشته شده و هم هزینهٔ استعلام از «%(agency)s».",
        fix="بنویسید این مبلغ را چه کسی به چه کسی می‌پردازد؛ هزینهٔ دستگاه دیگر را در هزینهٔ گیرنده نیاورید.",
        example="هزینهٔ خدمت و مبلغ استعلام: هر دو ۵۰٬۰۰۰ ریال",
    ),
)
