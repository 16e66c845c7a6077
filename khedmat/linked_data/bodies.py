"""Agencies and places: of the register by their code, others by their name. Pure."""

from khedmat.linked_data.facts import Facts, Office, mark
from khedmat.linked_data.graph import Graph

ORGANISATION = ["cv:PublicOrganisation", "org:Organization", "foaf:Agent"]


def iran(graph: Graph) -> str:
    return graph.add(graph.at("place", "IR"), "dct:Location", prefLabel="ایران", notation="IR")


def province(graph: Graph, code: str, name: str) -> str:
    return graph.add(graph.at("place", code), "dct:Location", prefLabel=name, notation=code)


def office(graph: Graph, found: Office) -> str:
    """With its parents; the competent authority of a service."""
    above = office(graph, found.parent) if found.parent else None
    said = {"prefLabel": found.name, "title": found.name, "identifier": found.code, "spatial": iran(graph)}
    return graph.add(graph.at("agency", found.code), ORGANISATION, subOrganizationOf=above, **said)


def named(graph: Graph, name: str, facts: Facts) -> str:
    """A body that a form names; the owner itself by its own address."""
    if mark(name) == mark(facts.owner.name):
        return office(graph, facts.owner)
    said = {"prefLabel": name, "title": name, "identifier": mark(name)}
    return graph.add(graph.at("body", mark(name)), ["foaf:Agent", "org:Organization"], **said)
