"""The score of a version, with what its document cannot say: when it was last changed or confirmed, its source."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.timezone import localdate

from khedmat.cards.enums import Stage
from khedmat.cards.models import CardScore, Confirmation, Edit, ServiceVersion
from khedmat.cards.score import Facts, Score, score
from khedmat.cards.score.parts import Found
from khedmat.cards.score.standing import good_until
from khedmat.cards.score.weights import SCORE_VERSION


class LastDays(NamedTuple):
    """When a version was last saved as a draft, and last found right once it was published."""

    saved: datetime | None
    confirmed: datetime | None


def last_days(version: ServiceVersion) -> LastDays:
    """One question."""
    newest = {"saved": _newest(Edit.objects.all()), "confirmed": _newest(Confirmation.objects.all())}
    return LastDays(*ServiceVersion.objects.annotate(**newest).values_list(*newest).get(pk=version.pk))


def _newest(rows: QuerySet) -> Subquery:
    return Subquery(rows.filter(version=OuterRef("pk")).order_by("-at").values("at")[:1])


def rated(version: ServiceVersion, findings: Iterable[Found], *, days: LastDays, on: date) -> Score:
    return score(version.document, findings, _facts(version, days, on))


def _facts(version: ServiceVersion, days: LastDays, on: date) -> Facts:
    """The agency stands by a text when it approves it, and whenever it confirms later that it still holds."""
    confirmed = days.confirmed or version.approved_at
    return Facts(
        today=on,
        changed_on=localdate(days.saved or version.created_at),
        confirmed_on=localdate(confirmed) if confirmed else None,
        has_source=version.source_file_id is not None,
    )


def keep_score(version: ServiceVersion, findings: Iterable[Found], *, on: date) -> None:
    """For pages that look at many cards. Only of what is published: a draft is rated where it is seen."""
    if version.stage != Stage.PUBLISHED:
        return
    facts = _facts(version, last_days(version), on)
    found = score(version.document, findings, facts)
    said = {
        "total": found.total,
        "parts": {part.code: part.points for part in found.parts},
        "rules_version": version.checked_with,
        "score_version": found.version,
        "worked_out_on": on,
        "good_until": good_until(facts),
    }
    CardScore.objects.update_or_create(version=version, defaults=said)


def keep_scores(*, on: date) -> int:
    """Those that are missing, of other weights, or grown older. Safe to run twice, and to be killed."""
    old = ~Q(kept_score__score_version=SCORE_VERSION) | Q(kept_score__good_until__lt=on) | Q(kept_score=None)
    waiting = list(ServiceVersion.objects.published().filter(old).order_by("pk").values_list("pk", flat=True))
    for pk in waiting:
        version = ServiceVersion.objects.get(pk=pk)
        keep_score(version, version.findings.unsettled(), on=on)
    return len(waiting)
