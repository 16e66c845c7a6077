"""Which rows bind the texts of cards to which register."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from khedmat.cards.documents.issuing import follow
from khedmat.cards.form import Document
from khedmat.cards.lines.boxes import Said, audiences_in, documents_in, elements_in, systems_in
from khedmat.cards.models import AskedDocument, ExchangedElement, NamedAudience, UsedSystem
from khedmat.cards.models.asked import Line
from khedmat.registers.books import BOOKS, Book, book_of
from khedmat.registers.enums import Register
from khedmat.registers.models.entry import Entry


def _nothing(gone: Entry, kept: Entry) -> None:
    """Of most registers the lines are all that cards hold."""


class Kind(NamedTuple):
    """Rows of one register. `is_judged`: rules ask what they mean, so that findings follow a change of names.

    `follow(gone, kept)`: what else of the cards goes along with a merge.
    """

    book: Book
    rows: type[Line]
    said: Callable[[Document], Iterable[Said]]
    is_judged: bool = False
    follow: Callable[[Any, Any], None] = _nothing

    @property
    def column(self) -> str:
        return self.rows.column


KINDS = {
    Register.DOCUMENTS: Kind(BOOKS[Register.DOCUMENTS], AskedDocument, documents_in, is_judged=True, follow=follow),
    Register.SYSTEMS: Kind(BOOKS[Register.SYSTEMS], UsedSystem, systems_in),
    Register.ELEMENTS: Kind(BOOKS[Register.ELEMENTS], ExchangedElement, elements_in),
    Register.AUDIENCES: Kind(BOOKS[Register.AUDIENCES], NamedAudience, audiences_in),
}


def kind_of(entry: Entry) -> Kind:
    return KINDS[book_of(entry).register]
