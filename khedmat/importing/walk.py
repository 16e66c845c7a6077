"""Which files an import looks at."""

import os
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from khedmat.importing.readers.archives import Archive
from khedmat.importing.readers.archives.on_disk import archive_at
from khedmat.importing.readers.unreadable import Unreadable

CLOSED = "اجازهٔ دیدن این پوشه را ندارید؛ دسترسی آن را درست کنید."
EMPTY = "در این پوشه یا فایل فشرده پرونده‌ای نیست؛ نشانی پوشهٔ فرم‌ها را بررسی کنید."


class Place(NamedTuple):
    """A file to read, or a place of which a Persian sentence says why there is none."""

    path: Path
    problem: str = ""


def places(paths: Iterable[Path]) -> list[Place]:
    """Every file once, in the order given; of a folder all files by name, none hidden, none outside of it; of a zip
    of files its members, each by a path that goes on into it."""
    found: dict[tuple[Path, str], Place] = {}
    for place in chain.from_iterable(map(_at, paths)):
        found.setdefault((place.path.resolve(), place.problem), place)
    return list(found.values())


def _at(path: Path) -> list[Place]:
    return _below(path) if path.is_dir() else _inside(path)


def _inside(path: Path) -> list[Place]:
    """The file itself, where it is no archive."""
    try:
        archive = archive_at(path)
    except OSError:
        return [Place(path)]
    except Unreadable as error:
        return [Place(path, error.message)]
    return _members(path, archive) if archive else [Place(path)]


def _members(path: Path, archive: Archive) -> list[Place]:
    """A name that leads out of the archive is shown below it all the same."""
    found = [Place(Path(f"{path}/{entry.name}"), entry.problem) for entry in archive.entries()]
    return found or [Place(path, EMPTY)]


def _below(folder: Path) -> list[Place]:
    closed: list[OSError] = []
    walked = sorted(_files(os.walk(folder, onerror=closed.append)))
    found = chain.from_iterable(map(_inside, filter(partial(_is_file_of, folder), walked)))
    return [*found, *map(_closed, closed)] or [Place(folder, EMPTY)]


def _files(walk: Iterable[tuple[str, list[str], list[str]]]) -> Iterator[Path]:
    for top, folders, names in walk:
        folders[:] = filter(_is_shown, folders)
        yield from map(partial(Path, top), filter(_is_shown, names))


def _is_shown(name: str) -> bool:
    return not name.startswith(".")


def _is_file_of(folder: Path, path: Path) -> bool:
    """A link that leads out of the folder would take in what nobody meant."""
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())


def _closed(error: OSError) -> Place:
    return Place(Path(error.filename), CLOSED)
