"""The documents of a card as its public page lists them, with what stands beside them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from khedmat.cards.asked_papers import asked
from khedmat.cards.documents.issuing import Giver, givers
from khedmat.cards.form import Card
from khedmat.cards.lines.boxes import letters_of
from khedmat.cards.models import ServiceVersion
from khedmat.core.sequences import first_where, grouped


class Paper(NamedTuple):
    """`givers`: the published services that give it."""

    name: str
    condition: str
    givers: list[Giver]


def papers_of(version: ServiceVersion, card: Card, rows: Sequence[Any]) -> list[Paper]:
    """`rows`: versions of the service with their `givers`; what stands beside lines that differ is left out."""
    row = first_where(lambda one: one.pk == version.pk, rows)
    known = grouped(givers(row), by=lambda one: one.letters) if row else {}
    return [Paper(one.name, one.condition, known.get(letters_of(one.name), [])) for one in map(asked, card.documents)]
