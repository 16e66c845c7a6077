"""All published services into the files of an edition: the blocks of today beside those of an earlier edition."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from khedmat.cards.models import ServiceVersion
from khedmat.linked_data.copying import Damaged, Parts, Written
from khedmat.linked_data.parts import Block, Kept, Source, beside, blocks, source_at
from khedmat.linked_data.published import A_BATCH, for_facts, number_of
from khedmat.linked_data.stamps import Standing, services_in, standing
from khedmat.linked_data.texts import Texts

MOST_BLOCKS = 512  # at hand, while those that are asked for together come together
Told = Callable[[int], None]


class Services(NamedTuple):
    """How many were written, and SHA-256 of each file."""

    number: int
    sums: dict[str, str]


class Due(NamedTuple):
    """A block of today beside that of the source; `anew`: services that the source does not say as they stand."""

    now: Standing
    old: Block | None
    anew: frozenset[int] = frozenset()

    @property
    def same(self) -> Block | None:
        """What the source holds, where all of it stands so."""
        return self.old if self.old and self.old.stamps == self.now.stamps else None


def write_services(folder: Path, source: Path, tell: Told) -> Services:
    """Out of a damaged source nothing is copied. `tell`: how many are written so far."""
    try:
        return _services(folder, source_at(source), tell)
    except Damaged:
        return _services(folder, Source(source, {}), tell)


def _services(folder: Path, source: Source, tell: Told) -> Services:
    number, texts = 0, Texts()
    with ExitStack() as stack:
        parts = Parts(folder, source, stack)
        for batch in _batches(beside(standing(), blocks(source.folder) if source.sums else ())):
            versions = _versions(key for due in batch for key in due.anew)
            for due in batch:
                if due.same:
                    parts.keep(due.same)
                else:
                    parts.put(due.now, _members(due, versions, texts))
                number += due.now.services
            tell(number)
        return Services(number, parts.finish())


def _members(due: Due, versions: Mapping[int, ServiceVersion], texts: Texts) -> list[Kept | Written]:
    kept = {one.service: one for one in due.old.services()} if due.old else {}
    return [_written(versions[key], texts) if key in due.anew else kept[key] for key in services_in(due.now.stamps)]


def _written(version: ServiceVersion, texts: Texts) -> Written:
    return Written(version.service_id, number_of(version), version.sha256, texts.of(version))


def _versions(keys: Iterable[int]) -> dict[int, ServiceVersion]:
    found = ServiceVersion.objects.published().filter(service__in=list(keys))
    return {one.service_id: one for one in for_facts(found)}


def _batches(pairs: Iterable[tuple[Standing | None, Block | None]]) -> Iterator[list[Due]]:
    """As many blocks as hold the services that one question is worth."""
    batch, anew = list[Due](), 0
    for due in (_due(now, old) for now, old in pairs if now):
        batch.append(due)
        anew += len(due.anew)
        if anew >= A_BATCH or len(batch) >= MOST_BLOCKS:
            yield batch
            batch, anew = [], 0
    if batch:
        yield batch


def _due(now: Standing, old: Block | None) -> Due:
    due = Due(now, old)
    if due.same:
        return due
    known = services_in(old.stamps).items() if old else set()
    return due._replace(anew=frozenset(dict(services_in(now.stamps).items() - known)))
