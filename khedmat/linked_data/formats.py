"""The same statements in three writings, each made of the JSON-LD: a test holds them against each other. Pure."""

import json
from importlib import import_module
from typing import Any, NamedTuple

from khedmat.linked_data.context import PREFIXES
from khedmat.linked_data.graph import Node
from khedmat.linked_data.triples import Terms, triples


class Format(NamedTuple):
    media_type: str
    ending: str


JSONLD = Format("application/ld+json", "jsonld")
TURTLE = Format("text/turtle", "ttl")
NTRIPLES = Format("application/n-triples", "nt")
FORMATS = {one.ending: one for one in (JSONLD, TURTLE, NTRIPLES)}
BY_MEDIA = {one.media_type: one for one in FORMATS.values()}


def written(document: Node, form: Format, *, base: str) -> bytes:
    if form == NTRIPLES:
        return triples(document["@graph"], Terms(document["@context"])).encode()
    plain = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return plain if form == JSONLD else _turtle(plain, base)


def _turtle(plain: bytes, base: str) -> bytes:
    engine = import_module("pyoxigraph")  # 12 MB that few answers need
    kinds = engine.RdfFormat
    told = (quad.triple for quad in engine.parse(plain, kinds.JSON_LD))
    found: Any = engine.serialize(told, format=kinds.TURTLE, prefixes={**PREFIXES, "x": f"{base}/ns#"})
    return bytes(found)
