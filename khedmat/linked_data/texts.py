"""What a published service says in each file of open data: its parts, one beside the other."""

import json
from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from pydantic_core import to_json

from khedmat.cards.models import ServiceVersion
from khedmat.linked_data.context import context
from khedmat.linked_data.datasets import PERMITS, SERVICES
from khedmat.linked_data.graph import Graph, Node, Shared
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
        return [
            table_line(said[name] for name in SERVICES.columns).encode(),
            record_line(record(version)).encode(),
            b",".join([_once(node, "jsonld", to_json) for node in nodes]),
            b"".join([_once(node, "nt", self._triples) for node in nodes]),
            "".join(table_line(one[name] for name in PERMITS.columns) for one in rows).encode(),
            "".join(map(record_line, rows)).encode(),
            f'"{number_of(version)}": "{version.sha256}"'.encode(),
        ]

    def _triples(self, node: Node) -> bytes:
        return triples([node], self._terms).encode()


def _once(node: Node, form: str, written: Callable[[Node], bytes]) -> bytes:
    """What many services hold is written for the first of them."""
    if not isinstance(node, Shared):
        return written(node)
    if form not in node.texts:
        node.texts[form] = written(node)
    return node.texts[form]


def nodes_of(version: ServiceVersion) -> list[Node]:
    """All that is said of it and of what it names. Of a version whose names were fetched."""
    facts = facts_of(version)
    graph = Graph(facts.base)
    described(graph, facts)
    return list(graph.nodes.values())
