"""What a published service says in each file of open data: its parts, one beside the other."""

import json
from typing import NamedTuple

from django.conf import settings

from khedmat.cards.models import ServiceVersion
from khedmat.linked_data.context import context
from khedmat.linked_data.datasets import PERMITS, SERVICES
from khedmat.linked_data.graph import Graph, Node
from khedmat.linked_data.listed import permits
from khedmat.linked_data.published import facts_of, number_of
from khedmat.linked_data.service import described
from khedmat.linked_data.sheets import head, record_line, table_line
from khedmat.linked_data.tables import record, row
from khedmat.linked_data.triples import Terms, triples


class Binding(NamedTuple):
    """What a file holds before, between and after the parts of services."""

    head: bytes = b""
    between: bytes = b""
    foot: bytes = b""


RECORDS = "services.jsonl"
FILES = ("services.csv", RECORDS, "services.jsonld", "services.nt", "permits.csv", "permits.jsonl", "digests.json")


def bindings() -> list[Binding]:
    """Of each of the files."""
    start = json.dumps(context(settings.SITE_URL), ensure_ascii=False)
    return [
        Binding(head(SERVICES).encode()),
        Binding(),
        Binding(f'{{"@context":{start},"@graph":['.encode(), b",\n", b"]}\n"),
        Binding(),
        Binding(head(PERMITS).encode()),
        Binding(),
        Binding(b"{\n ", b",\n ", b"\n}\n"),
    ]


class Texts:
    """Made of versions whose names were fetched (`for_facts`)."""

    def __init__(self) -> None:
        self._terms = Terms(context(settings.SITE_URL))

    def of(self, version: ServiceVersion) -> list[bytes]:
        """Its part of each file, in the order of `FILES`."""
        nodes, rows = nodes_of(version), permits(version)
        said = row(version)
        parts = (
            table_line(said[name] for name in SERVICES.columns),
            record_line(record(version)),
            json.dumps(nodes, ensure_ascii=False, separators=(",", ":"))[1:-1],
            triples(nodes, self._terms),
            "".join(table_line(one[name] for name in PERMITS.columns) for one in rows),
            "".join(map(record_line, rows)),
            f'"{number_of(version)}": "{version.sha256}"',
        )
        return [part.encode() for part in parts]


def nodes_of(version: ServiceVersion) -> list[Node]:
    """All that is said of it and of what it names. Of a version whose names were fetched."""
    facts = facts_of(version)
    graph = Graph(facts.base)
    described(graph, facts)
    return list(graph.nodes.values())
