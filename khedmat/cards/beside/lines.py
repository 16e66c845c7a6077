"""The lines of a form about which something may be said beside it, by their letters."""

from collections.abc import Iterable
from typing import NamedTuple

from khedmat.cards.form import Card, CostItem, Document
from khedmat.cards.lines.boxes import letters_of, lines_of, name_in
from khedmat.core.persian import number


class Line(NamedTuple):
    """A line as people read it; alike written lines are one."""

    letters: str
    text: str


def papers_in(document: Document) -> list[Line]:
    """The documents asked for, without their conditions."""
    return _once(map(name_in, lines_of(document)))


def prices_in(card: Card | None) -> list[Line]:
    """The price lines: another amount is another line, of which nothing is said yet."""
    return _once(map(price_text, (card or Card()).cost.items))


def price_text(item: CostItem) -> str:
    amount = None if item.amount_rial is None else f"{number(item.amount_rial)} ریال"
    return " – ".join(filter(None, (amount, item.text)))


def _once(texts: Iterable[str]) -> list[Line]:
    found = {letters_of(text): text for text in texts}
    return [Line(letters, text) for letters, text in found.items() if letters]
