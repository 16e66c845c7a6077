"""What an import would do with each document; writes nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
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
from khedmat.importing.source import Data, data_of
from khedmat.importing.walk import Place, places
from khedmat.organizations.at_hand import register_at_hand
from khedmat.organizations.models import Organization

A_BATCH = 200  # papers compared with the register at once: neither a query a file, nor all files in memory
Watch = Callable[[int, int], None]
Look = Callable[[Sequence[Paper]], None]


@dataclass(frozen=True)
class Plan:
    """All rows in the order of the files; `scope` is what was asked, `data` gives the file of a row once
    more, as it is kept or as its bytes."""

    scope: Scope
    rows: tuple[Row, ...]
    data: Data = data_of

    @property
    def counts(self) -> dict[str, int]:
        counts = Counter(map(attrgetter("what"), self.rows))
        return {what.value: counts[what] for what in What}


@register_at_hand()
def plan(
    paths: Iterable[Path],
    *,
    on: date,
    agency: Organization | None = None,
    service: Service | None = None,
    author: User | None = None,
    watch: Watch = lambda done, total: None,
    look: Look = lambda papers: None,
) -> Plan:
    """Of files and folders. `service` is what the forms are about where their title cannot say it; `look` sees every
    document once, while it is held."""
    scope = Scope(on, agency, author=author).into(service)
    owners, all_places = Owners.of(scope), places(paths)
    batches = _batches(_read(all_places, watch))
    rows = chain.from_iterable(compared(batch, owners) for batch in _seen(batches, look))
    return Plan(scope, tuple(resolve(list(rows))))


@register_at_hand()
def plan_of(found: Sequence[Paper], scope: Scope, *, data: Data) -> Plan:
    """Of documents that were read elsewhere than from a folder."""
    return Plan(scope, tuple(resolve(compared(found, Owners.of(scope)))), data)


def _read(all_places: Sequence[Place], watch: Watch) -> Iterator[Paper]:
    """Told after each file how many are behind."""
    for done, place in enumerate(all_places, start=1):
        yield from papers(place)
        watch(done, len(all_places))


def _seen(batches: Iterable[list[Paper]], look: Look) -> Iterator[list[Paper]]:
    for batch in batches:
        look(batch)
        yield batch


def _batches(found: Iterator[Paper]) -> Iterator[list[Paper]]:
    """A file may hold thousands of documents, so they are counted, not the files."""
    while batch := list(islice(found, A_BATCH)):
        yield batch
