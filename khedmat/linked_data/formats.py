"""The same statements in three writings. Turtle and N-Triples are made of the JSON-LD, so they cannot differ. Pure."""

import json
from typing import Any, NamedTuple

from khedmat.linked_data.context import PREFIXES
from khedmat.linked_data.graph import Node


class Format(NamedTuple):
    media_type: str
    ending: str


JSONLD = Format("application/ld+json", "jsonld")
TURTLE = Format("text/turtle", "ttl")
NTRIPLES = Format("application/n-triples", "nt")
FORMATS = {one.ending: one for one in (JSONLD, TURTLE, NTRIPLES)}


def written(document: Node, form: Format, *, base: str) -> bytes:
    plain = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return plain if form == JSONLD else _converted(plain, form, base)


def _converted(plain: bytes, form: Format, base: str) -> bytes:
    from pyoxigraph import RdfFormat, parse, serialize  # noqa: PLC0415 — 12 MB that few answers need

    engine: Any = RdfFormat.TURTLE if form == TURTLE else RdfFormat.N_TRIPLES
    triples = (quad.triple for quad in parse(plain, RdfFormat.JSON_LD))
    prefixes = {**PREFIXES, "x": f"{base}/ns#"} if form == TURTLE else None
    found: Any = serialize(triples, format=engine, prefixes=prefixes)
    return bytes(found)
