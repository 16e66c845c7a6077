"""What came, changed and went between two editions: by key with the time, and in files that whoever keeps a copy reads
over it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple

from khedmat.cards.public_changes import decided_at
from khedmat.linked_data.deltas import Deltas
from khedmat.linked_data.parts import Kept, beside, blocks
from khedmat.linked_data.published import A_BATCH

CHANGES = "changes.json"
ADDED, CHANGED, REMOVED = "added", "changed", "removed"
LISTS = (ADDED, CHANGED, REMOVED)


class Change(NamedTuple):
    """Of one service. `is_decided`: by a step of a version of it; else by what is said beside it."""

    what: str
    one: Kept
    is_decided: bool = True


def tell_changes(folder: Path, before: Path, about: Mapping[str, Any]) -> dict[str, int]:
    """Into the folder in which the files of now are, after what is said `about` both editions: how many of each there
    are. Each list is on disk until it is written whole."""
    counts = dict.fromkeys(LISTS, 0)
    with ExitStack() as stack:
        deltas = Deltas(folder, stack)
        lists = {name: stack.enter_context(TemporaryFile("w+", encoding="utf-8")) for name in LISTS}
        for change, at in _dated(found for pair in _unlike(folder, before) for found in changes(*pair)):
            counts[change.what] += 1
            lists[change.what].write(f"{json.dumps(_said(change, at))}\n")
            deltas.put(change.what, None if change.what == REMOVED else change.one, number=change.one.number)
        _write(folder / CHANGES, about, lists)
    return counts


def _unlike(folder: Path, before: Path) -> Iterator[tuple[Kept | None, Kept | None]]:
    """Services side by side; blocks of them that read alike are passed over."""
    for new, old in beside(blocks(folder), blocks(before)):
        if not (new and old and new.line == old.line):
            yield from beside(*(one.services() if one else () for one in (new, old)))


def changes(new: Kept | None, old: Kept | None) -> Iterator[Change]:
    """Of one service. Where it was given its ID, one number goes and another comes."""
    is_renumbered = bool(new and old and new.number != old.number)
    if old and (is_renumbered or not new):
        yield Change(REMOVED, old, not is_renumbered)
    if new and (is_renumbered or not old):
        yield Change(ADDED, new, not is_renumbered)
    elif new and old and new.digest != old.digest:
        yield Change(CHANGED, new, new.sha256 != old.sha256)


def _dated(found: Iterator[Change]) -> Iterator[tuple[Change, datetime | None]]:
    """Each with the time at which it was decided; None of what stands beside a card, which bears no time of its own."""
    while batch := list(islice(found, A_BATCH)):
        times = decided_at([change.one.service for change in batch if change.is_decided])
        for change in batch:
            yield change, times.get(change.one.service) if change.is_decided else None


def _said(change: Change, at: datetime | None) -> dict[str, Any]:
    one = change.one
    said = {"service": one.service, "number": one.number, "at": at.isoformat() if at else None}
    return said | {"card": change.is_decided} if change.what == CHANGED else said


def _write(path: Path, about: Mapping[str, Any], lists: Mapping[str, Iterable[str]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("{" + "".join(f'\n"{name}": {json.dumps(value)},' for name, value in about.items()))
        for number, (name, lines) in enumerate(lists.items()):
            file.write(f'{"," if number else ""}\n"{name}": [')
            _copy(lines, file)
            file.write("]")
        file.write("\n}\n")


def _copy(lines: Any, file: IO[str]) -> None:
    lines.seek(0)
    for place, line in enumerate(lines):
        file.write(("," if place else "") + "\n " + line.rstrip())
