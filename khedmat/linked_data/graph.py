"""Nodes gathered by address: whoever names a thing twice means one node. Pure."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVarTuple, cast

Node = dict[str, Any]
Words = TypeVarTuple("Words")
FAS = "http://publications.europa.eu/resource/authority/language/FAS"
RIAL = "http://publications.europa.eu/resource/authority/currency/IRR"
MOST_SHARED = 4096  # of one kind


class Shared(Node):
    """A node that many documents hold: it is never changed, and written once. `texts`: its writings."""

    __slots__ = ("texts",)

    def __init__(self, node: Node) -> None:
        super().__init__(node)
        self.texts: dict[str, bytes] = {}


class Graph:
    """The nodes of one document, in the order in which they came."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.nodes: dict[str, Node] = {}

    def add(self, address: str, kinds: str | list[str], **said: Any) -> str:
        """A node; what is empty is left out. Gives its address, by which others point to it."""
        known = self.nodes.get(address)
        told = {name: value for name, value in said.items() if value}
        if known is None:
            self.nodes[address] = {"id": address, "type": kinds, **told}
        elif told:
            self.nodes[address] = {**known, **told}
        return address

    def share(self, node: Shared) -> None:
        """What is known of it already stays."""
        known = self.nodes.setdefault(node["id"], node)
        if known is not node and not node.items() <= known.items():
            self.nodes[node["id"]] = {**known, **node, "type": known["type"]}

    def at(self, *path: object) -> str:
        return "/".join([self.base, "id", *map(str, path)])


def shared(describe: Callable[[Graph, *Words], str]) -> Callable[[Graph, *Words], str]:
    """For what is said alike in every document, by words alone: it is described once."""

    @lru_cache(MOST_SHARED)
    def once(base: str, *words: Any) -> tuple[str, list[Shared]]:
        graph = Graph(base)
        address = describe(graph, *words)
        return address, [node if isinstance(node, Shared) else Shared(node) for node in graph.nodes.values()]

    @wraps(describe)
    def into(graph: Graph, *words: Any) -> str:
        address, nodes = once(graph.base, *words)
        for node in nodes:
            graph.share(node)
        return address

    return cast(Any, into)
