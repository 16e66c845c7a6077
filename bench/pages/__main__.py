"""Answers a second of public pages: kept by a server process, made for the first time, and asked again after each of
ten publications a second; others in the same rounds.

Run: python -m bench.pages [CARDS [SECONDS]]; needs wrk (apt-get install wrk nginx-light; pip install datasette, and
pip install wagtail granian, each in an environment of its own whose bin stands last on PATH). The load generator takes
its share of the same processors.
"""

import random
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from pathlib import Path

import psycopg

from bench.country import PORT, SITE, filled, served
from bench.pages import peers
from bench.pages.load import ask
from khedmat.cards.models import ServiceVersion
from khedmat.site import env
from khedmat.site.publications import CHANNEL

CARDS, SECONDS, ROUNDS = 10_000, 5, 3
MANY = 6_000  # addresses, in each round others
AGAIN = 1_000  # addresses that a process keeps
A_PUBLICATION = 0.1  # seconds
SEED = 7
Race = dict[str, Callable[[], object]]
Sites = dict[str, tuple[str | None, list[str]]]


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


@contextmanager
def giving(folder: Path, page: bytes) -> Iterator[Sites]:
    """Who else gives the page, and what is asked there."""
    with peers.nginx(folder, page) as nginx, peers.bare(folder, page) as bare:
        yield {"nginx": (nginx, ["/page.html"]), "granian": (bare, ["/"])}


@contextmanager
def making(folder: Path, rows: list[tuple[int, str, str]]) -> Iterator[Sites]:
    """Who else makes pages of these services, and what is asked there."""
    keys = [key for key, *_ in rows]
    with peers.datasette(folder, rows) as datasette, peers.wagtail(folder, rows) as wagtail:
        yield {
            "Datasette": (datasette, [f"/data/services/{key}" for key in keys]),
            "Wagtail": (wagtail, [f"/{key}/" for key in keys]),
        }


def raced(name: str, sites: Sites, seconds: int, *, ours: Race | None = None) -> None:
    for side in (side for side, (site, _paths) in sites.items() if not site):
        print(f"{name:12} {side} is not installed here: not measured")
    theirs = {side: partial(ask, site, paths, seconds) for side, (site, paths) in sites.items() if site}
    race(name, (ours or {}) | theirs)


@contextmanager
def publications() -> Iterator[None]:
    """As if something were published again and again: what is kept is old at once."""
    ended = threading.Event()

    def tell() -> None:
        where = env.database()
        named = {"host": where["HOST"], "port": where["PORT"], "user": where["USER"], "dbname": where["NAME"]}
        with psycopg.connect(**named, autocommit=True) as telling:
            while not ended.wait(A_PUBLICATION):
                telling.execute(f"NOTIFY {CHANNEL}")

    teller = threading.Thread(target=tell)
    teller.start()
    try:
        yield
    finally:
        ended.set()
        teller.join()


def made(many: list[str], seconds: int) -> Race:
    """Ours: pages that nobody asked for yet, and pages that are kept, but old by a publication."""
    share = len(many) // ROUNDS
    shares = iter([many[share * number :][:share] for number in range(ROUNDS)])

    def again() -> object:
        with publications():
            return ask(SITE, many[:AGAIN], seconds)

    return {"first": lambda: ask(SITE, next(shares), seconds), "again": again}


def main() -> int:
    cards, seconds = (*map(int, sys.argv[1:3]), *(CARDS, SECONDS)[len(sys.argv[1:3]) :])
    with filled(cards), tempfile.TemporaryDirectory() as folder, served():
        rows = services()
        address, many = f"/services/{rows[0][0]}/", [f"/services/{key}/" for key, *_ in rows]
        page = page_of(address)
        print(f"a page of a service: {len(page):,} bytes by Brotli")
        with giving(Path(folder), page) as others:
            raced("kept", {"khedmat": (SITE, [address]), **others}, seconds)
        with making(Path(folder), rows) as others:
            raced("made", others, seconds, ours=made(many, seconds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
