"""N-Triples of a document of flat nodes, by the context that stands in it: values are text, addresses whole. Pure.

A test holds the lines against a parser of JSON-LD, which takes five times as long.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from khedmat.linked_data.graph import Node

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
NAMES = {"id": "@id", "type": "@type"}  # what our contexts call the two words of JSON-LD
ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
ESCAPES = {number: f"\\u{number:04X}" for number in (*range(0x20), 0x7F)}
ESCAPES |= {ord(letter): f"\\{short}" for letter, short in zip('\b\t\n\f\r"\\', 'btnfr"\\', strict=True)}
Said = Callable[[str], str]


class Terms:
    """The keys of a context: each as a predicate, with the writing of its values."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._context = context
        told = {key: said for key, said in context.items() if key not in NAMES}
        self.keys = {key: self._read(said) for key, said in told.items()}

    def _read(self, said: str | Mapping[str, str]) -> tuple[str, Said]:
        if isinstance(said, str):
            return f"<{self.whole(said)}>", _literal("")
        kind, language = said.get("@type"), said.get("@language")
        predicate = f"<{self.whole(said['@id'])}>"
        if kind == "@id":
            return predicate, _address
        return predicate, _literal(f"@{language}" if language else f"^^<{self.whole(kind)}>" if kind else "")

    def whole(self, name: str) -> str:
        """An address that was shortened by a prefix."""
        prefix, _colon, rest = name.partition(":")
        start = self._context.get(prefix)
        return f"{start}{rest}" if isinstance(start, str) and not rest.startswith("//") else name


def triples(nodes: Iterable[Node], terms: Terms) -> str:
    """Lines, the nodes in their order. KeyError for a key that the context does not tell."""
    return "".join(line for node in nodes for line in _of_node(node, terms))


def _of_node(node: Node, terms: Terms) -> Iterable[str]:
    subject = _address(node["id"])
    for kind in _each(node.get("type", ())):
        yield f"{subject} <{TYPE}> <{terms.whole(kind)}> .\n"
    for key, values in node.items():
        if key not in NAMES:
            predicate, written = terms.keys[key]
            for value in _each(values):
                yield f"{subject} {predicate} {written(value)} .\n"


def _each(values: Any) -> Iterable[str]:
    return (values,) if isinstance(values, str) else values


def _address(value: str) -> str:
    return f"<{value}>"


def _literal(suffix: str) -> Said:
    def written(value: str) -> str:
        plain = value.translate(ESCAPES) if ESCAPED.search(value) else value
        return f'"{plain}"{suffix}'

    return written
