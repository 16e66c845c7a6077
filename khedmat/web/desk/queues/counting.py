"""All queues of a person counted in one question to the database, however many there are."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import reduce
from typing import Any, NamedTuple

from django.db.models import Count, DateField, DateTimeField, Min, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.timezone import localdate, make_aware

from khedmat.accounts.models import User
from khedmat.cards.deadlines import late_from
from khedmat.web.desk.queues.queue import Queue

NO_INSTANT, NO_DAY = Cast(Value(None), DateTimeField()), Cast(Value(None), DateField())
NEVER = datetime(1900, 1, 1, tzinfo=UTC)
COLUMNS = ("queue", "number", "oldest", "nearest", "late")


class Counted(NamedTuple):
    """How many wait, since when the oldest does, which day comes first, and how many have outrun their term."""

    number: int = 0
    oldest: datetime | None = None
    nearest: date | None = None
    late: int = 0


def counted(queues: Sequence[Queue], user: User, at: datetime) -> dict[str, Counted]:
    """By the code of each queue."""
    parts = [_summed(queue, user, at) for queue in queues]
    rows = reduce(lambda all_of_them, one: all_of_them.union(one, all=True), parts) if parts else []
    return {queue: Counted(*said) for queue, *said in rows}


def _summed(queue: Queue, user: User, at: datetime) -> QuerySet[Any, Any]:
    rows = queue.rows(user, at).order_by().annotate(_since=queue.since or NO_INSTANT, _day=queue.day or NO_DAY)
    late = Count("pk", filter=Q(_since__lt=_first_in_time(queue, localdate(at))))
    summed = rows.values(queue=Value(queue.code)).annotate(
        number=Count("pk"), oldest=Min("_since"), nearest=Min("_day"), late=late
    )
    return summed.values_list(*COLUMNS)


def _first_in_time(queue: Queue, on: date) -> datetime:
    """Whatever arrived before this instant is late."""
    if not queue.term:
        return NEVER
    return make_aware(datetime.combine(late_from(queue.term, on) + timedelta(days=1), time.min))
