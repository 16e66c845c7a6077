"""Entries of the registers as nodes, the same ones in their own documents and in those of services. Pure."""

from khedmat.linked_data.facts import Named
from khedmat.linked_data.graph import Graph, shared

DOCUMENT = ["cv:EvidenceType", "skos:Concept"]
SCHEMES = {"element": "اقلام داده", "audience": "گیرندگان خدمت"}


@shared
def document(graph: Graph, one: Named) -> str:
    said = {"identifier": one.code, "title": one.title, "prefLabel": one.title}
    return graph.add(graph.at("document", one.code), DOCUMENT, **said)


@shared
def system(graph: Graph, one: Named) -> str:
    return graph.add(graph.at("system", one.code), "dcat:DataService", identifier=one.code, title=one.title)


@shared
def element(graph: Graph, one: Named) -> str:
    return _concept(graph, "element", one)


@shared
def audience(graph: Graph, one: Named) -> str:
    return _concept(graph, "audience", one)


def _concept(graph: Graph, name: str, one: Named) -> str:
    said = {"identifier": one.code, "prefLabel": one.title, "inScheme": graph.at(name)}
    return graph.add(graph.at(name, one.code), "skos:Concept", **said)


def scheme(graph: Graph, name: str) -> str:
    return graph.add(graph.at(name), "skos:ConceptScheme", title=SCHEMES[name], identifier=name)
