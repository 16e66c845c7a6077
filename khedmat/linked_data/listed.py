"""The rows of the datasets that are lists: agencies, documents, codes, statistics; and the permits of a card."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from khedmat.cards.enums import Stage
from khedmat.cards.form import Permit
from khedmat.cards.lines.where import counted, standing
from khedmat.cards.models import ServiceVersion
from khedmat.cards.statistics import statistics
from khedmat.linked_data.codes import LISTS
from khedmat.linked_data.datasets import AGENCIES, CODES, DOCUMENTS, STATISTICS, Dataset
from khedmat.linked_data.published import number_of, page_of
from khedmat.linked_data.sheets import Row
from khedmat.organizations.models import Organization
from khedmat.registers.enums import Register
from khedmat.registers.models import DocumentType


def permits(version: ServiceVersion) -> list[Row]:
    """Of a version with its service and agency."""
    beside = {"number": number_of(version), "agency_code": version.service.owner.code, "page": page_of(version)}
    return [_permit(row) | beside for row in version.document.permits if row.title]


def _permit(row: Permit) -> Row:
    same = ("title", "action", "legal_basis", "documents", "validity", "applicants", "electronic")
    fee, time = row.fee, row.duration
    said = {name: getattr(row, name) for name in same}
    return said | {
        "fee": fee.text,
        "fee_rial": fee.amount_rial,
        "duration": time.value if time.value is not None else time.text,
        "duration_unit": time.unit,
    }


def agencies() -> QuerySet[Organization]:
    """All of them, those that ended too, each with the one above it."""
    return Organization.objects.select_related("parent", "place").order_by("code")


def _agencies(on: date) -> Iterator[Row]:
    published = Count("services__versions", filter=Q(services__versions__stage=Stage.PUBLISHED))
    for one in agencies().annotate(published=published).iterator():
        yield {
            **{name: getattr(one, name) for name in ("code", "name", "kind", "scope", "valid_from", "valid_to")},
            "other_names": one.aliases,
            "parent_code": one.parent.code if one.parent else None,
            "place_code": one.place.code if one.place else None,
            "services": one.published,
            "page": f"{settings.SITE_URL}/agencies/{one.code}/",
        }


def documents() -> QuerySet[DocumentType]:
    """Those that were not merged into another, each with its issuer."""
    found: QuerySet[DocumentType] = standing(Register.DOCUMENTS).order_by("code")
    return found


def _documents(on: date) -> Iterator[Row]:
    counts = counted(Register.DOCUMENTS)
    for one in documents():
        yield {
            **{name: getattr(one, name) for name in ("code", "title", "held_by", "validity", "personal_data")},
            "other_names": one.aliases,
            "issuer_code": one.issuer.code if one.issuer else None,
            "services": counts.get(one.pk, 0),
            "page": f"{settings.SITE_URL}/documents/{one.code}/",
        }


def _codes(on: date) -> Iterator[Row]:
    for name, labels in LISTS.items():
        for value, label in labels.items():
            yield {"list": name, "value": value, **label._asdict()}


def _statistics(on: date) -> Iterator[Row]:
    for table in statistics(on)[1]:
        for row, count in table.rows:
            yield {"table": f"{table.title}", "row": row, "services": count, "counted_on": on.isoformat()}


Rows = Callable[[date], Iterable[dict[str, Any]]]
LISTED: tuple[tuple[Dataset, Rows], ...] = (
    (AGENCIES, _agencies),
    (DOCUMENTS, _documents),
    (CODES, _codes),
    (STATISTICS, _statistics),
)
