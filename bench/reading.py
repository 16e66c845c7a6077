"""Forms a second, what of it is the container alone, growth with length, and Word files beside other readers.

Run: python -m bench.reading [FOLDER]
"""

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.word import tables
from khedmat.importing.readers.opening import opened
from khedmat.importing.readers.reading import read_bytes

ROOT = Path(__file__).parents[1]
ROWS = (500, 1000, 2000)
ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    """Of the processor, the best of some rounds: other work on the machine only adds."""
    return side_by_side({"": work})[""]


def side_by_side(works: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """The same of several works that take turns: the speed of a machine changes from minute to minute."""
    spent: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            start = time.process_time()
            work()
            spent[name].append(time.process_time() - start)
    return {name: min(each) for name, each in spent.items()}


def forms(folder: Path) -> dict[str, bytes]:
    """Every text and HTML form of a folder by name."""
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".html"))
    return {path.name: path.read_bytes() for path in paths}


def contain(name: str, data: bytes) -> object:
    """Bytes to blocks: the floor under the grammar, in the same run."""
    return opened(data, name)


def long_form(rows: int) -> bytes:
    """One card whose list of documents has so many rows."""
    documents = "\n".join(f"{number}- گواهی شماره {number} از دستگاه" for number in range(1, rows + 1))
    return f"عنوان خدمت: صدور پروانه\nشرح خدمت: نمونه\nنوع خدمت: G2C\nمدارک لازم:\n{documents}\n".encode()


def main() -> None:
    """Prints; judges nothing."""
    found = forms(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests/golden")
    beside = list(tables.lines(found, side_by_side))  # first: a text that was read as text is no longer new
    whole = seconds(lambda: [read_bytes(data, name) for name, data in found.items()])
    floor = seconds(lambda: [contain(name, data) for name, data in found.items()])
    size = sum(map(len, found.values())) / len(found)
    print(f"{len(found)} forms of {size / 1000:.1f} kB: {len(found) / whole:.0f} a second")
    print(f"containers alone: {floor / whole:.1%} of the time")
    for rows in ROWS:
        data = long_form(rows)
        spent = seconds(lambda data=data: read_bytes(data, "long.txt"))
        print(f"{rows:5} rows: {spent * 1000:7.1f} ms, {spent * 1e6 / rows:6.1f} µs a row")
    print("\n".join(beside))


if __name__ == "__main__":
    main()
