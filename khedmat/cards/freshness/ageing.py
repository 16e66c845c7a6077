"""What a night changes: cards whose confirmation lapsed are found (R01), and their authors are told."""

from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from khedmat.cards.checking import store_findings
from khedmat.cards.freshness.standing import stale
from khedmat.cards.freshness.telling import remind
from khedmat.cards.models import Finding, ServiceVersion


def age(*, at: datetime) -> int:
    """How many cards were looked at anew. Safe to run twice, and to be killed: each is done or not."""
    on = localdate(at)
    waiting = list(_to_find(on).order_by("pk").values_list("pk", flat=True))
    for pk in waiting:
        store_findings(ServiceVersion.objects.select_related("service__owner").get(pk=pk), on=on)
    remind(at=at)
    return len(waiting)


def _to_find(on: date) -> QuerySet[ServiceVersion]:
    """Stale without its finding, and with a finding that is no longer so."""
    published = ServiceVersion.objects.published()
    found = Exists(Finding.objects.filter(version=OuterRef("pk"), rule="R01"))
    lapsed = stale(published, on)
    return published.filter(pk__in=lapsed.filter(~found).values("pk")) | published.filter(found).exclude(
        pk__in=lapsed.values("pk")
    )
