"""What was seen in pictures is remembered: to see it again takes a second a page, and an author looks often."""

import hashlib
from collections.abc import Callable
from typing import Protocol

from pydantic import TypeAdapter

from khedmat.importing.readers.containers.layout.packing import packed
from khedmat.importing.readers.containers.layout.unpacking import unpacked
from khedmat.importing.readers.containers.scan.seen import Seen

SCAN_VERSION = "1"  # raise it when pictures are read otherwise
_SEEN = TypeAdapter(tuple[Seen | None, ...])
_MOST_FILES = 8


class Store(Protocol):
    """Where it is kept. It may forget."""

    def get(self, key: str) -> bytes | None: ...
    def set(self, key: str, value: bytes) -> None: ...


class Few(dict[str, bytes]):
    """The last files of this process."""

    def set(self, key: str, value: bytes) -> None:
        self[key] = value
        for oldest in list(self)[:-_MOST_FILES]:
            self.pop(oldest, None)


_stores: list[Store] = [Few()]


def keep_in(store: Store) -> None:
    """From now on; a process that has a better place says so when it starts."""
    _stores[:] = [store]


def remembered(data: bytes, see: Callable[[], tuple[Seen | None, ...]]) -> tuple[Seen | None, ...]:
    """What was seen in this file, or is seen now."""
    (store,) = _stores
    key = f"scan-{SCAN_VERSION}-{hashlib.sha256(data).hexdigest()}"
    if kept := store.get(key):
        return unpacked(kept, _SEEN)
    seen = see()
    store.set(key, packed(seen))
    return seen
