"""The lines of a card bound to document types: derived rows, made by whatever stores a version or its findings."""

from collections.abc import Iterable, Iterator

from khedmat.cards.asked_papers import asked
from khedmat.cards.form import Document
from khedmat.cards.models import AskedDocument, ServiceVersion
from khedmat.core.persian import squeeze
from khedmat.registers.enums import Register
from khedmat.registers.naming import Known, known

LONGEST_LETTERS = 200


def name_in(line: str) -> str:
    """The document that a line asks for, without its condition."""
    return asked(line).name


def letters_of(name: str) -> str:
    """By which a line is found again, however it is spelt."""
    return squeeze(name)[:LONGEST_LETTERS]


def lines_of(document: Document) -> list[str]:
    """The lines of the box of documents."""
    return document.card.documents if document.card else []


def bind(version: ServiceVersion, document: Document) -> None:
    """Only rows that differ are written; the version is locked, or seen by nobody yet."""
    will = list(_rows(version, document, known(Register.DOCUMENTS)))
    was = list(version.asked_documents.order_by("order"))
    if _said(was) != _said(will):
        version.asked_documents.all().delete()
        AskedDocument.objects.bulk_create(will)


def follow_merges() -> int:
    """Rows that a saving beside a merge left with the type that is gone. Safe to run twice."""
    left = AskedDocument.objects.filter(document_type__merged_into__isnull=False).select_related("document_type")
    rows = list(left.order_by("pk"))
    for row in rows:
        AskedDocument.objects.filter(pk=row.pk).update(
            document_type=row.document_type and row.document_type.merged_into_id
        )
    return len(rows)


def _rows(version: ServiceVersion, document: Document, register: Known) -> Iterator[AskedDocument]:
    for order, line in enumerate(lines_of(document), start=1):
        name = name_in(line)
        meant = register.names.find(name)
        yield AskedDocument(
            version=version, order=order, name=name, letters=letters_of(name), document_type_id=meant and meant.entry
        )


def _said(rows: Iterable[AskedDocument]) -> list[tuple[int, str, int | None]]:
    return [(row.order, row.name, row.document_type_id) for row in rows]
