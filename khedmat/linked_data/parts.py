"""Where each published service has its part in the files of an edition.

An index beside the files holds a line for each block of keys of services: first what tells whether the block still
holds and how long it is in each file, then, behind a tab, the parts of its services. It is no open data.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from heapq import merge
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from khedmat.linked_data.stamps import Standing
from khedmat.linked_data.texts import FILES, bindings

INDEX, INDEX_SUM, MANIFEST = "parts.tsv", "index_sha256", "manifest.json"
HASHERS = 2  # threads: hashing leaves the interpreter to others
Sizes = tuple[int, ...]


class Kept(NamedTuple):
    """A service in the files of an edition: where its part of each file begins, and how many bytes it has.
    `number`: the ID, or what stands for it; `digest`: of all that the parts say."""

    service: int
    number: str
    sha256: str
    starts: Sizes
    sizes: Sizes
    digest: str


class Block(NamedTuple):
    """The services of a block of keys, which stand in a row. `line`: of the index; `stamps`: by which they were made;
    `sizes`: with what stands between them."""

    key: int
    line: str
    stamps: str
    starts: Sizes
    sizes: Sizes

    def services(self) -> Iterator[Kept]:
        between, starts = [len(one.between) for one in bindings()], self.starts
        for service, number, sha256, sizes, digest in json.loads(self.line.partition("\t")[2]):
            yield Kept(service, number, sha256, starts, tuple(sizes), digest)
            starts = tuple(map(sum, zip(starts, sizes, between, strict=True)))


class Source(NamedTuple):
    """An edition out of which is copied. `sums`: SHA-256 of its files, as its manifest says; empty where nothing may
    be copied."""

    folder: Path
    sums: dict[str, str]


def line_of(now: Standing, members: Iterable[tuple[Any, ...]], sizes: Sizes) -> str:
    """Of the index; `members`: of each service all that `Kept` holds but where it begins."""
    return f"{_plain([*now, sizes])}\t{_plain(list(members))}\n"


def _plain(found: Any) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def blocks(folder: Path) -> Iterator[Block]:
    """By their key; nothing of a folder without an edition, and nothing from a broken line on."""
    bound = bindings()
    between, starts = [len(one.between) for one in bound], tuple(len(one.head) for one in bound)
    try:
        with (folder / INDEX).open(encoding="utf-8") as lines:
            for line in lines:
                key, stamps, sizes = json.loads(line.partition("\t")[0])
                yield Block(key, line, stamps, starts, tuple(sizes))
                starts = tuple(map(sum, zip(starts, sizes, between, strict=True)))
    except (OSError, ValueError, TypeError):
        return


def beside(here: Iterable[Any], there: Iterable[Any]) -> Iterator[tuple[Any | None, Any | None]]:
    """What is of one key, None on the side that has no such key. Both come by their key, which is their first word."""
    rows = merge(_sided(0, here), _sided(1, there), key=lambda row: row[:2])
    for _key, same in groupby(rows, key=lambda row: row[0]):
        pair = {side: one for _key, side, one in same}
        yield pair.get(0), pair.get(1)


def _sided(side: int, rows: Iterable[Any]) -> Iterator[tuple[int, int, Any]]:
    return ((one[0], side, one) for one in rows)


def source_at(folder: Path) -> Source:
    """Nothing may be copied where the index is another than the manifest says; the files are summed while they are
    read."""
    try:
        manifest = manifest_of(folder)
        is_known = digests(folder, [INDEX])[INDEX] == manifest[INDEX_SUM]
        return Source(folder, {name: manifest["files"][name]["sha256"] for name in FILES if is_known})
    except (OSError, LookupError, TypeError):
        return Source(folder, {})


def manifest_of(folder: Path) -> dict[str, Any]:
    """Empty where there is none, or none that can be read."""
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def digests(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """SHA-256 of each of these files, the largest first."""
    found = sorted(names, key=lambda name: (folder / name).stat().st_size, reverse=True)
    with ThreadPoolExecutor(HASHERS) as threads:
        return dict(zip(found, threads.map(lambda name: _digest(folder / name), found), strict=True))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
