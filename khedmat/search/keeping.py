"""Keeping the index of a host current with the database: built aside, followed change by change."""

import logging
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Q

from khedmat.cards.models import Service, ServiceVersion
from khedmat.core import persian
from khedmat.search import folders
from khedmat.search.feed import entries, entries_of
from khedmat.search.folders import UpTo
from khedmat.search.index import Index, build
from khedmat.search.models import IndexChange

KEPT_FOR = 7 * 86_400.0  # seconds that changes are kept; an index that slept longer is built anew
_NOW = (
    "SELECT pg_snapshot_xmin(now)::text::bigint, pg_snapshot_xmax(now)::text::bigint FROM pg_current_snapshot() AS now"
)
log = logging.getLogger(__name__)


class Seen(NamedTuple):
    """What is new in one look at the database; the transactions before `upto` have all ended."""

    upto: int
    changes: tuple[IndexChange, ...]


def rebuild(folder: Path, *, at: float) -> int:
    """A new index beside the one that speaks, then in its place; how many services it holds."""
    with folders.locked(folder, "rebuild"):
        upto, index = _snapshot()[0], folders.fresh(folder)
        number = build(index, entries())
        folders.write_up_to(index, UpTo(upto, at, program()))
        folders.switch(folder, index)
    return number


class Follower:
    """The one writer of a host. Each `step` brings in what was committed since the last one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index: Index | None = None
        self._path: Path | None = None
        self._done: dict[int, int] = {}
        self._upto = UpTo(0, 0.0)

    def step(self, *, at: float) -> int:
        """How many changes were brought in."""
        index = self._opened(at)
        seen = _changes_since(self._upto.transaction, self._done)
        if seen.changes:
            _bring_in(index, seen.changes)
        self._remember(seen, at)
        return len(seen.changes)

    def _opened(self, at: float) -> Index:
        """The index that speaks; built where there is none, where it is broken or where it fell too far behind."""
        path = folders.current(self._folder)
        if self._index is None or path is None or path != self._path:
            self._path, self._index = self._taken_up(at)
            self._done = {}
        return self._index

    def _taken_up(self, at: float) -> tuple[Path, Index]:
        held = _held(self._folder)
        if held is None or not _is_usable(*held, at):
            log.info("the index in %s is built anew", self._folder)
            rebuild(self._folder, at=at)
            held = _held(self._folder)
        if held is None:
            raise OSError(f"no index stays in {self._folder}")
        path, self._upto = held
        return path, Index.open(path)

    def _remember(self, seen: Seen, at: float) -> None:
        self._done |= {change.pk: change.transaction for change in seen.changes}
        self._done = {key: written for key, written in self._done.items() if written >= seen.upto}
        is_old = at - self._upto.at > KEPT_FOR / 100
        if self._path and (seen.changes or is_old):
            self._upto = UpTo(seen.upto, at, program())
            folders.write_up_to(self._path, self._upto)


def forget_old(*, at: float) -> int:
    """Changes that every index has, or is built anew without."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_indexchange WHERE at < to_timestamp(%s)", [at - KEPT_FOR])
        return int(cursor.rowcount)


def _held(folder: Path) -> tuple[Path, UpTo] | None:
    """The index that speaks and how far it got, where both are known."""
    path = folders.current(folder)
    upto = folders.up_to(path) if path else None
    return (path, upto) if path and upto else None


def _is_usable(path: Path, held: UpTo, at: float) -> bool:
    """Neither ahead of the database, as after a restore of an older state, nor too old to be caught up, nor of another
    program."""
    try:
        Index.open(path)
    except (ValueError, OSError):
        return False
    return held.by == program() and held.transaction <= _snapshot()[1] and at - held.at < KEPT_FOR / 2


@cache
def program() -> str:
    """Digest of all that decides what stands in an index for the same services."""
    here, found = Path(__file__).parent, sha256(Path(persian.__file__).read_bytes())
    for path in sorted(path for path in here.rglob("*") if path.suffix in (".py", ".txt")):
        found.update(path.read_bytes())
    return found.hexdigest()


def _snapshot() -> tuple[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(_NOW)
        low, high = cursor.fetchone()
    return low, high


@transaction.atomic
def _changes_since(upto: int, done: Iterable[int]) -> Seen:
    """The bound is read first: what commits between the two questions is met again by the next look."""
    low = _snapshot()[0]
    found = IndexChange.objects.filter(transaction__gte=upto).exclude(pk__in=list(done)).order_by("pk")
    return Seen(low, tuple(found))


def _bring_in(index: Index, changes: Iterable[IndexChange]) -> None:
    services = _services_of(changes)
    index.put(entries_of(services))
    published = ServiceVersion.objects.published().filter(service__in=services).values_list("service", flat=True)
    if gone := set(services) - set(published):
        index.drop(gone)


def _services_of(changes: Iterable[IndexChange]) -> list[int]:
    named = {change.service for change in changes if change.service}
    agencies = {change.agency for change in changes if change.agency}
    of_agencies = Service.objects.filter(Q(owner__in=agencies) | Q(owner__parent__in=agencies))
    return sorted(named | set(of_agencies.values_list("pk", flat=True)) if agencies else named)
