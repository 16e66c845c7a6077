"""The documents of a card as it lists them, with what stands beside them."""

from typing import Any, NamedTuple

from khedmat.cards.asked_papers import asked
from khedmat.cards.beside.standing import Obtained, obtained_in
from khedmat.cards.documents.issuing import Giver, givers
from khedmat.cards.form import Card
from khedmat.cards.lines.boxes import letters_of
from khedmat.core.sequences import grouped


class Paper(NamedTuple):
    """`way`: how it is obtained, None where nobody said; `givers`: the published services that give it."""

    name: str
    condition: str
    way: Obtained | None
    givers: list[Giver]


def papers_of(row: Any, card: Card) -> list[Paper]:
    """`row`: the version as fetched with what stands beside it, None where it is not public."""
    known = grouped(givers(row), by=lambda one: one.letters) if row else {}
    ways = obtained_in(row) if row else {}
    papers = ((one, letters_of(one.name)) for one in map(asked, card.documents))
    return [Paper(*one, ways.get(letters), known.get(letters, [])) for one, letters in papers]
