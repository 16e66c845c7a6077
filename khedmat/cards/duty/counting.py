"""What is counted of agencies: services at each step, confirmed titles, and when cards were first sent."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, Exists, Min, OuterRef, Q
from django.utils.timezone import localdate

from khedmat.cards.enums import UNEXAMINED, Stage, TitleStage
from khedmat.cards.models import Service, ServiceVersion, TitleList
from khedmat.core.sequences import grouped
from khedmat.organizations.models import Organization

COUNTED = ("prepared", "examined", "given", "shown")


class Confirmed(NamedTuple):
    number: int
    day: date


def counts_of(agencies: Iterable[Organization]) -> dict[int, dict[str, int]]:
    """Agency → how many of its services have come to each step."""
    versions = ServiceVersion.objects.filter(service=OuterRef("pk"))
    services = Service.objects.filter(owner__in=[agency.pk for agency in agencies]).annotate(
        is_sent=Exists(versions.sent()),
        is_examined=Exists(versions.exclude(stage__in=UNEXAMINED).exclude(approved_at=None)),
        is_shown=Exists(versions.filter(stage=Stage.PUBLISHED)),
    )
    counted = services.values("owner").annotate(
        prepared=Count("pk", filter=Q(is_sent=True)),
        examined=Count("pk", filter=Q(is_examined=True)),
        given=Count("given_id"),
        shown=Count("pk", filter=Q(is_shown=True)),
    )
    rows = counted.values_list("owner", *COUNTED).order_by()
    return {owner: dict(zip(COUNTED, steps, strict=True)) for owner, *steps in rows}


def confirmed_by(agencies: Iterable[Organization]) -> dict[int, Confirmed]:
    """Of the list in force how many titles; of the first one ever confirmed the day."""
    lists = TitleList.objects.filter(agency__in=[agency.pk for agency in agencies]).exclude(stage=TitleStage.DRAFT)
    rows = lists.values_list("agency", "stage", "said_count", "confirmed_at")
    by_agency = grouped(rows.order_by("agency", "number"), by=lambda row: row[0])
    return {agency: Confirmed(found[-1][2] or 0, localdate(found[0][3])) for agency, found in by_agency.items()}


def first_sent(agencies: list[int]) -> dict[int, list[datetime]]:
    """Agency → when each of its services first sent a card, earliest first."""
    services = Service.objects.filter(owner__in=agencies).annotate(sent=Min("versions__submitted_at"))
    rows = services.exclude(sent=None).order_by("sent").values_list("owner", "sent")
    by_agency = grouped(rows, by=lambda row: row[0])
    return {agency: [sent for _owner, sent in found] for agency, found in by_agency.items()}


def done_on(titles: Confirmed, sent: list[datetime]) -> date:
    """The day on which the last of as many cards as titles was sent, not before the titles were confirmed."""
    last = sent[min(titles.number, len(sent)) - 1]
    return max(titles.day, localdate(last))
