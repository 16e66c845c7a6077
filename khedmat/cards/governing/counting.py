"""How often each rule fires and is passed over, from findings as they are kept; drafts are counted nowhere."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from khedmat.cards.enums import IN_FORCE, OF_THE_OFFICE
from khedmat.cards.models import Finding, RuleCount


class Figures:
    """Findings of a rule and those passed over. Doubtful: over a fifth, of as many as prove something."""

    LEAST, FIFTH = 10, 5

    def __init__(self, sent: int, dismissed: int) -> None:
        self.sent, self.dismissed = sent, dismissed

    @property
    def percent(self) -> int:
        """Whole percents, never rounded up to the border."""
        return self.dismissed * 100 // self.sent if self.sent else 0

    @property
    def is_doubtful(self) -> bool:
        return self.sent >= self.LEAST and self.dismissed * self.FIFTH > self.sent


def figures_of(rule: str) -> Figures:
    """Of one rule, as of now."""
    (row,) = [*_counted(_sent().filter(rule=rule)), {"sent": 0, "dismissed": 0}][:1]
    return Figures(row["sent"], row["dismissed"])


@transaction.atomic
def count_rules(*, at: datetime) -> int:
    """The public figures, made anew. Safe to run twice; two at once wait for each other's rows."""
    rows = [RuleCount(counted_at=at, **row) for row in _counted(_sent())]
    RuleCount.objects.all().delete()
    RuleCount.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["rule"],
        update_fields=["in_force", "sent", "services", "dismissed", "counted_at"],
    )
    return len(rows)


def _sent() -> QuerySet[Finding]:
    return Finding.objects.exclude(version__stage__in=OF_THE_OFFICE)


def _counted(found: QuerySet[Finding]) -> Iterable[Any]:
    return (
        found.order_by("rule")
        .values("rule")
        .annotate(
            sent=Count("pk"),
            in_force=Count("pk", filter=Q(version__stage__in=IN_FORCE)),
            services=Count("version__service", distinct=True),
            dismissed=Count("dismissal"),
        )
    )
