"""An opened zip of files: what is in it by name, what may be read of it, and its bytes one member at a time."""

import stat
from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipInfo

from khedmat.importing.readers.archives import names
from khedmat.importing.readers.containers import packages
from khedmat.importing.readers.containers.sniffing import MOST_BYTES
from khedmat.importing.readers.unreadable import Unreadable

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
MOST_RATIO, SMALLEST_BOMB = 300, 1024 * 1024
_HEADER = 30  # bytes before the name of a member
_LINK = "این پرونده در فایل فشرده تنها پیوندی به جای دیگر است؛ خود پرونده را در آن بگذارید."
_BOMB = "این پرونده بیش از اندازه فشرده شده است و باز نمی‌شود؛ خود پرونده را بی‌فشردگی بدهید."
_TWICE = "نام این پرونده در فایل فشرده دو بار آمده است؛ تنها نخستین آن‌ها خوانده شد. نام دیگری را عوض کنید."
_OVERLAPPING = "پرونده‌های این فایل فشرده روی هم افتاده‌اند و درست باز نمی‌شوند؛ آن را از نو فشرده کنید."


class Entry(NamedTuple):
    """A file in an archive. `problem`: the Persian sentence that says why it is not read."""

    name: str
    info: ZipInfo
    problem: str = ""


class Archive:
    """A zip file whose directory was read, from bytes or where it lies. Unreadable where that cannot be done."""

    def __init__(self, source: bytes | Path) -> None:
        self.file = packages.members_of(source)
        self._refuse_overlapping()

    @cached_property
    def by_name(self) -> dict[str, Entry]:
        """The first of each name."""
        return {entry.name: entry for entry in reversed(list(self.entries()))}

    def entries(self) -> Iterator[Entry]:
        """The files that somebody put into it, in their order."""
        seen: set[str] = set()
        for info in filter(names.is_file, self.file.infolist()):
            name = names.name_of(info)
            yield Entry(names.shown(name), info, _TWICE if name in seen else _problem_of(name, info))
            seen.add(name)

    def data(self, entry: Entry) -> bytes:
        """Its bytes. Unreadable where there is a problem, or as soon as one comes up."""
        if entry.problem:
            raise Unreadable(entry.problem)
        return packages.unpacked(self.file, entry.info, MOST_BYTES)

    def _refuse_overlapping(self) -> None:
        """Members that share their bytes make petabytes of a few kilobytes."""
        end = 0
        for info in sorted(self.file.infolist(), key=attrgetter("header_offset")):
            if info.header_offset < end:
                raise Unreadable(_OVERLAPPING)
            end = info.header_offset + _HEADER + len(info.orig_filename) + info.compress_size


def is_archive(source: bytes | Path) -> bool:
    """A zip of files. A document of Word or Excel is a zip too, but one of its own kind; a damaged one is none."""
    if not _head(source).startswith(SIGNATURES):
        return False
    try:
        return packages.package_kind(source) == "archive"
    except Unreadable:
        return False


def _head(source: bytes | Path) -> bytes:
    if isinstance(source, bytes):
        return source[:4]
    with source.open("rb") as file:
        return file.read(4)


def _problem_of(name: str, info: ZipInfo) -> str:
    if problem := names.problem_of(name):
        return problem
    if stat.S_ISLNK(info.external_attr >> 16):
        return _LINK
    is_bomb = info.file_size > max(SMALLEST_BOMB, MOST_RATIO * info.compress_size)
    return _BOMB if is_bomb else ""
