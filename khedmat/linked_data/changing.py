"""What came, changed and went between two editions: by number, and in lines that whoever keeps a copy reads over it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from khedmat.linked_data.parts import Kept, beside
from khedmat.linked_data.sheets import record_line
from khedmat.linked_data.texts import FILES, RECORDS

CHANGES, DELTA = "changes.json", "services.delta.jsonl"
ADDED, CHANGED, REMOVED = "added", "changed", "removed"
LISTS = (ADDED, CHANGED, REMOVED)


def tell_changes(folder: Path, now: Iterable[Kept], before: Iterable[Kept]) -> None:
    """Into the folder in which the files of now are. Each list is on disk until it is written whole."""
    with ExitStack() as stack:
        records = stack.enter_context((folder / RECORDS).open("rb"))
        delta = stack.enter_context((folder / DELTA).open("wb"))
        lists = {name: stack.enter_context(TemporaryFile("w+", encoding="utf-8")) for name in LISTS}
        for new, old in beside(now, before):
            for name, one in changes(new, old):
                lists[name].write(f'"{one.told.number}"\n')
                delta.write(_gone(one) if name == REMOVED else _record(one, records))
        _write(folder / CHANGES, lists)


def changes(new: Kept | None, old: Kept | None) -> Iterator[tuple[str, Kept]]:
    """Of one service. Where it was given its ID, one number goes and another comes."""
    is_renumbered = bool(new and old and new.told.number != old.told.number)
    if old and (is_renumbered or not new):
        yield REMOVED, old
    if new and (is_renumbered or not old):
        yield ADDED, new
    elif new and old and new.told.sha256 != old.told.sha256:
        yield CHANGED, new


def _gone(one: Kept) -> bytes:
    return record_line({"number": one.told.number, "removed": True}).encode()


def _record(one: Kept, records: IO[bytes]) -> bytes:
    at = FILES.index(RECORDS)
    records.seek(one.starts[at])
    return records.read(one.sizes[at])


def _write(path: Path, lists: Mapping[str, IO[str]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number, (name, lines) in enumerate(lists.items()):
            file.write(f'{"," if number else "{"}\n"{name}": [')
            lines.seek(0)
            for place, line in enumerate(lines):
                file.write(("," if place else "") + "\n " + line.rstrip())
            file.write("]")
        file.write("\n}\n")
