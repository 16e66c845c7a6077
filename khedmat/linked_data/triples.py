"""N-Triples of a document of flat nodes, by the context that stands in it: values are text, addresses whole. Pure.

A test holds the lines against a parser of JSON-LD, which takes five times as long.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from khedmat.linked_data.graph import Node

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
NAMES = {"id": "@id", "type": "@type"}  # what our contexts call the two words of JSON-LD
ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]').search
ESCAPES = {number: f"\\u{number:04X}" for number in (*range(0x20), 0x7F)}
ESCAPES |= {ord(letter): f"\\{short}" for letter, short in zip('\b\t\n\f\r"\\', 'btnfr"\\', strict=True)}
Said = Callable[[str], str]


class Terms:
    """The keys of a context: each as what writes one of its values behind a subject."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._context = context
        self.keys = {key: self._read(said) for key, said in context.items() if key not in NAMES}
        self.keys |= {"type": self._kind}

    def _read(self, said: str | Mapping[str, str]) -> Said:
        if isinstance(said, str):
            return _literal(self.whole(said), "")
        kind, language = said.get("@type"), said.get("@language")
        predicate = self.whole(said["@id"])
        if kind == "@id":
            return _address(predicate)
        return _literal(predicate, f"@{language}" if language else f"^^<{self.whole(kind)}>" if kind else "")

    def _kind(self, name: str) -> str:
        return f"{TYPE} <{self.whole(name)}> .\n"

    def whole(self, name: str) -> str:
        """An address that was shortened by a prefix."""
        prefix, _colon, rest = name.partition(":")
        start = self._context.get(prefix)
        return f"{start}{rest}" if isinstance(start, str) and not rest.startswith("//") else name


def triples(nodes: Iterable[Node], terms: Terms) -> str:
    """Lines, the nodes in their order. KeyError for a key that the context does not tell."""
    return "".join([_of_node(node, terms.keys) for node in nodes])


def _of_node(node: Node, keys: Mapping[str, Said]) -> str:
    subject, lines = f"<{node['id']}> ", list[str]()
    for key, values in node.items():
        if key != "id":
            written = keys[key]
            lines += [written(values)] if isinstance(values, str) else map(written, values)
    return subject + subject.join(lines) if lines else ""


def _address(predicate: str) -> Said:
    def written(value: str) -> str:
        return f"<{predicate}> <{value}> .\n"

    return written


def _literal(predicate: str, suffix: str) -> Said:
    def written(value: str) -> str:
        plain = value.translate(ESCAPES) if ESCAPED(value) else value
        return f'<{predicate}> "{plain}"{suffix} .\n'

    return written
