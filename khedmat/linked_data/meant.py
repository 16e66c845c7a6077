"""Entries of the registers as linked data describes them, and those that the lines of a card mean."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from khedmat.cards.documents.issuing import givers, with_issuers
from khedmat.cards.enums import SystemUse
from khedmat.cards.form import Document
from khedmat.cards.lines.boxes import lines_of, name_in
from khedmat.cards.lines.kinds import KINDS
from khedmat.cards.lines.meaning import MeantLine, meant_in
from khedmat.linked_data.facts import Meant, Named, Office, number_in
from khedmat.linked_data.graph import Node
from khedmat.linked_data.registered import (
    Audience,
    Element,
    Entry,
    System,
    audience_document,
    document_document,
    element_document,
    system_document,
)
from khedmat.organizations.models import Organization
from khedmat.registers.books import BOOKS
from khedmat.registers.enums import Register


def meant_of(version: Any, document: Document) -> Meant:
    """Of a version whose lines were fetched (`with_meant`): what the document still says of them."""
    papers = {one.name: _named(one) for one in _still(version, Register.DOCUMENTS, document)}
    systems = _still(version, Register.SYSTEMS, document)
    return Meant(
        {line: papers[name] for line in lines_of(document) if (name := name_in(line)) in papers},
        *(_once([one for one in systems if one.use == use]) for use in SystemUse),
        _once(_still(version, Register.ELEMENTS, document)),
        _once(_still(version, Register.AUDIENCES, document)),
    )


def _still(version: Any, register: Register, document: Document) -> list[MeantLine]:
    """A province that writes a box otherwise says nothing of the lines that stood in it."""
    found = meant_in(version, register)
    if not found or document is version.document:
        return found
    said = {(one["name"], one.get("use", "")) for one in KINDS[register].said(document)}
    return [one for one in found if (one.name, one.use) in said]


def _once(lines: list[MeantLine]) -> tuple[Named, ...]:
    return tuple({one.code: _named(one) for one in lines}.values())


def _named(one: Any) -> Named:
    return Named(one.code, one.title)


def _known(one: Any) -> Named | None:
    return _named(one) if one else None


def for_data(register: Register) -> QuerySet[Any, Any]:
    """The entries of a register with what is said of them, those that were merged too."""
    book = BOOKS[register]
    rows = book.model._default_manager.select_related(*book.pointers, "merged_into")
    return with_issuers(rows) if register == Register.DOCUMENTS else rows


def entries_document(register: Register, *found: Any) -> Node:
    """Entries of a register as one document, as `for_data` fetches them. KeyError for one without linked data."""
    describe, facts = REGISTERED[register]
    return describe(settings.SITE_URL, *map(facts, found))


def _document(found: Any) -> Entry:
    numbers = tuple(number_in(one.code, one.service) for one in givers(found))
    return Entry(*_said(found, "documents"), _office(found.issuer), found.validity, numbers)


def _system(found: Any) -> System:
    return System(*_said(found, "systems"), _office(found.owner), found.url, found.state, _known(found.replaced_by))


def _element(found: Any) -> Element:
    return Element(found.code, found.title, tuple(found.aliases), _known(found.system), _office(found.holder))


def _audience(found: Any) -> Audience:
    return Audience(*_said(found, "audiences"), _known(found.broader), found.service_type, found.about)


REGISTERED: dict[Register, tuple[Callable[..., Node], Callable[[Any], Any]]] = {
    Register.DOCUMENTS: (document_document, _document),
    Register.SYSTEMS: (system_document, _system),
    Register.ELEMENTS: (element_document, _element),
    Register.AUDIENCES: (audience_document, _audience),
}


def page_at(pages: str, key: object) -> str:
    """The page of an entry, an agency, a service."""
    return f"{settings.SITE_URL}/{pages}/{key}/"


def _said(found: Any, pages: str) -> tuple[str, str, str, tuple[str, ...]]:
    return found.code, found.title, page_at(pages, found.code), tuple(found.aliases)


def _office(found: Organization | None) -> Office | None:
    return Office(found.code, found.name) if found else None
