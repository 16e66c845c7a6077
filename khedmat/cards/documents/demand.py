"""What services ask of people although another agency already holds it: published cards only."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import F, QuerySet

from khedmat.cards.documents.holding import online_partners
from khedmat.cards.enums import Stage
from khedmat.cards.models import AskedDocument, Finding
from khedmat.core.sequences import grouped, unique
from khedmat.organizations.models import Organization
from khedmat.registers.enums import HeldBy
from khedmat.registers.models import DocumentType

HELD = "D04"  # the rule that finds a paper asked although its holder is asked online
IN_A_YEAR = {"day": 365, "month": 12, "season": 4, "year": 1}
LINE = ("document_type", "version", "order", "owner", "holder", "count", "per")


class Demand(NamedTuple):
    """A document, the agency that holds it, and the services that ask people for it.

    `linked`: those that already ask its holder online. `found`: those in which rule D04 says so.
    `yearly`: how often in a year, by the services that declare it (`declared`); none where none does.
    """

    document: DocumentType
    services: int
    linked: int
    found: int
    yearly: int | None
    declared: int
    agencies: list[Organization]


def demand() -> list[Demand]:
    """The most asked first; where as many services ask, the one with more recipients."""
    lines = grouped(_lines(), by=lambda line: line.document_type)
    types = DocumentType.objects.select_related("issuer").in_bulk(lines)
    owners = Organization.objects.in_bulk({line.owner for rows in lines.values() for line in rows})
    partners, found = online_partners(), _found()
    rows = (_of(types[pk], rows, (owners, partners, found)) for pk, rows in lines.items())
    return sorted(rows, key=lambda row: (-row.services, -(row.yearly or 0), row.document.sort_key))


def _lines() -> QuerySet[Any]:
    """Lines whose document another agency holds."""
    held = {"document_type__issuer__isnull": False, "version__stage": Stage.PUBLISHED}
    named = (
        AskedDocument.objects.filter(**held)
        .exclude(document_type__held_by=HeldBy.PERSON)
        .annotate(
            owner=F("version__owner"),
            holder=F("document_type__issuer__code"),
            count=F("version__recipients_count"),
            per=F("version__recipients_per"),
        )
    )
    foreign = named.exclude(owner=F("document_type__issuer")).order_by("document_type", "version", "order")
    return foreign.values_list(*LINE, named=True)


def _found() -> set[tuple[int, str]]:
    """Version and box of each paper that the rule names."""
    rows = Finding.objects.filter(rule=HELD, version__stage=Stage.PUBLISHED)
    return set(rows.order_by("pk").values_list("version", "field"))


def _of(document: DocumentType, lines: list[Any], known: tuple[dict[int, Organization], set[Any], set[Any]]) -> Demand:
    owners, partners, found = known
    services = {line.version: line for line in lines}
    volumes = [volume for line in services.values() if (volume := yearly(line.count, line.per)) is not None]
    return Demand(
        document=document,
        services=len(services),
        linked=len({line.version for line in lines if (line.version, line.holder) in partners}),
        found=len({line.version for line in lines if (line.version, f"card.documents.{line.order - 1}") in found}),
        yearly=sum(volumes) if volumes else None,
        declared=len(volumes),
        agencies=_named(owners[line.owner] for line in lines),
    )


def yearly(count: int | None, per: str) -> int | None:
    """Recipients in a year; None where the number or its period is not said."""
    return None if count is None or per not in IN_A_YEAR else count * IN_A_YEAR[per]


def _named(agencies: Iterable[Organization]) -> list[Organization]:
    return sorted(unique(agencies), key=lambda agency: (agency.sort_key, agency.pk))
