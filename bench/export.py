"""Services a second as open data, beside a peer and beside the limit; every line says what it means.

First the writers alone, of versions at hand, for a small card (a title and a line of words) and for whole ones: ours,
rdflib's of the same statements at hand as its graph, and how many times as fast ours is. Then whole editions of a
growing registry: made anew, copied after one service in a thousand was given a name (of all files, and of CSV and
JSON-LD alone, without what changed between the editions), and the limit: the same octets copied and summed, and
nothing known of them.

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
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple
from unittest.mock import patch

from django.conf import settings
from django.db.models import Max
from django.utils import timezone
from rdflib import Graph

from bench.country import filled
from khedmat.cards.enums import NameSource, NameStage
from khedmat.cards.models import PopularName, Service, ServiceVersion
from khedmat.core.moments import one_moment
from khedmat.linked_data import copying, parts, walking
from khedmat.linked_data.context import context
from khedmat.linked_data.datasets import SERVICES
from khedmat.linked_data.parts import INDEX, INDEX_SUM, MANIFEST, digests
from khedmat.linked_data.published import for_facts, told
from khedmat.linked_data.publishing import publish
from khedmat.linked_data.sheets import table_line
from khedmat.linked_data.stamps import A_BLOCK, Standing, services_in, standing
from khedmat.linked_data.tables import row
from khedmat.linked_data.texts import FILES, Texts, bindings, nodes_of
from khedmat.linked_data.triples import Terms, triples
from khedmat.linked_data.walking import write_services
from khedmat.organizations.models import Organization

CARDS = 10_000
SHARES = (4, 2, 1)  # of the cards: a quarter, a half, all
SEEN = 500  # services a writing
A_NAME_IN = 1_000  # services
TWO = ("services.csv", "services.jsonld")
TERMS = Terms(context(settings.SITE_URL))
Version = ServiceVersion


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


def _csv(version: Version) -> object:
    said = row(version)
    return table_line(said[name] for name in SERVICES.columns)


def _ntriples(version: Version) -> str:
    return triples(nodes_of(version), TERMS)


OURS: dict[str, Callable[[Version], object]] = {
    "CSV": _csv,
    "JSON-LD": lambda version: json.dumps(nodes_of(version), ensure_ascii=False),
    "N-Triples": _ntriples,
    "all files of an edition": Texts().of,
}
PEERS = {"JSON-LD": "json-ld", "N-Triples": "nt"}


def small() -> list[Version]:
    """Cards of a title and a line of words, of no registry."""
    owner = Organization(code="bench", name="سازمان نمونه")
    paper = {"kind": "service_card", "source": {"name": "card.html", "media_type": "text/html"}}
    found = []
    for key in range(1, SEEN + 1):
        content = {"title": f"خدمت نمونهٔ {key}", "description": f"شرح خدمت {key} برای همهٔ مردم"}
        same = {"content": content, "paper": paper, "sha256": "0" * 64, "published_at": timezone.now()}
        version = Version(service=Service(pk=key, owner=owner), number=1, **same)
        vars(version).update(dict.fromkeys(told(Version.objects.all()).query.annotations, ()))
        found.append(version)
    return found


def whole() -> list[Version]:
    return list(for_facts(Version.objects.published()).order_by("service")[:SEEN])


def writings(name: str, versions: Callable[[], list[Version]]) -> None:
    graphs = [Graph().parse(data=_ntriples(version), format="nt") for version in versions()]
    print(f"{name} cards: {sum(map(len, graphs)) / len(graphs):.0f} statements a service")
    for writing, write in OURS.items():
        at_hand = versions()
        ours = rate(lambda at_hand=at_hand, write=write: len(list(map(write, at_hand))))
        print(f"  {writing:34} {ours}", flush=True)
        if form := PEERS.get(writing):
            peer = rate(lambda form=form: len([graph.serialize(format=form) for graph in graphs]))
            print(f"  {'the same by rdflib':34} {peer}   ours {ours.processor / peer.processor:.1f} times", flush=True)


def first(share: int) -> Iterator[Standing]:
    """A share of all blocks, the first ones."""
    highest = (Version.objects.published().aggregate(key=Max("service"))["key"] or 0) // share
    return takewhile(lambda one: one.key <= highest // A_BLOCK, standing())


def name_some(share: int) -> None:
    with one_moment():
        keys = [key for one in first(share) for key in services_in(one.stamps)][::A_NAME_IN]
    word = token_hex(4)
    said = {"source": NameSource.choices[0][0], "stage": NameStage.IN_FORCE, "term": word, "letters": word}
    PopularName.objects.bulk_create(PopularName(service_id=key, **said) for key in keys)


def edition(folder: Path, source: Path) -> int:
    return int(publish(folder, at=timezone.now(), since=source)["services"])


@contextmanager
def only(names: tuple[str, ...]) -> Iterator[None]:
    """No other files of services are there."""
    places, of = [FILES.index(name) for name in names], Texts.of
    fewer = {"FILES": names, "bindings": lambda: [bindings()[place] for place in places]}
    texts = patch.object(Texts, "of", lambda made, version: [of(made, version)[place] for place in places])
    with patch.multiple(copying, **fewer), patch.multiple(parts, **fewer), texts:
        yield


def services(folder: Path, source: Path) -> int:
    """With as much of a manifest as the next one copies by."""
    folder.mkdir()
    with one_moment():
        made = write_services(folder, source, lambda number: None)
    files = {name: {"sha256": one} for name, one in made.sums.items()}
    (folder / MANIFEST).write_text(json.dumps({"files": files, INDEX_SUM: digests(folder, [INDEX])[INDEX]}))
    return made.number


def limit(made: Path, aside: Path, number: int) -> int:
    """As many services as the files hold, copied and summed."""
    shutil.copytree(made, aside)
    for path in filter(Path.is_file, aside.rglob("*")):
        with path.open("rb") as file:
            hashlib.file_digest(file, "sha256")
    return number


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def touch(octets: int) -> None:
    """Memory that a machine never used is dearer to write to than all that is measured here."""
    with tempfile.TemporaryFile() as file:
        for _ in range(octets >> 20):
            file.write(bytes(1 << 20))


def editions(folder: Path, share: int, make: Callable[[Path, Path], int]) -> None:
    before, after = folder / "before", folder / "after"
    folder.mkdir()
    with patch.object(walking, "standing", lambda: first(share)):
        anew = rate(lambda: make(before, folder / "none"))
        name_some(share)
        touch(3 * size(before))
        made = list[int]()
        copied = rate(lambda: made.append(make(after, before)) or made[0])
    (number,) = made
    least = rate(lambda: limit(after, folder / "limit", number))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {number:7,} made anew                  {anew}")
    print(f"  {number:7,} mostly copied              {copied}   {copied.processor / least.processor:.0%} of the limit")
    print(f"  {number:7,} limit: the octets          {least}")
    print(f"          {size(after) / number:,.0f} bytes a service, {memory:.0f} MB at most", flush=True)
    shutil.rmtree(folder)


def main() -> int:
    cards = int(sys.argv[1]) if sys.argv[1:] else CARDS
    with filled(cards), tempfile.TemporaryDirectory() as place:
        writings("small", small)
        writings("whole", whole)
        for share in SHARES:
            print(f"editions of all files, 1/{share} of the registry")
            editions(Path(place) / "all", share, edition)
            print(f"editions of {' and '.join(TWO)}, 1/{share} of the registry")
            with only(TWO):
                editions(Path(place) / "two", share, services)
    return 0


if __name__ == "__main__":
    sys.exit(main())
