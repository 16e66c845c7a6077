"""Nodes gathered by address: whoever names a thing twice means one node. Pure."""

from typing import Any

Node = dict[str, Any]
FAS = "http://publications.europa.eu/resource/authority/language/FAS"
RIAL = "http://publications.europa.eu/resource/authority/currency/IRR"


class Graph:
    """The nodes of one document, in the order in which they came."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.nodes: dict[str, Node] = {}

    def add(self, address: str, kinds: str | list[str], **said: Any) -> str:
        """A node; what is empty is left out. Gives its address, by which others point to it."""
        known = self.nodes.setdefault(address, {"id": address, "type": kinds})
        known |= {name: value for name, value in said.items() if value not in (None, "", [], ())}
        return address

    def at(self, *path: object) -> str:
        return "/".join([self.base, "id", *map(str, path)])
