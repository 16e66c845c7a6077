"""The score of a version: its findings as kept, and what its log says of its age."""

from datetime import date

from django.db.models import Max, Q
from django.utils.timezone import localdate

from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.cards.score import Facts, Score, score

CONFIRMED = (Stage.APPROVED, Stage.PUBLISHED)


def score_of(version: ServiceVersion, *, on: date) -> Score:
    """How good the version is on a day, by its findings as they are kept."""
    return score(version.document, version.findings.order_by("order"), facts_of(version, on=on))


def facts_of(version: ServiceVersion, *, on: date) -> Facts:
    """What the text itself cannot say. An approval counts only while it stands."""
    times = version.stage_changes.aggregate(
        changed=Max("at"), confirmed=Max("at", filter=Q(target__in=CONFIRMED), default=None)
    )
    stands = version.stage not in (Stage.DRAFT, Stage.SUBMITTED)
    return Facts(
        today=on,
        changed_on=localdate(times["changed"]) if times["changed"] else None,
        confirmed_on=localdate(times["confirmed"]) if stands and times["confirmed"] else None,
        has_source=version.source_file_id is not None,
    )
