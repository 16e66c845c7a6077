"""The files of an archive in a fixed order, each read by itself: what a long work goes on with where it stopped."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple, NoReturn

from khedmat.importing.readers.archives.archive import Archive, Entry, is_archive
from khedmat.importing.readers.archives.unpacking import MOST_TOTAL, NOTHING, TOO_MANY, TOO_MUCH
from khedmat.importing.readers.containers.packages import MOST_MEMBERS
from khedmat.importing.readers.unreadable import Unreadable

Opener = Callable[[Entry], Archive]


class Listed(NamedTuple):
    """A file by its path in the archive. `read` gives its bytes: Unreadable where it cannot be read."""

    name: str
    read: Callable[[], bytes]


def listed(archive: Archive) -> list[Listed]:
    """All files, also those in zips that stand in it. Unreadable where they are none, too many or too much."""
    found, total = [], 0
    for entry, listing in _all(archive):
        found.append(listing)
        total += entry.info.file_size
        _refuse_endless(len(found), total)
    if not found:
        raise Unreadable(NOTHING)
    return found


def _refuse_endless(number: int, total: int) -> None:
    """By the announced sizes: never more than these are unpacked."""
    if number > MOST_MEMBERS:
        raise Unreadable(TOO_MANY)
    if total > MOST_TOTAL:
        raise Unreadable(TOO_MUCH)


def _all(archive: Archive) -> Iterator[tuple[Entry, Listed]]:
    """The inner archive that was opened last is remembered, so that each is unpacked once for all its members."""
    opened = lru_cache(maxsize=1)(partial(_opened, archive))
    for entry in archive.entries():
        if inner := _inner(archive, entry, opened):
            yield from _below(entry, inner, opened)
        else:
            yield entry, Listed(entry.name, partial(archive.data, entry))


def _opened(archive: Archive, entry: Entry) -> Archive:
    return Archive(archive.data(entry))


def _inner(archive: Archive, entry: Entry, opened: Opener) -> Archive | None:
    """None for what is no zip of files, or a broken one: read as a file, it says why."""
    if entry.problem or not entry.name.lower().endswith(".zip"):
        return None
    try:
        return opened(entry) if is_archive(archive.data(entry)) else None
    except Unreadable:
        return None


def _below(entry: Entry, inner: Archive, opened: Opener) -> Iterator[tuple[Entry, Listed]]:
    for member in inner.entries():
        refused = partial(_refuse, member.problem) if member.problem else None
        yield member, Listed(f"{entry.name}/{member.name}", refused or partial(_data, opened, entry, member.name))


def _data(opened: Opener, entry: Entry, name: str) -> bytes:
    inner = opened(entry)
    return inner.data(inner.by_name[name])


def _refuse(problem: str) -> NoReturn:
    raise Unreadable(problem)
