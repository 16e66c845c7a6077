"""Agencies and documents of the registers, each as a document that stands by itself. Pure."""

from typing import NamedTuple

from khedmat.linked_data.bodies import ORGANISATION, office
from khedmat.linked_data.context import context
from khedmat.linked_data.facts import Office, mark
from khedmat.linked_data.graph import Graph, Node


class Agency(NamedTuple):
    """`names`: other names by which it is found."""

    office: Office
    page: str
    names: tuple[str, ...] = ()


class Entry(NamedTuple):
    """A kind of document, as its register knows it."""

    code: str
    title: str
    page: str
    names: tuple[str, ...] = ()
    issuer: Office | None = None
    validity: str = ""


def agency_document(base: str, *found: Agency) -> Node:
    graph = Graph(base)
    for one in found:
        at = office(graph, one.office)
        graph.add(at, ORGANISATION, page=one.page, otherName=list(one.names))
    return _whole(graph)


def document_document(base: str, *found: Entry) -> Node:
    graph = Graph(base)
    for one in found:
        _entry(graph, one)
    return _whole(graph)


def _entry(graph: Graph, one: Entry) -> None:
    """Cards point to wordings; the entry says of which wordings it is the one document."""
    wordings = [graph.at("evidence", mark(name)) for name in (one.title, *one.names)]
    graph.add(
        graph.at("document", one.code),
        "cv:EvidenceType",
        identifier=one.code,
        title=one.title,
        prefLabel=one.title,
        otherName=list(one.names),
        exactMatch=list(dict.fromkeys(wordings)),
        issuedBy=office(graph, one.issuer) if one.issuer else None,
        validity=one.validity,
        page=one.page,
    )


def _whole(graph: Graph) -> Node:
    return {"@context": context(graph.base), "@graph": list(graph.nodes.values())}
