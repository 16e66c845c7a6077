"""Registers: the kinds of papers that services ask for, the laws they rest on."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from khedmat.api.paging import Order, Paged, page_of
from khedmat.api.schemas import Problem, Words
from khedmat.cards.laws import where as laws
from khedmat.cards.lines.where import counted, standing
from khedmat.registers.enums import Register

router = Router(tags=["registers"])
BY_TITLE = Order("sort_key")


class Entry(Schema):
    code: str
    title: str
    aliases: list[str]
    services: int = Field(description="Published cards that name it.")


class Document(Entry):
    """An empty answer: not known."""

    issuer: str | None = Field(description="Code of the agency that issues it.")
    held_by: str
    validity: str
    personal_data: str


class Law(Entry):
    kind: str
    number: str
    approved_on: date | None
    authority: str
    url: str
    state: str
    replaced_by: str | None = Field(description="Code of the law that came after it.")


class Documents(Schema):
    items: list[Document]
    next: str | None


class Laws(Schema):
    items: list[Law]
    next: str | None


class Wanted(Paged):
    q: Words = Field("", description="Letters of the title or of another name.")


@router.get("/documents", response={200: Documents, 404: Problem, 422: Problem}, url_name="document-list")
def document_list(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Kinds of papers by title."""
    found, following = page_of(request, standing(Register.DOCUMENTS).named(wanted.q), by=BY_TITLE, wanted=wanted)
    asked = counted(Register.DOCUMENTS)
    return {"items": [_document(one, asked.get(one.pk, 0)) for one in found], "next": following}


@router.get("/laws", response={200: Laws, 404: Problem, 422: Problem}, url_name="law-list")
def law_list(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Laws and regulations by title."""
    found, following = page_of(request, laws.standing().named(wanted.q), by=BY_TITLE, wanted=wanted)
    cited = laws.cited_by()
    return {"items": [_law(one, cited.get(one.pk, 0)) for one in found], "next": following}


def entry_said(one: Any, services: int) -> dict[str, Any]:
    return {"code": one.code, "title": one.title, "aliases": one.aliases, "services": services}


def _document(one: Any, services: int) -> dict[str, Any]:
    said = {name: getattr(one, name) for name in ("held_by", "validity", "personal_data")}
    return entry_said(one, services) | said | {"issuer": one.issuer.code if one.issuer else None}


def _law(one: Any, services: int) -> dict[str, Any]:
    said = {name: getattr(one, name) for name in ("kind", "number", "approved_on", "authority", "url", "state")}
    return entry_said(one, services) | said | {"replaced_by": one.replaced_by.code if one.replaced_by else None}
