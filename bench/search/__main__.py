"""Milliseconds a question at three sizes, in one run: our index (question to keys) and SQLite FTS5 (the words alone).

Run: python -m bench.search [SIZES…], for instance 10000 100000. Both ask the same questions in turn.
"""

import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.search.generated import entries, questions
from khedmat.search.analysis import stems
from khedmat.search.entry import Entry
from khedmat.search.index import Index, build

ASKED, SIZES = 1_000, (10_000, 100_000)


def main() -> None:
    for size in [int(one) for one in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder))


def measure(size: int, folder: Path) -> None:
    made = spent(lambda: sum(1 for _entry in entries(size))) / 1000
    built = spent(lambda: build(folder, entries(size))) / 1000 - made  # what making them up takes is no building
    index, peer = Index.open(folder), fts5(size)
    index.keys("گرم")  # the lexicon is read once
    ours, theirs = [], []
    for asked in questions(ASKED):
        ours.append(spent(lambda asked=asked: index.keys(asked, 10)))
        theirs.append(spent(lambda asked=asked: found(peer, asked)))
    seen = spent(lambda: index.put([Entry(size, "صدور پروانه آزمایش دیدن")]))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{size:>9,} services: built {built:.1f} s, a change seen {seen:.0f} ms, peak {memory:.0f} MB")
    for name, times in (("khedmat", ours), ("SQLite FTS5", theirs)):
        print(f"          {name:<12} p50 {at(times, 0.5):.2f} ms, p99 {at(times, 0.99):.2f} ms")


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
    """Milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def at(times: list[float], share: float) -> float:
    return sorted(times)[int(share * (len(times) - 1))]


if __name__ == "__main__":
    main()
