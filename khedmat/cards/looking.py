"""Versions that are looked at in one go: their lines are bound and their findings made with the same few questions."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import QuerySet

from khedmat.cards.form import Document
from khedmat.cards.models import ServiceVersion
from khedmat.core.sequences import grouped


class Looked(NamedTuple):
    """A version with its traced document; its service and owner are fetched. It is locked, or seen by nobody yet.

    `before`: the document that was looked at last. What it says as this one does is left as it is.
    """

    version: ServiceVersion
    document: Document
    before: Document | None = None


class Renewal(NamedTuple):
    """Rows of one table beside a version, in their order: as they stand, and as they will; the latter unsaved."""

    was: list[Any]
    will: list[Any]


def renewals(looked: Sequence[Looked], rows: QuerySet, make: Callable[[Looked], Iterable[Any]]) -> list[Renewal]:
    """One a version, in one question."""
    beside = rows.filter(version__in=[one.version for one in looked]).order_by("version", "order")
    stood = grouped(beside, by=attrgetter("version_id"))
    return [Renewal(stood.get(one.version.pk, []), list(make(one))) for one in looked]


def remove(rows: Iterable[Any], table: QuerySet) -> None:
    table.filter(pk__in=[row.pk for row in rows]).delete()
