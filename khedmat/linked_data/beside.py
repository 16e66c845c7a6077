"""What is said beside the lines of a card, as linked data describes it."""

from typing import Any

from khedmat.cards.beside.lines import price_text
from khedmat.cards.beside.papers import Paper as Told
from khedmat.cards.beside.papers import papers_of
from khedmat.cards.beside.standing import terms_in
from khedmat.cards.enums import ObtainedBy
from khedmat.cards.form import Card, Document
from khedmat.cards.lines.boxes import letters_of
from khedmat.linked_data.facts import Beside, Office, Paper, Term, number_in


def beside_of(version: Any, document: Document) -> Beside:
    """Of a version with what stands beside it and who gives its documents: what is said of lines that the document
    has."""
    card, terms = document.card or Card(), terms_in(version)
    papers = {line: _paper(one) for line, one in zip(card.documents, papers_of(version, card), strict=True)}
    letters = [letters_of(price_text(item)) for item in card.cost.items]
    return Beside(papers, {place: Term(*terms[one]) for place, one in enumerate(letters) if one in terms})


def _paper(one: Told) -> Paper:
    way = one.way
    holder = Office(way.code or "", way.agency or "") if way and way.is_fetched else None
    givers = tuple(number_in(giver.code, giver.service) for giver in one.givers)
    return Paper(way is not None and way.way == ObtainedBy.APPLICANT, holder, givers)
