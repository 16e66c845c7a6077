"""Code lists as concepts: what the printed form offers, with Persian and English labels. Pure."""

from collections.abc import Iterable

from khedmat.cards.vocabulary import VOCABULARY, Label
from khedmat.linked_data.context import context
from khedmat.linked_data.graph import FAS, RIAL, Graph, Node

OWN: dict[str, dict[str, Label]] = {  # lists that the form does not print
    "role": {
        "inquired": Label("دستگاه استعلام‌شونده", "Inquired agency"),
        "supervisor": Label("مرجع ناظر", "Supervising body"),
    },
    "medium": {"visit": Label("مراجعهٔ حضوری", "Visit in person")},
    "output_kind": {"permit": Label("مجوز", "Permit")},
}
LISTS = VOCABULARY | OWN


def concept(graph: Graph, name: str, value: str) -> str:
    label = LISTS[name][value]
    scheme = graph.at("code", name)
    said = {"prefLabel": label.fa, "labelInEnglish": label.en, "notation": value, "inScheme": scheme}
    return graph.add(graph.at("code", name, value), "skos:Concept", **said)


def concepts(graph: Graph, name: str, values: Iterable[str]) -> list[str]:
    return [concept(graph, name, value) for value in values]


def persian(graph: Graph) -> str:
    return graph.add(FAS, "dct:LinguisticSystem")


def rial(graph: Graph) -> str:
    return graph.add(RIAL, "skos:Concept", prefLabel="ریال ایران", notation="IRR")


def code_list(base: str, name: str) -> Node:
    """One list as a SKOS scheme. KeyError for a list that there is not."""
    graph = Graph(base)
    scheme = graph.add(graph.at("code", name), "skos:ConceptScheme", title=name, identifier=name)
    for value in LISTS[name]:
        graph.add(concept(graph, name, value), "skos:Concept", topConceptOf=scheme)
    return {"@context": context(base), "@graph": list(graph.nodes.values())}
