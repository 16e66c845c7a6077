"""Searching at several sizes, in one run: our index and SQLite FTS5 (the words alone), asked the same in turn.

Run: python -m bench.search [SIZES…], for instance 10000 100000 1000000. Milliseconds are of the processor, so that
whatever else runs on the machine does not count; «built» is by the clock as well. «engine» is a question to ten keys,
«tantivy» its part that is the engine's own: the same terms with the same weights, asked and nothing else; «page» all
hits with why the first twenty of them were found, as a page of results asks.
"""

import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import tantivy

from bench.search.generated import entries, questions
from khedmat.search.analysis import stems
from khedmat.search.entry import Entry
from khedmat.search.index import Index, build
from khedmat.search.ranking import query, question

ASKED, SIZES, A_PAGE = 1_000, (10_000, 100_000), 20


def main() -> None:
    for size in [int(one) for one in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            tell_building(size, Path(folder))
            index = Index.open(Path(folder))
            tell_asking(index, Path(folder), fts5(size))
            tell_change(index, size)


def tell_building(size: int, folder: Path) -> None:
    """What making the entries up takes is no building."""
    clock, processor = time.perf_counter(), time.process_time()
    made = spent(lambda: sum(1 for _entry in entries(size))) / 1000
    begun = time.perf_counter()
    build(folder, entries(size))
    wall = time.perf_counter() - begun - (begun - clock)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    disk = sum(one.stat().st_size for one in folder.iterdir()) / 1e6
    worked = time.process_time() - processor - 2 * made
    print(
        f"{size:>9,} services: built in {wall:.1f} s, {worked:.1f} s of processors; {disk:.0f} MB, peak {memory:.0f} MB"
    )


def tell_asking(index: Index, folder: Path, peer: sqlite3.Connection) -> None:
    index.keys("گرمازدگی")  # the lexicon is read once, and all its words to mend a strange one
    alone = tantivy.Index.open(str(folder)).searcher().search
    asks: dict[str, Callable[[str], Callable[[], object]]] = {
        "engine": lambda asked: partial(index.keys, asked),
        "tantivy": lambda asked: partial(alone, query(question(asked, index.lexicon), index.held), 10, count=False),
        "page": lambda asked: partial(page, index, asked),
        "SQLite FTS5": lambda asked: partial(found, peer, asked),
    }
    times: dict[str, list[float]] = {name: [] for name in asks}
    for asked in questions(ASKED):
        for name, ask in asks.items():  # ours first: the others profit by what it learns of a word
            times[name].append(spent(ask(asked)))
    for name, taken in times.items():
        print(f"          {name:<12} p50 {at(taken, 0.5):.2f} ms, p99 {at(taken, 0.99):.2f} ms")


def page(index: Index, asked: str) -> list[object]:
    return [hit.reasons for hit in index.find(asked).hits[:A_PAGE]]


def tell_change(index: Index, size: int) -> None:
    """By the clock: written, and the first question that sees it."""
    begun = time.perf_counter()
    index.put([Entry(size, "صدور پروانه آزمایش دیدن")])
    written = time.perf_counter()
    index.keys("آزمایش دیدن")
    seen = time.perf_counter()
    print(f"          a change: written {(written - begun) * 1000:.0f} ms, seen {(seen - written) * 1000:.0f} ms later")


def fts5(size: int) -> sqlite3.Connection:
    peer = sqlite3.connect(":memory:")
    peer.execute("CREATE VIRTUAL TABLE found USING fts5(title, body)")
    rows = ((" ".join(stems(one.title)), " ".join(stems(one.description))) for one in entries(size))
    peer.executemany("INSERT INTO found VALUES (?, ?)", rows)
    return peer


def found(peer: sqlite3.Connection, asked: str) -> list[tuple[int]]:
    wanted = " OR ".join(f'"{one}"' for one in stems(asked))
    ranked = "SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found, 3.0, 1.0) LIMIT 10"
    return peer.execute(ranked, (wanted,)).fetchall()


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of this thread."""
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000


def at(times: list[float], share: float) -> float:
    return sorted(times)[int(share * (len(times) - 1))]


if __name__ == "__main__":
    main()
