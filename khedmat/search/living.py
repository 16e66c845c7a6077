"""The index of this host as a page asks it: the newest state, or none where the database has to answer."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from django.conf import settings

from khedmat.search import folders
from khedmat.search.index import Index

T = TypeVar("T")
BROKEN = (ValueError, OSError, RuntimeError)
META = "meta.json"  # the engine replaces it with every commit
log = logging.getLogger(__name__)


class _Kept(NamedTuple):
    state: tuple[str, int, int]
    opened: Index


_kept: dict[str, _Kept] = {}


def folder() -> Path:
    return Path(settings.KHEDMAT_DATA) / "search"


def asked(question: Callable[[Index], T]) -> T | None:
    """What the index answers; None where there is none or it cannot be read."""
    try:
        index = _newest(folder())
        return question(index) if index else None
    except BROKEN:
        log.exception("the index in %s does not answer", folder())
        _kept.clear()
        return None


def _newest(folder: Path) -> Index | None:
    """Never reloaded in place: another thread may be in the middle of an answer."""
    path = folders.current(folder)
    if path is None:
        return None
    meta = (path / META).stat()
    state = (str(path), meta.st_mtime_ns, meta.st_ino)
    known = _kept.get("")
    if known is None or known.state != state:
        known = _kept[""] = _Kept(state, Index.open(path))
    return known.opened
