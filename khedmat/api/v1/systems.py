"""Registers around a card: systems, the data that agencies ask of each other, groups of people and firms."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from khedmat.api.paging import page_of
from khedmat.api.schemas import Problem
from khedmat.api.v1.lists import BY_TITLE, Entry, Wanted, entry_said
from khedmat.cards.lines.where import counted, standing
from khedmat.registers.enums import Register

router = Router(tags=["registers"])
Said = Callable[[Any], dict[str, Any]]


class System(Entry):
    owner: str | None = Field(description="Code of the agency whose it is.")
    url: str
    state: str
    replaced_by: str | None = Field(description="Code of the system that took its place.")


class Element(Entry):
    system: str | None = Field(description="Code of the system that gives it.")
    holder: str | None = Field(description="Code of the agency that holds it.")


class Audience(Entry):
    broader: str | None = Field(description="Code of the group that it is part of.")
    service_type: str = Field(description="The box of the form that means all of it; empty where there is none.")
    about: str


class Systems(Schema):
    items: list[System]
    next: str | None


class Elements(Schema):
    items: list[Element]
    next: str | None


class Audiences(Schema):
    items: list[Audience]
    next: str | None


@router.get("/systems", response={200: Systems, 404: Problem, 422: Problem}, url_name="system-list")
def system_list(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Systems in which services are given or asked about, by title."""
    return _listed(request, Register.SYSTEMS, _system, wanted=wanted)


@router.get("/elements", response={200: Elements, 404: Problem, 422: Problem}, url_name="element-list")
def element_list(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Pieces of data that agencies ask of each other, by title."""
    return _listed(request, Register.ELEMENTS, _element, wanted=wanted)


@router.get("/audiences", response={200: Audiences, 404: Problem, 422: Problem}, url_name="audience-list")
def audience_list(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Groups of people, firms or agencies, by title."""
    return _listed(request, Register.AUDIENCES, _audience, wanted=wanted)


def _listed(request: HttpRequest, register: Register, said: Said, *, wanted: Wanted) -> dict[str, Any]:
    found, following = page_of(request, standing(register).named(wanted.q), by=BY_TITLE, wanted=wanted)
    named = counted(register)
    return {"items": [entry_said(one, named.get(one.pk, 0)) | said(one) for one in found], "next": following}


def _code(one: Any) -> str | None:
    return one.code if one else None


def _system(one: Any) -> dict[str, Any]:
    pointed = {"owner": _code(one.owner), "replaced_by": _code(one.replaced_by)}
    return pointed | {"url": one.url, "state": one.state}


def _element(one: Any) -> dict[str, Any]:
    return {"system": _code(one.system), "holder": _code(one.holder)}


def _audience(one: Any) -> dict[str, Any]:
    return {"broader": _code(one.broader), "service_type": one.service_type, "about": one.about}
