"""Of what the parts of a published service are made, as a stamp: what bears one stamp reads the same.

A version never changes once it is published; beside it stand its ID, its agency and the one above, its names in force
and all that is told beside its lines, the address of the installation, and the program itself. The database sums all
of it up in one question: asked service by service, it would take ten times as long.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection
from django.db.models import BigIntegerField, F, Func, IntegerField, QuerySet, Value

from khedmat.cards.beside.standing import TERM, WAY
from khedmat.cards.documents.issuing import GIVER
from khedmat.cards.enums import Stage
from khedmat.cards.lines.kinds import KINDS
from khedmat.cards.lines.meaning import bound, columns_of
from khedmat.cards.models import DocumentWay, IssuingService, PopularName, PriceTerm, ServiceVersion
from khedmat.cards.models.beside import BesideRow
from khedmat.linked_data.published import MADE_OF

LETTERS = "document_type__asked__letters"  # of the line that asks for the document
A_BLOCK = 32  # keys of services: what is alike is copied a block at a time
_STANDING = """
    WITH rows (service, one, two) AS ({rows}),
    stamped AS (SELECT service, sum(one) AS one, sum(two) AS two FROM rows GROUP BY service)
    SELECT service / {block}, string_agg(service || ' ' || one || ' ' || two, ',' ORDER BY service)
    FROM stamped GROUP BY 1 ORDER BY 1
"""


class Standing(NamedTuple):
    """The published services of a block of keys; `stamps`: of each the key and the stamp of all that its parts say."""

    key: int
    stamps: str

    @property
    def services(self) -> int:
        """How many they are."""
        return self.stamps.count(",") + 1


class Told(NamedTuple):
    """Rows, the column of the service of which they are told, and the columns of what they tell."""

    rows: QuerySet[Any, Any]
    service: str
    columns: tuple[str, ...]


class _Digest(Func):
    """Of a row. 64 bits for each seed: two of them, so that no two rows are taken for one."""

    function = "hash_record_extended"
    template = "%(function)s(ROW(%(expressions)s), %(seed)s)"
    output_field = BigIntegerField()


def standing() -> Iterator[Standing]:
    """All that are published, by the key of the service."""
    first, *others = _rows()
    rows, params = first.union(*others, all=True).query.sql_with_params()
    with connection.chunked_cursor() as cursor:
        cursor.execute(_STANDING.format(block=A_BLOCK, rows=rows), params)
        yield from map(Standing._make, cursor)


def services_in(stamps: str) -> dict[int, str]:
    """The services of a block, each with its stamp."""
    return {int(one.partition(" ")[0]): one for one in stamps.split(",")}


def _rows() -> Iterator[QuerySet[Any, Any]]:
    """Of everything of which parts are made: of which service it is told, and two digests."""
    start = hashlib.sha256(repr((program(), settings.SITE_URL, settings.TIME_ZONE)).encode()).digest()
    seeds = {name: int.from_bytes(start[at : at + 8], signed=True) for name, at in (("one", 0), ("two", 8))}
    for kind, (rows, service, columns) in enumerate(_told()):
        said = (Value(kind, IntegerField()), *map(F, columns))
        digests = {name: _Digest(*said, seed=seed) for name, seed in seeds.items()}
        yield rows.order_by().annotate(of=F(service), **digests).values_list("of", *digests)


def _told() -> Iterator[Told]:
    """What `published.told` asks of one version, and the version itself, of all that are published."""
    yield Told(ServiceVersion.objects.published(), "service", MADE_OF)
    for kind in KINDS.values():
        lines = bound(kind).filter(version__stage=Stage.PUBLISHED)
        yield Told(lines, "version__service", ("order", *columns_of(kind).values()))
    yield Told(_givers(), "asked_by", ("pk", "title", *GIVER.values(), LETTERS))
    for model, said in ((DocumentWay, WAY), (PriceTerm, TERM)):
        yield Told(_beside(model), "version__service", ("version__number", "pk", *said.values()))
    names = PopularName.objects.in_force().filter(service__versions__stage=Stage.PUBLISHED)
    yield Told(names, "service", ("pk", "term"))


def _givers() -> QuerySet[Any, Any]:
    """Published services that give a document which another one asks for."""
    asked = {"document_type__asked__version__stage": Stage.PUBLISHED, "service__versions__stage": Stage.PUBLISHED}
    named = {"title": F("service__versions__title"), "asked_by": F("document_type__asked__version__service")}
    return IssuingService.objects.filter(**asked).annotate(**named).exclude(service=F("asked_by"))


def _beside(model: type[BesideRow]) -> QuerySet[Any, Any]:
    """Said of the published version or of an earlier one of its service."""
    later = {"stage": Stage.PUBLISHED, "number__gte": F("version__number")}
    rows = model._default_manager.filter(**{f"version__service__versions__{name}": one for name, one in later.items()})
    return rows.exclude(version__stage=Stage.DISCARDED)


@cache
def program() -> str:
    """Digest of the sources of this program: another one may write other words."""
    found = hashlib.sha256()
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()
