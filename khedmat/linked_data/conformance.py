"""Described services against the official shapes of CPSV-AP 3.2.0, by pyshacl; nothing is fetched.

Codes stand in the data itself; the vocabulary goes beside it, so that a life event is known to be an event.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from khedmat.linked_data.formats import NTRIPLES, written
from khedmat.linked_data.graph import Node

FOLDER = Path(__file__).parent / "data"
EDITION = "3.2.0"


class Violation(NamedTuple):
    """What a shape refuses: of which node, at which property. The shapes say one breach several times: here once."""

    node: str
    path: str


@cache
def _shapes() -> tuple[Any, Any]:
    from rdflib import Graph as Known  # noqa: PLC0415 — heavy

    return tuple(Known().parse(FOLDER / f"cpsv-ap-{EDITION}-{name}.ttl") for name in ("shapes", "vocabulary"))  # type: ignore[return-value]


def violations(documents: Iterable[Node], *, base: str) -> list[Violation]:
    """Of all documents together, in order; none where they conform."""
    from pyshacl import validate  # noqa: PLC0415 — heavy, and only tasks ask for it
    from rdflib import SH  # noqa: PLC0415
    from rdflib import Graph as Known  # noqa: PLC0415

    data = Known()
    for one in documents:
        data.parse(data=written(one, NTRIPLES, base=base).decode(), format="nt")
    shapes, vocabulary = _shapes()
    _conforms, report, _text = validate(data, shacl_graph=shapes, ont_graph=vocabulary)
    found: Any = report
    pairs = {
        Violation(str(found.value(result, SH.focusNode)), str(found.value(result, SH.resultPath)))
        for result in found.objects(None, SH.result)
    }
    return sorted(pairs)
