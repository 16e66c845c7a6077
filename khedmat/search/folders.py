"""The folder of a host's indexes: which one speaks, up to where it is current, and who may write.

current         the name of the index that speaks; replaced by one rename
<name>/         files of the engine
<name>.upto     the state of the database that the index holds
follow.lock     held by the one follower of this host, rebuild.lock by a rebuild: the system lets both go when the
                holder dies, however it dies
"""

import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

CURRENT, UP_TO = "current", ".upto"


class UpTo(NamedTuple):
    """All transactions before this one are in the index; at this time, in seconds. `by`: digest of the program that
    cut words into what stands in it; another one would ask for words that are not there."""

    transaction: int
    at: float
    by: str = ""


def current(folder: Path) -> Path | None:
    """The index that speaks, if there is one."""
    with suppress(OSError):
        name = (folder / CURRENT).read_text()
        if name and (folder / name).is_dir():
            return folder / name
    return None


def up_to(index: Path) -> UpTo | None:
    """None where it cannot be known: then the index is built anew."""
    with suppress(OSError, ValueError, TypeError):
        return UpTo(*json.loads(index.with_name(index.name + UP_TO).read_text()))
    return None


def write_up_to(index: Path, held: UpTo) -> None:
    _replace(index.with_name(index.name + UP_TO), json.dumps(held))


def fresh(folder: Path) -> Path:
    """An empty folder for a new index."""
    made = folder / f"index-{secrets.token_hex(6)}"
    made.mkdir(parents=True)
    return made


def switch(folder: Path, index: Path) -> None:
    """From now on this one speaks. Whoever still reads the old files keeps them open; the names go."""
    _replace(folder / CURRENT, index.name)
    for old in folder.glob("index-*"):
        if not old.name.startswith(index.name):
            shutil.rmtree(old, ignore_errors=True) if old.is_dir() else old.unlink(missing_ok=True)


@contextmanager
def locked(folder: Path, name: str) -> Iterator[None]:
    """Waits until nobody else on this host holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _replace(path: Path, words: str) -> None:
    """Whole or not at all."""
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    aside.write_text(words)
    aside.replace(path)
