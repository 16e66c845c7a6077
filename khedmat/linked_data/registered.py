"""Agencies and entries of the registers, each as a document that stands by itself. Pure."""

from collections.abc import Callable
from typing import Any, NamedTuple

from khedmat.linked_data import entries
from khedmat.linked_data.bodies import ORGANISATION, office
from khedmat.linked_data.channels import web_address
from khedmat.linked_data.codes import concept
from khedmat.linked_data.context import context
from khedmat.linked_data.facts import Named, Office, mark
from khedmat.linked_data.graph import Graph, Node


class Agency(NamedTuple):
    """`names`: other names by which it is found."""

    office: Office
    page: str
    names: tuple[str, ...] = ()


class Entry(NamedTuple):
    """A kind of document, as its register knows it; `givers`: numbers of the services that give it."""

    code: str
    title: str
    page: str
    names: tuple[str, ...] = ()
    issuer: Office | None = None
    validity: str = ""
    givers: tuple[str, ...] = ()


class System(NamedTuple):
    """`url`: where it stands on the web; `state`: a word of the list «system_state»."""

    code: str
    title: str
    page: str
    names: tuple[str, ...] = ()
    owner: Office | None = None
    url: str = ""
    state: str = "running"
    replaced_by: Named | None = None


class Element(NamedTuple):
    """A piece of data: the system that gives it, the agency that holds it."""

    code: str
    title: str
    names: tuple[str, ...] = ()
    system: Named | None = None
    holder: Office | None = None


class Audience(NamedTuple):
    """A group of people, firms or agencies; `service_type`: the box of the form that means all of it."""

    code: str
    title: str
    page: str
    names: tuple[str, ...] = ()
    broader: Named | None = None
    service_type: str = ""
    about: str = ""


def agency_document(base: str, *found: Agency) -> Node:
    return _whole(base, _agency, found)


def document_document(base: str, *found: Entry) -> Node:
    return _whole(base, _entry, found)


def system_document(base: str, *found: System) -> Node:
    return _whole(base, _system, found)


def element_document(base: str, *found: Element) -> Node:
    return _whole(base, _element, found)


def audience_document(base: str, *found: Audience) -> Node:
    return _whole(base, _audience, found)


def _whole(base: str, describe: Callable[[Graph, Any], None], found: tuple[Any, ...]) -> Node:
    graph = Graph(base)
    for one in found:
        describe(graph, one)
    return {"@context": context(base), "@graph": list(graph.nodes.values())}


def _agency(graph: Graph, one: Agency) -> None:
    graph.add(office(graph, one.office), ORGANISATION, page=one.page, otherName=list(one.names))


def _entry(graph: Graph, one: Entry) -> None:
    """Cards point to wordings; the entry says of which wordings it is the one document."""
    wordings = [graph.at("evidence", mark(name)) for name in (one.title, *one.names)]
    graph.add(
        entries.document(graph, Named(one.code, one.title)),
        entries.DOCUMENT,
        otherName=list(one.names),
        exactMatch=list(dict.fromkeys(wordings)),
        issuedBy=office(graph, one.issuer) if one.issuer else None,
        givenBy=[graph.at("service", number) for number in one.givers],
        validity=one.validity,
        page=one.page,
    )


def _system(graph: Graph, one: System) -> None:
    graph.add(
        entries.system(graph, Named(one.code, one.title)),
        "dcat:DataService",
        otherName=list(one.names),
        publisher=office(graph, one.owner) if one.owner else None,
        landingPage=web_address(one.url),
        state=concept(graph, "system_state", one.state),
        isReplacedBy=entries.system(graph, one.replaced_by) if one.replaced_by else None,
        page=one.page,
    )


def _element(graph: Graph, one: Element) -> None:
    graph.add(
        entries.element(graph, Named(one.code, one.title)),
        "skos:Concept",
        topConceptOf=entries.scheme(graph, "element"),
        otherName=list(one.names),
        givenBy=entries.system(graph, one.system) if one.system else None,
        heldBy=office(graph, one.holder) if one.holder else None,
    )


def _audience(graph: Graph, one: Audience) -> None:
    scheme = entries.scheme(graph, "audience")
    graph.add(
        entries.audience(graph, Named(one.code, one.title)),
        "skos:Concept",
        topConceptOf=None if one.broader else scheme,
        otherName=list(one.names),
        description=one.about,
        broader=entries.audience(graph, one.broader) if one.broader else None,
        exactMatch=concept(graph, "service_type", one.service_type) if one.service_type else None,
        page=one.page,
    )
