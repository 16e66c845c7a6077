"""What became of published services, in an order in which nothing is ever passed over.

Keys are taken before a step is committed, so a later key may be seen first. Whoever read up to it would miss the
earlier one for ever: nothing is read beyond a key that a step under way may still fill.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection
from django.db.models import Max, QuerySet

from khedmat.cards.enums import Stage
from khedmat.cards.models import StageChange

TOLD = (Stage.PUBLISHED, Stage.SUSPENDED, Stage.RETIRED)
_UNDER_WAY = """
    SELECT EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'relation' AND relation = 'cards_stagechange'::regclass AND mode = 'RowExclusiveLock'
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid <> pg_backend_pid()
    )
"""
_BEFORE_A_GAP = """
    SELECT min(found.id) FROM (SELECT %(since)s::bigint AS id UNION ALL SELECT id FROM cards_stagechange
    WHERE id > %(since)s AND id <= %(newest)s) AS found
    WHERE NOT EXISTS (SELECT FROM cards_stagechange AS next WHERE next.id = found.id + 1)
"""


def changes(since: int, limit: int) -> tuple[list[StageChange], int]:
    """Steps behind a key, and the key from which to go on."""
    horizon = _horizon(since)
    found = list(_told().filter(pk__gt=since, pk__lte=horizon).order_by("pk")[:limit])
    return found, found[-1].pk if len(found) == limit else max(horizon, since)


def settled(since: int) -> int:
    """The key behind which whoever has all that stood before goes on; `since`: one that was settled earlier."""
    return max(_horizon(since), since)


def decided_at(services: Iterable[int]) -> dict[int, datetime]:
    """When each of these services was last published, suspended or ended."""
    steps = StageChange.objects.filter(target__in=TOLD, version__service__in=list(services))
    newest = steps.order_by("version__service", "-pk").distinct("version__service")
    return dict(newest.values_list("version__service", "at"))


def _horizon(since: int) -> int:
    """The newest key below which every step is settled. The newest is looked up first: who writes now took his key
    before that, and holds his lock until his row is seen, or it is clear that it never will be."""
    newest = StageChange.objects.aggregate(newest=Max("pk"))["newest"] or 0
    with connection.cursor() as cursor:
        cursor.execute(_UNDER_WAY)
        if not cursor.fetchone()[0] or newest <= since:
            return newest
        cursor.execute(_BEFORE_A_GAP, {"since": since, "newest": newest})
        return cursor.fetchone()[0] or newest


def _told() -> QuerySet[StageChange]:
    light = ("version__content", "version__paper", "version__search_text")
    return StageChange.objects.filter(target__in=TOLD).select_related("version__service__owner").defer(*light)
