"""Described services against the official shapes of CPSV-AP 3.2.0, by pyshacl; nothing is fetched.

Codes stand in the data itself; the vocabulary goes beside it, so that a life event is known to be an event.
"""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from khedmat.linked_data.formats import NTRIPLES, written
from khedmat.linked_data.graph import Node

FOLDER = Path(__file__).parent / "data"
EDITION = "3.2.0"
LAST = "~"  # after every name


class Violation(NamedTuple):
    """What a shape refuses: of which node, at which property, by which kind of constraint (its local name in SHACL).

    The shapes say one breach several times: here once.
    """

    node: str
    path: str
    constraint: str


@cache
def shapes_digest() -> str:
    """Of the shapes and the vocabulary together: what judged with others judged something else."""
    held = b"".join(path.read_bytes() for path in sorted(FOLDER.glob("*.ttl")))
    return hashlib.sha256(held).hexdigest()


@cache
def _shapes() -> tuple[Any, Any]:
    known = import_module("rdflib").Graph  # heavy, as pyshacl is: only tasks and tests ask for them
    return tuple(known().parse(FOLDER / f"cpsv-ap-{EDITION}-{name}.ttl") for name in ("shapes", "vocabulary"))


def violations(documents: Iterable[Node], *, base: str) -> list[Violation]:
    """Of all documents together, in order; none where they conform."""
    rdflib, pyshacl = import_module("rdflib"), import_module("pyshacl")
    data, results = rdflib.Graph(), rdflib.SH
    for one in documents:
        data.parse(data=written(one, NTRIPLES, base=base).decode(), format="nt")
    shapes, vocabulary = _shapes()
    _conforms, report, _text = pyshacl.validate(data, shacl_graph=shapes, ont_graph=vocabulary)
    found: Any = report
    told: dict[tuple[str, str], str] = {}
    for result in found.objects(None, results.result):
        node, path, kind = (found.value(result, one) for one in _asked(results))
        place = (str(node), str(path or ""))
        told[place] = min(str(kind).rpartition("#")[2], told.get(place, LAST))
    return sorted(Violation(*place, kind) for place, kind in told.items())


def _asked(results: Any) -> tuple[Any, Any, Any]:
    return results.focusNode, results.resultPath, results.sourceConstraintComponent
