"""The electronic index of all published services, by agency."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import Count, Q

from khedmat.cards.electronic_index import WHOLE, index, removals
from khedmat.cards.enums import Stage
from khedmat.cards.models import StageAccess
from khedmat.core.sequences import grouped
from khedmat.organizations.models import Organization

_ROWS = ("version", "version__owner", "stage", "electronic", "non_electronic", "channels", "visit_reasons")


class Measured(NamedTuple):
    """A service: its agency, its index, and why people must come."""

    agency: int
    value: int | None
    reasons: frozenset[str]


class Electronic(NamedTuple):
    """An agency with its services; `unsaid` are those whose section 6 says nothing."""

    agency: Organization
    mean: int | None
    measured: int
    whole: int
    unsaid: int
    reasons: Counter[str]


def board() -> list[Electronic]:
    """Agencies with published cards, in the order of the alphabet."""
    rows = grouped(_measured(), by=attrgetter("agency"))
    published = Count("services", filter=Q(services__versions__stage=Stage.PUBLISHED), distinct=True)
    agencies = Organization.objects.annotate(published=published).filter(published__gt=0)
    return [_of(agency, rows.get(agency.pk, [])) for agency in agencies.order_by("sort_key", "pk")]


def _measured() -> Iterator[Measured]:
    found = StageAccess.objects.filter(version__stage=Stage.PUBLISHED).order_by("version", "pk")
    rows = found.values_list(*_ROWS, named=True).iterator()
    return (_service(list(stages)) for _, stages in groupby(rows, attrgetter("version")))


def _service(rows: list[Any]) -> Measured:
    stages = {row.stage: row for row in rows}
    reasons = frozenset(one.reason for one in removals(stages))
    return Measured(rows[0].version__owner, index(stages), reasons)


def _of(agency: Any, services: list[Measured]) -> Electronic:
    said = [one.value for one in services if one.value is not None]
    return Electronic(
        agency,
        mean=round(sum(said) / len(said)) if said else None,
        measured=len(said),
        whole=said.count(WHOLE),
        unsaid=agency.published - len(said),
        reasons=reasons_of(one.reasons for one in services),
    )


def reasons_of(rows: Iterable[Iterable[str]]) -> Counter[str]:
    """In how many services people must come for each reason."""
    return Counter(reason for reasons in rows for reason in reasons)
