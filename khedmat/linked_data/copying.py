"""The files in which each published service has its part, while they are written: made now, or copied as it stands.

Each byte is read once, and summed and written while it is at hand; two files go side by side, for reading, summing and
writing leave the interpreter to others.
"""

import hashlib
import io
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import IO, NamedTuple

from khedmat.linked_data.parts import HASHERS, INDEX, Block, Kept, Sizes, Source, line_of
from khedmat.linked_data.stamps import Standing
from khedmat.linked_data.texts import FILES, Binding, bindings

A_PIECE = 1 << 18  # bytes at hand: summed before the processor forgets them
A_LOAD = 1 << 23  # bytes of all files that wait together


class Damaged(Exception):
    """A file of the source is not what its manifest says."""


class Written(NamedTuple):
    """A service whose parts were made now; `texts` in the order of the files."""

    service: int
    number: str
    sha256: str
    texts: list[bytes]

    @property
    def digest(self) -> str:
        return hashlib.sha256(b"\0".join(self.texts)).hexdigest()[:32]


class Parts:
    """The files of services, open until their stack is closed, while one block after another comes by its key."""

    def __init__(self, folder: Path, source: Source, stack: ExitStack) -> None:
        opened = [stack.enter_context((folder / name).open("wb")) for name in FILES]
        copied = {name: stack.enter_context((source.folder / name).open("rb")) for name in source.sums}
        sources = [_Read(copied.get(name), source.sums.get(name)) for name in FILES]
        self._files = [_File(*one) for one in zip(opened, bindings(), sources, strict=True)]
        self._index = stack.enter_context((folder / INDEX).open("w", encoding="utf-8"))
        self._threads = stack.enter_context(ThreadPoolExecutor(HASHERS))
        self._load, self._writing = 0, list[Future[None]]()

    def keep(self, block: Block) -> None:
        """As it stands in the source."""
        self._index.write(block.line)
        self._keep(block)

    def put(self, now: Standing, members: Sequence[Kept | Written]) -> None:
        """A block of which something is new."""
        sizes = [self._keep(one) if isinstance(one, Kept) else self._put(one.texts) for one in members]
        between = [(len(members) - 1) * len(one.between) for one in bindings()]
        whole = tuple(map(sum, zip(between, *sizes, strict=True)))
        told = [(*one[:3], size, one.digest) for one, size in zip(members, sizes, strict=True)]
        self._index.write(line_of(now, told, whole))

    def finish(self) -> dict[str, str]:
        """SHA-256 of each file. Damaged where the source is another than its manifest says."""
        self._send()
        self._settle()
        return dict(zip(FILES, self._threads.map(_File.finish, self._files), strict=True))

    def _keep(self, one: Block | Kept) -> Sizes:
        for file, start, size in zip(self._files, one.starts, one.sizes, strict=True):
            file.keep(start, size)
        return self._loaded(one.sizes)

    def _put(self, texts: list[bytes]) -> Sizes:
        for file, text in zip(self._files, texts, strict=True):
            file.add(text)
        return self._loaded(tuple(map(len, texts)))

    def _loaded(self, sizes: Sizes) -> Sizes:
        self._load += sum(sizes)
        if self._load >= A_LOAD:
            self._send()
        return sizes

    def _send(self) -> None:
        """One load is written while the next one comes; the first files are the shortest."""
        self._settle()
        self._writing = [self._threads.submit(file.write, file.sent()) for file in reversed(self._files)]
        self._load = 0

    def _settle(self) -> None:
        for one in self._writing:
            one.result()
        self._writing = []


class _Span(NamedTuple):
    """Bytes of a source."""

    start: int
    end: int


_Part = _Span | list[bytes]  # copied, or made now


class _Read:
    """A file out of which is copied, read from its begin to its end: what is passed over is summed too."""

    def __init__(self, file: IO[bytes] | None, sha256: str | None) -> None:
        self._file, self._sha256 = file or io.BytesIO(), sha256 or hashlib.sha256().hexdigest()
        self._sum, self._at = hashlib.sha256(), 0

    def read(self, span: _Span) -> Iterator[bytes]:
        """Spans come as they stand."""
        self._pass(span.start)
        return self._until(span.end)

    def check(self) -> None:
        self._pass(sys.maxsize)
        if self._sum.hexdigest() != self._sha256:
            raise Damaged

    def _pass(self, end: int) -> None:
        for _piece in self._until(end):
            pass

    def _until(self, end: int) -> Iterator[bytes]:
        while piece := self._file.read(min(end - self._at, A_PIECE)):
            self._sum.update(piece)
            self._at += len(piece)
            yield piece


class _File:
    """Summed while it is written. What comes next into it waits until it is sent to be written."""

    def __init__(self, file: IO[bytes], binding: Binding, source: _Read) -> None:
        self._file, self._source, self._sum = file, source, hashlib.sha256()
        self._binding, self._between = binding, b""
        self._waiting: list[_Part] = []
        self._put(binding.head)

    def keep(self, start: int, size: int) -> None:
        """Of the source; what stands between two parts stands there too."""
        span, last = _Span(start, start + size), self._last()
        if isinstance(last, _Span) and last.end + len(self._binding.between) == start:
            self._waiting[-1] = last._replace(end=span.end)
        else:
            self._waiting.append(span)

    def add(self, text: bytes) -> None:
        last = self._last()
        last.append(text) if isinstance(last, list) else self._waiting.append([text])

    def sent(self) -> list[_Part]:
        """What waited, and no longer does."""
        found, self._waiting = self._waiting, []
        return found

    def write(self, parts: list[_Part]) -> None:
        for part in parts:
            self._put(self._between)
            self._between = self._binding.between
            for piece in self._source.read(part) if isinstance(part, _Span) else [self._between.join(part)]:
                self._put(piece)

    def finish(self) -> str:
        """Its SHA-256."""
        self._put(self._binding.foot)
        self._source.check()
        return self._sum.hexdigest()

    def _last(self) -> _Part | None:
        return self._waiting[-1] if self._waiting else None

    def _put(self, piece: bytes) -> None:
        self._file.write(piece)
        self._sum.update(piece)
