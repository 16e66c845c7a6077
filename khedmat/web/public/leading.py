"""What stands in a card, each with the page of the register that it leads to."""

from typing import Any, NamedTuple

from khedmat.cards.beside.papers import Paper
from khedmat.cards.form import Card
from khedmat.cards.lines.boxes import letters_of
from khedmat.cards.lines.leads import leads_of


class Leading(NamedTuple):
    """Pairs of what is shown and the address of its entry, empty where no register knows it; `system`: of its own."""

    papers: list[tuple[Paper, str]]
    laws: list[tuple[str, str]]
    system: str
    inside: list[tuple[Any, str]]


def leading(row: Any, card: Card, papers: list[Paper]) -> Leading:
    """`row`: the version as fetched with its leads."""
    known = leads_of(row)
    return Leading(
        [(one, known.documents.get(letters_of(one.name), "")) for one in papers],
        [(law, known.laws.get(law, "")) for law in card.laws],
        known.systems.get(letters_of(card.system_name or ""), ""),
        [(one, known.systems.get(letters_of(one.system or ""), "")) for one in card.internal_systems],
    )
