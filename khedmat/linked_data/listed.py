"""Rows of the datasets that are lists (agencies, registers, codes, statistics, counts); the permits of a card."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localdate

from khedmat.cards.documents.issuing import givers
from khedmat.cards.enums import Stage
from khedmat.cards.form import Permit
from khedmat.cards.lines.where import counted
from khedmat.cards.models import Service, ServiceCount, ServiceVersion
from khedmat.cards.models.counts import NUMBERS
from khedmat.cards.statistics import statistics
from khedmat.linked_data.codes import LISTS
from khedmat.linked_data.datasets import (
    AGENCIES,
    AUDIENCES,
    CODES,
    COUNTS,
    DOCUMENTS,
    ELEMENTS,
    STATISTICS,
    SYSTEMS,
    Dataset,
)
from khedmat.linked_data.facts import number_in
from khedmat.linked_data.meant import for_data, page_at
from khedmat.linked_data.published import number_of, number_of_service, page_of
from khedmat.linked_data.sheets import Row
from khedmat.organizations.models import Organization
from khedmat.registers.enums import Register


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
            "parent_code": _code(one.parent),
            "place_code": _code(one.place),
            "services": one.published,
            "page": page_at("agencies", one.code),
        }


def entries(register: Register) -> QuerySet[Any, Any]:
    """Those of a register that were not merged into another, each with what it points at."""
    return for_data(register).filter(merged_into=None).order_by("code")


def _documents(on: date) -> Iterator[Row]:
    for one, said in _entries(Register.DOCUMENTS):
        same = {name: getattr(one, name) for name in ("held_by", "validity", "personal_data")}
        pointed = {"issuer_code": _code(one.issuer), "given_by": _givers(one)}
        yield said | same | pointed | {"page": page_at("documents", one.code)}


def _givers(one: Any) -> list[str]:
    return [number_in(giver.code, giver.service) for giver in givers(one)]


def _systems(on: date) -> Iterator[Row]:
    for one, said in _entries(Register.SYSTEMS):
        pointed = {"owner_code": _code(one.owner), "replaced_by_code": _code(one.replaced_by)}
        yield said | pointed | {"url": one.url, "state": one.state, "page": page_at("systems", one.code)}


def _elements(on: date) -> Iterator[Row]:
    for one, said in _entries(Register.ELEMENTS):
        yield said | {"system_code": _code(one.system), "holder_code": _code(one.holder)}


def _audiences(on: date) -> Iterator[Row]:
    for one, said in _entries(Register.AUDIENCES):
        same = {"service_type": one.service_type, "about": one.about}
        yield said | same | {"broader_code": _code(one.broader), "page": page_at("audiences", one.code)}


def _entries(register: Register) -> Iterator[tuple[Any, Row]]:
    """Each with what is said of it whatever the register; `services`: published cards that name it."""
    counts = counted(register)
    for one in entries(register):
        said = {"code": one.code, "title": one.title, "other_names": one.aliases}
        yield one, said | {"services": counts.get(one.pk, 0)}


def _code(one: Any) -> str | None:
    return one.code if one else None


def _codes(on: date) -> Iterator[Row]:
    for name, labels in LISTS.items():
        for value, label in labels.items():
            yield {"list": name, "value": value, **label._asdict()}


def _statistics(on: date) -> Iterator[Row]:
    for table in statistics(on)[1]:
        for row, count in table.rows:
            yield {"table": f"{table.title}", "row": row, "services": count, "counted_on": on.isoformat()}


def _counts(on: date) -> Iterator[Row]:
    """Reports that no later one corrects."""
    found = ServiceCount.objects.standing().filter(service__in=Service.objects.public().values("pk"))
    same = ("kind", "channel", "first_day", "last_day", *NUMBERS, "not_offered", "source")
    for one in found.select_related("service", "as_organization").order_by("pk").iterator():
        yield {name: getattr(one, name) for name in same} | {
            "report": one.pk,
            "number": number_of_service(one.service),
            "agency_code": one.as_organization.code,
            "period": one.period.code,
            "reported_on": localdate(one.at).isoformat(),
            "corrects": one.corrects_id,
        }


Rows = Callable[[date], Iterable[dict[str, Any]]]
LISTED: tuple[tuple[Dataset, Rows], ...] = (
    (AGENCIES, _agencies),
    (DOCUMENTS, _documents),
    (SYSTEMS, _systems),
    (ELEMENTS, _elements),
    (AUDIENCES, _audiences),
    (CODES, _codes),
    (STATISTICS, _statistics),
    (COUNTS, _counts),
)
