"""Entries of the registers, and those who keep them."""

from datetime import date
from typing import Any

from khedmat.accounts.models import User
from khedmat.cards.laws import actions as laws
from khedmat.cards.lines import actions
from khedmat.organizations.enums import Role
from khedmat.registers.models import Audience, DataElement, DocumentType, LegalSource, System
from tests.factories.cards import NOW
from tests.factories.people import centre, person


def steward() -> User:
    return person(Role.STEWARD, centre())


def legal_steward() -> User:
    return person(Role.LEGAL_STEWARD, centre())


def a_document(title: str = "شناسنامه", aliases: tuple[str, ...] = (), **columns: Any) -> DocumentType:
    found: DocumentType = _added(DocumentType, title, aliases, columns)
    return found


def a_law(title: str = "قانون هوای پاک", day: date | None = date(2017, 7, 16), **columns: Any) -> LegalSource:
    """A law that a legal steward added; approved on 1396/4/25 unless said otherwise."""
    code = columns.pop("code", None) or f"law-{LegalSource.objects.count() + 1}"
    law = LegalSource(code=code, title=title, approved_on=day, **({"kind": "law"} | columns))
    return laws.add(law, by=legal_steward(), at=NOW)


def a_system(title: str = "سامانهٔ جامع تجارت", aliases: tuple[str, ...] = (), **columns: Any) -> System:
    return _added(System, title, aliases, columns)


def an_element(title: str = "شمارهٔ ملی", aliases: tuple[str, ...] = (), **columns: Any) -> DataElement:
    return _added(DataElement, title, aliases, columns)


def an_audience(title: str = "صادرکنندگان", aliases: tuple[str, ...] = (), **columns: Any) -> Audience:
    return _added(Audience, title, aliases, columns)


def _added(model: Any, title: str, aliases: tuple[str, ...], columns: dict[str, Any]) -> Any:
    """An entry that a steward added."""
    code = columns.pop("code", None) or f"entry-{model.objects.count() + 1}"
    return actions.add(model(code=code, title=title, aliases=list(aliases), **columns), by=steward(), at=NOW)
