"""The same statements in three writings. Turtle and N-Triples are made of the JSON-LD, so they cannot differ. Pure."""

import json
from importlib import import_module
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
BY_MEDIA = {one.media_type: one for one in FORMATS.values()}


def written(document: Node, form: Format, *, base: str) -> bytes:
    plain = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return plain if form == JSONLD else _converted(plain, form, base)


def _converted(plain: bytes, form: Format, base: str) -> bytes:
    engine = import_module("pyoxigraph")  # 12 MB that few answers need
    kinds = engine.RdfFormat
    triples = (quad.triple for quad in engine.parse(plain, kinds.JSON_LD))
    prefixes = {**PREFIXES, "x": f"{base}/ns#"} if form == TURTLE else None
    found: Any = engine.serialize(
        triples, format=kinds.TURTLE if form == TURTLE else kinds.N_TRIPLES, prefixes=prefixes
    )
    return bytes(found)
