"""How fresh published cards are: each since it was published or last confirmed, for `CONFIRM_DAYS` days."""

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Exists, F, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Greatest
from django.utils.timezone import localdate, make_aware

from khedmat.cards.enums import Stage
from khedmat.cards.models import Confirmation, ServiceVersion

REMINDED = timedelta(days=14)  # before a confirmation lapses


class Freshness(NamedTuple):
    """When a published card was last found right, and until when that holds."""

    confirmed_on: date
    due_on: date
    is_stale: bool
    is_due_soon: bool


def term() -> timedelta:
    return timedelta(days=settings.CONFIRM_DAYS)


def freshness(confirmed_at: datetime, on: date) -> Freshness:
    day = localdate(confirmed_at)
    due = day + term()
    return Freshness(day, due, on >= due, due - REMINDED <= on < due)


def with_confirmed_at(versions: QuerySet[ServiceVersion]) -> QuerySet[Any]:
    """`confirmed_at` of each: PostgreSQL's greatest passes over a confirmation that is not there."""
    newest = Confirmation.objects.filter(version=OuterRef("pk")).order_by("-at").values("at")[:1]
    return versions.annotate(confirmed_at=Greatest(F("published_at"), Subquery(newest)))


def stale(versions: QuerySet[ServiceVersion], on: date) -> QuerySet[Any]:
    """Those that nobody has confirmed for so long."""
    since = _midnight_after(on - term())
    again = Confirmation.objects.filter(version=OuterRef("pk"), at__gte=since)
    return with_confirmed_at(versions.filter(~Exists(again), published_at__lt=since))


def ageing(versions: QuerySet[ServiceVersion], on: date) -> QuerySet[Any]:
    """Those, and those that will be within the days of the reminder."""
    return stale(versions, on + REMINDED)


def _midnight_after(day: date) -> datetime:
    """The day is Tehran's: an instant of the evening belongs to the next day of UTC."""
    return make_aware(datetime.combine(day + timedelta(days=1), time.min))


def freshness_in(version: ServiceVersion, confirmed_at: datetime | None, on: date) -> Freshness | None:
    """None of what is not published: only what stands before the public ages."""
    if version.stage != Stage.PUBLISHED or version.published_at is None:
        return None
    return freshness(max(filter(None, (version.published_at, confirmed_at))), on)


def freshness_of(version: ServiceVersion, on: date) -> Freshness | None:
    """The same, with one question."""
    return freshness_in(version, version.confirmations.aggregate(last=Max("at"))["last"], on)
