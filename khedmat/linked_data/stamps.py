"""Of what the parts of a published service are made, as a stamp: what bears one stamp reads the same.

A version never changes once it is published; beside it stand its ID, its agency and the one above, its names in force
and all that is told beside its lines (`told`), the address of the installation, and the program itself.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings

from khedmat.cards.models import ServiceVersion
from khedmat.linked_data.published import A_BATCH, number_of, told

MADE_OF = (
    "service_id",
    "pk",
    "sha256",
    "number",
    "published_at",
    "service__code",
    "service__owner__code",
    "service__owner__name",
    "service__owner__parent__code",
    "service__owner__parent__name",
)


class Standing(NamedTuple):
    """A published service as it stands: its key, that of its version, and the stamp of all that its parts say."""

    service: int
    version: int
    stamp: str


class Stamped(NamedTuple):
    """What is told of a service whose parts are written. `number`: the ID, or what stands for it."""

    service: int
    number: str
    sha256: str
    stamp: str


class Stamps:
    """Of one making of the files."""

    def __init__(self) -> None:
        self._rows = told(ServiceVersion.objects.published())
        self._columns = (*MADE_OF, *self._rows.query.annotations)
        self._start = hashlib.sha256(repr((program(), settings.SITE_URL, settings.TIME_ZONE)).encode())

    def standing(self) -> Iterator[Standing]:
        """All that are published, by the key of the service."""
        rows = self._rows.order_by("service").values_list(*self._columns)
        for row in rows.iterator(chunk_size=A_BATCH):
            yield Standing(row[0], row[1], self._stamp(row))

    def of(self, version: ServiceVersion) -> Stamped:
        """By what the version at hand says (`for_facts`): what changed since its row was looked at is in the stamp as
        it is in the parts."""
        stamp = self._stamp(tuple(_found(version, column) for column in self._columns))
        return Stamped(version.service_id, number_of(version), version.sha256, stamp)

    def _stamp(self, values: tuple[Any, ...]) -> str:
        stamp = self._start.copy()
        stamp.update(repr(values).encode())
        return stamp.hexdigest()[:32]


def _found(version: ServiceVersion, column: str) -> Any:
    """As the database answers for a column; of an agency with none above, None."""
    found: Any = version
    for name in column.split("__"):
        found = getattr(found, name) if found else None
    return found


@cache
def program() -> str:
    """Digest of the sources of this program: another one may write other words."""
    found = hashlib.sha256()
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()
