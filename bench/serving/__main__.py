"""Answers a second of public pages: kept by a server process, and made anew; nginx and Datasette in the same rounds.

Run: python -m bench.serving [CARDS [SECONDS]]; needs wrk (apt-get install wrk nginx-light; pip install datasette in an
environment of its own whose bin stands last on PATH). The load generator takes its share of the same processors.
"""

import random
import sys
import tempfile
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

from bench.country import PORT, SITE, filled, served
from bench.serving import peers
from bench.serving.load import ask
from khedmat.cards.models import ServiceVersion

CARDS, SECONDS, ROUNDS = 10_000, 5, 3
MANY = 5_000  # addresses in turn: longer than a page is kept
SEED = 7
Race = dict[str, Callable[[], object]]


def services() -> list[tuple[int, str, str]]:
    """Key, title and description of published services, in an order of chance that is the same every time."""
    rows = list(ServiceVersion.objects.published().order_by("pk").values_list("service", "title", "description"))
    random.Random(SEED).shuffle(rows)
    return rows[:MANY]


def page_of(address: str) -> bytes:
    here = HTTPConnection("127.0.0.1", PORT, timeout=60)
    here.request("GET", address, headers={"Accept-Encoding": "br"})
    return here.getresponse().read()


def race(name: str, sides: Race) -> None:
    """Each side in turn, some rounds: a busy moment of the machine hits all of them alike."""
    for number in range(ROUNDS):
        for side, run in sides.items():
            print(f"{name:12} round {number + 1}   {side:10} {run()}", flush=True)


def main() -> int:
    cards, seconds = (*map(int, sys.argv[1:3]), *(CARDS, SECONDS)[len(sys.argv[1:3]) :])
    with filled(cards), tempfile.TemporaryDirectory() as folder, served():
        rows = services()
        address, many = f"/services/{rows[0][0]}/", [f"/services/{key}/" for key, *_ in rows]
        page = page_of(address)
        print(f"a page of a service: {len(page):,} bytes by Brotli")
        with peers.nginx(Path(folder), page) as nginx, peers.datasette(Path(folder), rows) as datasette:
            kept: Race = {"khedmat": lambda: ask(SITE, [address], seconds)}
            anew: Race = {"khedmat": lambda: ask(SITE, many, seconds)}
            if nginx:
                kept["nginx"] = lambda: ask(nginx, ["/page.html"], seconds)
            if datasette:
                anew["Datasette"] = lambda: ask(datasette, [f"/data/services/{key}" for key, *_ in rows], seconds)
            race("kept", kept)
            race("made anew", anew)
    return 0


if __name__ == "__main__":
    sys.exit(main())
