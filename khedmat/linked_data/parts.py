"""The files in which each published service has its part, and the parts that an earlier edition holds already.

An index beside the files says of each service in turn its stamp and how long its parts are. It is no open data.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from heapq import merge
from itertools import groupby
from pathlib import Path
from typing import IO, Any, NamedTuple

from khedmat.linked_data.stamps import Stamped
from khedmat.linked_data.texts import FILES, Binding, bindings

INDEX, INDEX_SUM, MANIFEST = "parts.jsonl", "index_sha256", "manifest.json"
A_PIECE = 1 << 20  # bytes in memory
HASHERS = 2  # threads: hashing leaves the interpreter to others


class Kept(NamedTuple):
    """A service in the files of an edition: at which place, and where its part of each file begins, and how many
    bytes it has. `digest`: of all that they say."""

    service: int
    told: Stamped
    place: int
    starts: tuple[int, ...]
    sizes: tuple[int, ...]
    digest: str


class Written(NamedTuple):
    """A service whose parts were made now; `texts` in the order of the files."""

    told: Stamped
    texts: list[bytes]


def kept(folder: Path) -> Iterator[Kept]:
    """By the key of the service; nothing of a folder without an edition, and nothing from a broken line on."""
    bound = bindings()
    starts = tuple(len(one.head) for one in bound)
    try:
        with (folder / INDEX).open(encoding="utf-8") as lines:
            for place, line in enumerate(lines):
                *told, sizes, digest = json.loads(line)
                found = Stamped(*told)
                yield Kept(found.service, found, place, starts, tuple(sizes), digest)
                starts = tuple(at + len(one.between) + size for at, one, size in zip(starts, bound, sizes, strict=True))
    except (OSError, ValueError, TypeError):
        return


def beside(here: Iterable[Any], there: Iterable[Kept]) -> Iterator[tuple[Any | None, Kept | None]]:
    """What is of one service, None on the side that has no such service. Both come by the key of the service."""
    rows = merge(_sided(0, here), _sided(1, there), key=lambda row: row[:2])
    for _service, same in groupby(rows, key=lambda row: row[0]):
        pair = {side: one for _key, side, one in same}
        yield pair.get(0), pair.get(1)


def _sided(side: int, rows: Iterable[Any]) -> Iterator[tuple[int, int, Any]]:
    return ((one.service, side, one) for one in rows)


def is_whole(folder: Path) -> bool:
    """Its files are what its manifest names: else nothing is taken out of them."""
    try:
        manifest = manifest_of(folder)
        named = {name: manifest["files"][name]["sha256"] for name in FILES} | {INDEX: manifest[INDEX_SUM]}
        return digests(folder, named) == named
    except (OSError, LookupError, TypeError):
        return False


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


class Parts:
    """The files of services, open until their stack is closed, while one service after another comes."""

    def __init__(self, folder: Path, source: Path | None, stack: ExitStack) -> None:
        bound = zip(FILES, bindings(), strict=True)
        self._files = [_File(folder / name, binding, stack) for name, binding in bound]
        self._sources = [stack.enter_context((source / name).open("rb")) for name in FILES] if source else []
        self._index = stack.enter_context((folder / INDEX).open("w", encoding="utf-8"))
        self._run: list[Kept] = []  # the first and the last of those that stand in a row in the source
        stack.callback(self._copy)

    def put(self, one: Written) -> None:
        self._copy()
        for file, text in zip(self._files, one.texts, strict=True):
            file.put(text)
        self._note(one.told, list(map(len, one.texts)), hashlib.sha256(b"\0".join(one.texts)).hexdigest()[:32])

    def keep(self, one: Kept) -> None:
        """As it stands in the source."""
        if self._run and one.place != self._run[-1].place + 1:
            self._copy()
        self._run = [self._run[0] if self._run else one, one]
        self._note(one.told, one.sizes, one.digest)

    def _note(self, told: Stamped, sizes: Sequence[int], digest: str) -> None:
        self._index.write(json.dumps([*told, sizes, digest], ensure_ascii=False, separators=(",", ":")) + "\n")

    def _copy(self) -> None:
        if self._run:
            first, last = self._run
            ends = map(sum, zip(last.starts, last.sizes, strict=True))
            for file, source, start, end in zip(self._files, self._sources, first.starts, ends, strict=True):
                file.copy(source, start, end)
            self._run = []


class _File:
    def __init__(self, path: Path, binding: Binding, stack: ExitStack) -> None:
        self._file: IO[bytes] = stack.enter_context(path.open("wb"))
        self._file.write(binding.head)
        stack.callback(self._file.write, binding.foot)
        self._between, self._is_begun = binding.between, False

    def put(self, text: bytes) -> None:
        self._file.write(self._between * self._is_begun + text)
        self._is_begun = True

    def copy(self, source: IO[bytes], start: int, end: int) -> None:
        """Pieces of the source; what stands between parts stands there too."""
        self.put(b"")
        source.seek(start)
        while (left := end - source.tell()) > 0 and (piece := source.read(min(left, A_PIECE))):
            self._file.write(piece)
