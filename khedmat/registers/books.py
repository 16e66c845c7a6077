"""Which model each register is, which role keeps it, and the columns that its log tells of."""

from typing import NamedTuple

from khedmat.organizations.enums import Role
from khedmat.registers.enums import Register
from khedmat.registers.models import Audience, DataElement, DocumentType, LegalSource, System
from khedmat.registers.models.entry import Entry

LAW_COLUMNS = ("kind", "number", "approved_on", "authority", "articles", "url", "state", "replaced_by_id")


class Book(NamedTuple):
    """A register as the actions and the pages know it; `columns` beside title and aliases."""

    register: Register
    model: type[Entry]
    keeper: Role
    columns: tuple[str, ...]
    is_told_by_name: bool = True  # laws of one title are told apart by their day

    @property
    def pointers(self) -> list[str]:
        """The columns that are foreign keys."""
        return [name.removesuffix("_id") for name in self.columns if name.endswith("_id")]


BOOKS: dict[str, Book] = {
    book.register: book
    for book in (
        Book(Register.DOCUMENTS, DocumentType, Role.STEWARD, ("issuer_id", "held_by", "validity", "personal_data")),
        Book(Register.LAWS, LegalSource, Role.LEGAL_STEWARD, LAW_COLUMNS, is_told_by_name=False),
        Book(Register.SYSTEMS, System, Role.STEWARD, ("owner_id", "url", "state", "replaced_by_id")),
        Book(Register.ELEMENTS, DataElement, Role.STEWARD, ("system_id", "holder_id")),
        Book(Register.AUDIENCES, Audience, Role.STEWARD, ("broader_id", "service_type", "about")),
    )
}
_OF_MODEL = {book.model: book for book in BOOKS.values()}


def book_of(entry: Entry) -> Book:
    return _OF_MODEL[type(entry)]
