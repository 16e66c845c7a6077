"""A zip on the disk, and its members by a path that goes on into it: «forms.zip/1400/card.docx»."""

import stat
from functools import lru_cache
from pathlib import Path, PurePosixPath

from khedmat.core.sequences import first_where
from khedmat.importing.readers.archives.archive import SIGNATURES, Archive, Entry
from khedmat.importing.readers.containers.packages import package_kind
from khedmat.importing.readers.unreadable import Unreadable

_GONE = "در این فایل فشرده چنین پرونده‌ای نیست؛ نام و نشانی آن را بررسی کنید."


def archive_at(path: Path) -> Archive | None:
    """None for every other file. Unreadable where it is a broken one; OSError where nothing can be read."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) or not _is_zip(path):
        return None
    return _opened(path, found.st_mtime_ns, found.st_size)


def path_above(path: Path) -> Path | None:
    """The file that a path goes on into; None where it names a thing of its own, or nothing."""
    return None if path.exists() else first_where(Path.is_file, path.parents)


def member_at(path: Path, above: Path) -> bytes:
    """The bytes of a member, also of one in a zip that is a member. Unreadable where there is none such."""
    archive = archive_at(above)
    if archive is None:
        raise Unreadable(_GONE)
    return _data(archive, PurePosixPath(path.relative_to(above)))


def _is_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) in SIGNATURES


@lru_cache(maxsize=1)
def _opened(path: Path, changed: int, size: int) -> Archive | None:
    """The last one is remembered: the directory of thousands would be read anew for each of them."""
    return Archive(path) if package_kind(path) == "archive" else None


def _data(archive: Archive, path: PurePosixPath) -> bytes:
    if entry := archive.by_name.get(str(path)):
        return archive.data(entry)
    holder = first_where(archive.by_name.get, map(str, path.parents))
    if holder is None:
        raise Unreadable(_GONE)
    return _data(_nested(archive, archive.by_name[holder]), path.relative_to(holder))


@lru_cache(maxsize=1)
def _nested(archive: Archive, entry: Entry) -> Archive:
    return Archive(archive.data(entry))
