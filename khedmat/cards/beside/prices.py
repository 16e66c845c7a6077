"""The price lines of a card of which somebody said since when and until when they hold."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from khedmat.cards.beside.lines import Line, prices_in
from khedmat.cards.beside.standing import terms_in
from khedmat.cards.form import Card
from khedmat.cards.models import Term


class Price(NamedTuple):
    """A line with its term; `is_over`: its last day has passed."""

    line: Line
    term: Term
    is_over: bool


def prices_of(row: Any, card: Card, on: date) -> list[Price]:
    """In the order of the form; lines of which nothing is said are not there."""
    terms = {letters: term for letters, term in terms_in(row).items() if any(term)} if row else {}
    lines = [line for line in prices_in(card) if line.letters in terms]
    return [Price(line, terms[line.letters], _is_over(terms[line.letters], on)) for line in lines]


def soonest(prices: Iterable[Price]) -> date | None:
    """The day on which the first of those that still hold runs out."""
    return min((one.term.valid_until for one in prices if one.term.valid_until and not one.is_over), default=None)


def _is_over(term: Term, on: date) -> bool:
    return term.valid_until is not None and term.valid_until < on
