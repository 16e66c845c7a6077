"""What the shapes found, in words for people and as a SHACL report. Pure."""

from collections.abc import Iterable

from khedmat.linked_data.conformance import Violation
from khedmat.linked_data.context import PREFIXES
from khedmat.linked_data.graph import Graph, Node

SHACL = "http://www.w3.org/ns/shacl#"
CONTEXT = {
    "sh": SHACL,
    "xsd": PREFIXES["xsd"],
    "dct": PREFIXES["dct"],
    "id": "@id",
    "type": "@type",
    "conforms": {"@id": "sh:conforms", "@type": "xsd:boolean"},
    "created": {"@id": "dct:created", "@type": "xsd:dateTime"},
    "subject": {"@id": "dct:subject", "@type": "@id"},
    "result": {"@id": "sh:result", "@type": "@id"},
    "focusNode": {"@id": "sh:focusNode", "@type": "@id"},
    "resultPath": {"@id": "sh:resultPath", "@type": "@id"},
    "resultSeverity": {"@id": "sh:resultSeverity", "@type": "@id"},
    "sourceConstraintComponent": {"@id": "sh:sourceConstraintComponent", "@type": "@id"},
    "resultMessage": {"@id": "sh:resultMessage", "@language": "fa"},
}
SAYS = {
    "MinCountConstraintComponent": "باید نوشته شود و نشده است",
    "MaxCountConstraintComponent": "بیش از آن آمده است که الگو می‌پذیرد",
    "ClassConstraintComponent": "به چیزی می‌رسد که از گونهٔ خواسته‌شده نیست",
    "DatatypeConstraintComponent": "نوشتهٔ آن از گونهٔ خواسته‌شده نیست",
    "NodeKindConstraintComponent": "باید نشانی باشد و نیست، یا نباید باشد و هست",
    "UniqueLangConstraintComponent": "به یک زبان دو بار آمده است",
}
OTHERWISE = "با الگو نمی‌خواند"


def words(one: Violation) -> str:
    return SAYS.get(one.constraint, OTHERWISE)


def short(address: str) -> str:
    """An address of a vocabulary as «prefix:name»; as it is where the prefix is not known."""
    for prefix, start in PREFIXES.items():
        if address.startswith(start):
            return f"{prefix}:{address.removeprefix(start)}"
    return address


def report(at: str, *, about: str, created: str, found: Iterable[Violation]) -> Node:
    """`at`: where the report is read; `about`: the service; `created`: an instant of ISO 8601."""
    graph = Graph(at)
    results = [_result(graph, place, one) for place, one in enumerate(found, 1)]
    said = {"created": created, "subject": about, "conforms": str(not results).lower(), "result": results}
    graph.add(at, "sh:ValidationReport", **said)
    return {"@context": CONTEXT, "@graph": list(graph.nodes.values())}


def _result(graph: Graph, place: int, one: Violation) -> str:
    return graph.add(
        f"{graph.base}#result-{place}",
        "sh:ValidationResult",
        focusNode=one.node,
        resultPath=one.path,
        resultSeverity=f"{SHACL}Violation",
        sourceConstraintComponent=f"{SHACL}{one.constraint}",
        resultMessage=words(one),
    )
