"""The lines of a card bound to the registers: derived rows, made by whatever stores a version or its findings."""

from collections.abc import Iterator

from khedmat.cards.form import Document
from khedmat.cards.lines.boxes import letters_of
from khedmat.cards.lines.kinds import KINDS, Kind
from khedmat.cards.models import ServiceVersion
from khedmat.cards.models.asked import Line
from khedmat.registers.naming import known


def bind(version: ServiceVersion, document: Document, *, before: Document | None = None) -> None:
    """Only rows that differ are written; the version is locked, or seen by nobody yet.

    `before`: what was bound last. Registers of which it says the same are left: their own changes reach the rows.
    """
    for kind in KINDS.values():
        if before is None or list(kind.said(before)) != list(kind.said(document)):
            _bind(kind, version, document)


def follow_merges() -> int:
    """Rows that a saving beside a merge left with the entry that is gone. Safe to run twice."""
    return sum(map(_follow, KINDS.values()))


def _bind(kind: Kind, version: ServiceVersion, document: Document) -> None:
    rows = kind.rows._default_manager.filter(version=version)
    will, was = list(_rows(kind, version, document)), list(rows.order_by("order"))
    if [line.said() for line in was] == [line.said() for line in will]:
        return
    if len(was) > len(will):
        rows.filter(order__gt=len(will)).delete()
    kind.rows.put(will)


def _follow(kind: Kind) -> int:
    column = kind.column
    left = kind.rows._default_manager.filter(**{f"{column}__merged_into__isnull": False}).order_by("pk")
    rows = list(left.values_list("pk", f"{column}__merged_into"))
    for pk, into in rows:
        kind.rows._default_manager.filter(pk=pk).update(**{column: into})
    return len(rows)


def _rows(kind: Kind, version: ServiceVersion, document: Document) -> Iterator[Line]:
    names = known(kind.book.register).names
    for order, said in enumerate(kind.said(document), start=1):
        meant = names.find(said["name"])
        letters = letters_of(said["name"])
        key = {f"{kind.column}_id": meant and meant.entry}
        yield kind.rows(version=version, order=order, letters=letters, **said, **key)
