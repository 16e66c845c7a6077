"""Services a second as open data: each writing made anew with rdflib beside, and whole editions of growing registries,
made anew and copied out of the one before, after which one service in a thousand was given a name; beside the latter
the limit: its octets copied and summed, and nothing known of them.

Run: python -m bench.export [CARDS]. Rates are of processor seconds of this process, and of seconds on the wall, which
hold the database's part and whatever else the machine does.
"""

import hashlib
import json
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice, takewhile
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple
from unittest.mock import patch

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from rdflib import Graph

from bench.country import filled
from khedmat.cards.enums import NameSource, NameStage
from khedmat.cards.models import PopularName, ServiceVersion
from khedmat.linked_data import walking
from khedmat.linked_data.context import context
from khedmat.linked_data.datasets import SERVICES
from khedmat.linked_data.parts import manifest_of
from khedmat.linked_data.published import for_facts
from khedmat.linked_data.publishing import publish
from khedmat.linked_data.sheets import record_line, table_line
from khedmat.linked_data.stamps import A_BLOCK, Standing, services_in, standing
from khedmat.linked_data.tables import record, row
from khedmat.linked_data.texts import nodes_of
from khedmat.linked_data.triples import Terms, triples

CARDS = 10_000
PARTS = (4, 2, 1)  # of the cards: a quarter, a half, all
SEEN = 1_000  # services a writing
A_NAME_IN = 1_000  # services
TERMS = Terms(context(settings.SITE_URL))
Write = Callable[[ServiceVersion], object]


class Rate(NamedTuple):
    """Services a second."""

    processor: float
    wall: float

    def __str__(self) -> str:
        return f"{self.processor:9,.0f}/s of processor {self.wall:9,.0f}/s on the wall"


def rate(work: Callable[[], int]) -> Rate:
    """Of work that says how many services it wrote."""
    start, begun = time.process_time(), time.perf_counter()
    done = work()
    return Rate(done / (time.process_time() - start), done / (time.perf_counter() - begun))


def _csv(version: ServiceVersion) -> object:
    said = row(version)
    return table_line(said[name] for name in SERVICES.columns)


def _ntriples(version: ServiceVersion) -> str:
    return triples(nodes_of(version), TERMS)


WRITINGS: dict[str, Write] = {
    "rows of the database": lambda version: version.content,
    "CSV": _csv,
    "JSON Lines": lambda version: record_line(record(version)),
    "JSON-LD": lambda version: json.dumps(nodes_of(version), ensure_ascii=False),
    "N-Triples": _ntriples,
    "the same by rdflib": lambda version: Graph().parse(data=_ntriples(version), format="nt").serialize(format="nt"),
}


def one_by_one(write: Write) -> int:
    versions: Iterator[ServiceVersion] = for_facts(ServiceVersion.objects.published()).iterator(chunk_size=500)
    return sum(1 for version in islice(versions, SEEN) if write(version) is not None)


def first(part: int) -> Iterator[Standing]:
    """A part of all blocks, the first ones."""
    highest = (ServiceVersion.objects.published().aggregate(key=Max("service"))["key"] or 0) // part
    return takewhile(lambda one: one.key <= highest // A_BLOCK, standing())


def edition(folder: Path, source: Path, part: int) -> int:
    """Of the first services only."""
    with patch.object(walking, "standing", lambda: first(part)):
        made = publish(folder, at=timezone.now(), since=source)
    return int(made["services"])


def name_some(part: int, word: str) -> None:
    with transaction.atomic():
        keys = [key for one in first(part) for key in services_in(one.stamps)][::A_NAME_IN]
    told = {"source": NameSource.choices[0][0], "stage": NameStage.IN_FORCE, "term": word, "letters": word}
    PopularName.objects.bulk_create(PopularName(service_id=key, **told) for key in keys)


def limit(made: Path, aside: Path, services: int) -> int:
    """As many services as the files hold, copied and summed."""
    shutil.copytree(made, aside)
    for path in filter(Path.is_file, aside.rglob("*")):
        with path.open("rb") as file:
            hashlib.file_digest(file, "sha256")
    return services


def editions(folder: Path, part: int) -> None:
    before, after = folder / f"{part}-before", folder / f"{part}-after"
    anew = rate(lambda: edition(before, folder / "none", part))
    name_some(part, token_hex(4))
    copied = rate(lambda: edition(after, before, part))
    services = int(manifest_of(after)["services"])
    least = rate(lambda: limit(after, folder / f"{part}-limit", services))
    octets = sum(path.stat().st_size for path in after.rglob("*") if path.is_file()) / services
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"edition of {services:7,}, made anew     {anew}")
    print(f"edition of {services:7,}, mostly copied {copied}   {octets:,.0f} bytes a service, {memory:.0f} MB")
    print(f"edition of {services:7,}, its octets    {least}", flush=True)


def main() -> int:
    cards = int(sys.argv[1]) if sys.argv[1:] else CARDS
    with filled(cards), tempfile.TemporaryDirectory() as folder:
        for name, write in WRITINGS.items():
            print(f"{name:34} {rate(lambda write=write: one_by_one(write))}", flush=True)
        for part in PARTS:
            editions(Path(folder), part)
    return 0


if __name__ == "__main__":
    sys.exit(main())
