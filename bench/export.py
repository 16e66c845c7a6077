"""Services a second as open data, by format, for growing registries; rdflib writes the same triples beside ours.

Run: python -m bench.export [CARDS]. Each size is a part of the cards; memory is that of the process.
"""

import csv
import io
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from rdflib import Graph

from bench.country import filled
from khedmat.cards.models import ServiceVersion
from khedmat.linked_data.datasets import SERVICES
from khedmat.linked_data.formats import NTRIPLES, written
from khedmat.linked_data.published import facts_of, published
from khedmat.linked_data.service import document
from khedmat.linked_data.tables import record, row

CARDS = 10_000
PARTS = (4, 2, 1)  # of the cards: a quarter, a half, all
Write = Callable[[ServiceVersion], object]


def _jsonld(version: ServiceVersion) -> str:
    return json.dumps(document(facts_of(version)), ensure_ascii=False)


def _ntriples(version: ServiceVersion) -> bytes:
    facts = facts_of(version)
    return written(document(facts), NTRIPLES, base=facts.base)


def _rdflib(version: ServiceVersion) -> bytes:
    """The triples of ours, read and written by rdflib."""
    made: bytes = Graph().parse(_ntriples(version), format="nt").serialize(format="nt", encoding="utf-8")
    return made


def _lines(version: ServiceVersion) -> str:
    return json.dumps(record(version), ensure_ascii=False)


def _csv(version: ServiceVersion) -> object:
    return csv.DictWriter(io.StringIO(), list(SERVICES.columns)).writerow(row(version))


FORMATS: dict[str, Write] = {
    "rows of the database": lambda version: version.content,
    "CSV": _csv,
    "JSON Lines": _lines,
    "JSON-LD": _jsonld,
    "N-Triples": _ntriples,
    "N-Triples, rdflib": _rdflib,
}


def rate(write: Write, versions: Iterator[Any], number: int) -> float:
    start = time.perf_counter()
    done = sum(1 for version in islice(versions, number) if write(version) is not None)
    return done / (time.perf_counter() - start)


def main() -> int:
    cards = int(sys.argv[1]) if sys.argv[1:] else CARDS
    with filled(cards):
        whole = ServiceVersion.objects.published().count()
        for name, write in FORMATS.items():
            rates = [f"{whole // part:,}: {rate(write, published(), whole // part):,.0f}/s" for part in PARTS]
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{name:22} {'   '.join(rates)}   memory at most {memory:.0f} MB", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
