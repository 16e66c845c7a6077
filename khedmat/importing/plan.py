"""What an import would do with each document; writes nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from operator import attrgetter
from pathlib import Path

from khedmat.accounts.models import User
from khedmat.cards.models import Service
from khedmat.importing.clashes import resolve
from khedmat.importing.comparison import compared
from khedmat.importing.enums import What
from khedmat.importing.owners import Owners
from khedmat.importing.paper import Paper
from khedmat.importing.papers import papers
from khedmat.importing.row import Row
from khedmat.importing.scope import Scope
from khedmat.importing.source import data_of
from khedmat.importing.walk import Place, places
from khedmat.organizations.models import Organization

A_BATCH = 200  # papers compared with the register at once: neither a query a file, nor all files in memory
Watch = Callable[[int, int], None]


@dataclass(frozen=True)
class Plan:
    """All rows in the order of the files; `scope` is what was asked, `data` gives the file of a row once more."""

    scope: Scope
    rows: tuple[Row, ...]
    data: Callable[[Row], bytes] = data_of

    @property
    def counts(self) -> dict[str, int]:
        counts = Counter(map(attrgetter("what"), self.rows))
        return {what.value: counts[what] for what in What}


def plan(
    paths: Iterable[Path],
    *,
    on: date,
    agency: Organization | None = None,
    service: Service | None = None,
    author: User | None = None,
    watch: Watch = lambda done, total: None,
) -> Plan:
    """Of files and folders. `service` is what the forms are about where their title cannot say it."""
    scope = Scope(on, agency, author=author).into(service)
    owners, all_places = Owners.of(scope), places(paths)
    rows: list[Row] = []
    for done, batch in _batches(all_places):
        rows += compared(list(chain.from_iterable(map(papers, batch))), owners)
        watch(done, len(all_places))
    return Plan(scope, tuple(resolve(rows)))


def plan_of(found: Sequence[Paper], scope: Scope, *, data: Callable[[Row], bytes]) -> Plan:
    """Of documents that were read elsewhere than from a folder."""
    return Plan(scope, tuple(resolve(compared(found, Owners.of(scope)))), data)


def _batches(all_places: Sequence[Place]) -> Iterator[tuple[int, Sequence[Place]]]:
    """With how many files are behind after each."""
    for start in range(0, len(all_places), A_BATCH):
        batch = all_places[start : start + A_BATCH]
        yield start + len(batch), batch
