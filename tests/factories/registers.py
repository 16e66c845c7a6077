"""Entries of the registers, and those who keep them."""

from datetime import date
from typing import Any

from khedmat.accounts.models import User
from khedmat.cards.documents import actions
from khedmat.cards.laws import actions as laws
from khedmat.organizations.enums import Role
from khedmat.registers.models import DocumentType, LegalSource
from tests.factories.cards import NOW
from tests.factories.people import centre, person


def steward() -> User:
    return person(Role.STEWARD, centre())


def legal_steward() -> User:
    return person(Role.LEGAL_STEWARD, centre())


def a_document(title: str = "شناسنامه", aliases: tuple[str, ...] = (), **columns: Any) -> DocumentType:
    """A type that a steward added."""
    code = columns.pop("code", None) or f"document-{DocumentType.objects.count() + 1}"
    entry = DocumentType(code=code, title=title, aliases=list(aliases), **columns)
    return actions.add(entry, by=steward(), at=NOW)


def a_law(title: str = "قانون هوای پاک", day: date | None = date(2017, 7, 16), **columns: Any) -> LegalSource:
    """A law that a legal steward added; approved on 1396/4/25 unless said otherwise."""
    code = columns.pop("code", None) or f"law-{LegalSource.objects.count() + 1}"
    law = LegalSource(code=code, title=title, approved_on=day, **({"kind": "law"} | columns))
    return laws.add(law, by=legal_steward(), at=NOW)
