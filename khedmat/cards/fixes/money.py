"""The price: free or not, how it is paid, and whose it is."""

from khedmat.cards.fixes.fix import Fix, only_if, row_at, with_rows, without_rows
from khedmat.cards.form import Document
from khedmat.cards.rules.reading import blank, card_of
from khedmat.cards.rules.rows import charges, exchanges, price_texts
from khedmat.cards.rules.rule import Breach

ITEMS = "card.cost.items"
FREE = {"card.cost.free": True}


def free(document: Document, breach: Breach) -> list[Fix]:
    """Only where nothing is written of the price: a tariff in words is not free."""
    is_silent = all(blank(text) for _, text in price_texts(document))
    return only_if(is_silent, "خدمت رایگان است", FREE)


def zero_is_free(document: Document, breach: Breach) -> list[Fix]:
    has_price = bool(charges(document))
    row = without_rows(document, ITEMS, [row_at(breach.field)[1]])
    drop = only_if(has_price, "این ردیف صفر را بردار", row)
    return [*only_if(not has_price, "تیک «رایگان» را بزن", FREE), *drop]


def free_or_priced(document: Document, breach: Breach) -> list[Fix]:
    priced = [row_at(path)[1] for path, _ in charges(document)]
    return [
        Fix("رایگان است؛ مبلغ را بردار", without_rows(document, ITEMS, priced)),
        Fix("رایگان نیست؛ تیک «رایگان» را بردار", {"card.cost.free": False}),
    ]


def paid_online(document: Document, breach: Breach) -> list[Fix]:
    online = {row_at(path)[1]: {"electronic": True} for path, _ in charges(document)}
    return [Fix("«پرداخت الکترونیک» را بزن", with_rows(document, ITEMS, online))]


def paid_to_the_account(document: Document, breach: Breach) -> list[Fix]:
    place = row_at(breach.field)[1]
    return [Fix("تیک «پرداخت الکترونیک» را بردار", with_rows(document, ITEMS, {place: {"electronic": False}}))]


def fee_of_one(document: Document, breach: Breach) -> list[Fix]:
    place, amount = row_at(breach.field)[1], breach.values["amount"]
    same = {row_at(path)[1] for path, row in exchanges(document) if row.fee.amount_rial == amount}
    no_fee = with_rows(document, "card.external_inquiries", {at: {"fee": None} for at in same})
    has_others = len(card_of(document).cost.items) > 1
    return [
        *only_if(has_others, "هزینهٔ استعلام است؛ از هزینهٔ گیرنده بردار", without_rows(document, ITEMS, [place])),
        Fix("هزینهٔ گیرنده است؛ از مبلغ استعلام بردار", no_fee),
    ]
