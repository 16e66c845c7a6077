"""Which files an import looks at."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class Place(NamedTuple):
    """A file to read, or a place of which a Persian sentence says why there is none."""

    path: Path
    problem: str = ""


def places(paths: Iterable[Path]) -> list[Place]:
    """Every file once, in the order given; of a folder all files by name, none hidden, none outside of it."""
    found: dict[Path, Place] = {}
    for path in paths:
        for place in _below(path) if path.is_dir() else [Place(path)]:
            found.setdefault(place.path.resolve(), place)
    return list(found.values())


def _below(folder: Path) -> list[Place]:
    closed: list[OSError] = []
    walk = os.walk(folder, onerror=closed.append)
    found = [Place(path) for path in sorted(_files(walk)) if path.is_file() and _is_inside(path, folder)]
    found += [Place(Path(error.filename), "اجازهٔ دیدن این پوشه را ندارید؛ دسترسی آن را درست کنید.") for error in closed]
    return found or [Place(folder, "در این پوشه پرونده‌ای نیست؛ نشانی پوشهٔ فرم‌ها را بررسی کنید.")]


def _files(walk: Iterable[tuple[str, list[str], list[str]]]) -> Iterator[Path]:
    for top, folders, names in walk:
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(top, name) for name in names if not name.startswith("."))


def _is_inside(path: Path, folder: Path) -> bool:
    """A link that leads out of the folder would take in what nobody meant."""
    return path.resolve().is_relative_to(folder.resolve())
