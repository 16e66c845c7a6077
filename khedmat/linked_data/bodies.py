"""Agencies and places: of the register by their code, others by their name. Pure."""

from khedmat.linked_data.facts import Facts, Office, mark
from khedmat.linked_data.graph import Graph, shared

ORGANISATION = ["cv:PublicOrganisation", "org:Organization", "foaf:Agent"]


@shared
def iran(graph: Graph) -> str:
    return graph.add(graph.at("place", "IR"), "dct:Location", prefLabel="ایران", notation="IR")


@shared
def province(graph: Graph, code: str, name: str) -> str:
    return graph.add(graph.at("place", code), "dct:Location", prefLabel=name, notation=code)


@shared
def office(graph: Graph, found: Office) -> str:
    """With its parents; the competent authority of a service."""
    above = office(graph, found.parent) if found.parent else None
    said = {"prefLabel": found.name, "title": found.name, "identifier": found.code, "spatial": iran(graph)}
    return graph.add(graph.at("agency", found.code), ORGANISATION, subOrganizationOf=above, **said)


def named(graph: Graph, name: str, facts: Facts) -> str:
    """A body that a form names; the owner itself by its own address."""
    if mark(name) == mark(facts.owner.name):
        return office(graph, facts.owner)
    return _body(graph, name)


@shared
def _body(graph: Graph, name: str) -> str:
    said = {"prefLabel": name, "title": name, "identifier": mark(name)}
    return graph.add(graph.at("body", mark(name)), ["foaf:Agent", "org:Organization"], **said)
