"""What the list of the desk holds, as its address narrows it."""

from typing import NamedTuple

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.web.desk.card_filter import CardFilter
from khedmat.web.desk.guard import desk_versions
from khedmat.web.desk.my_cards import Desk, desk_of, in_order, waiting_for
from khedmat.web.desk.queues.of_cards import CARDS
from khedmat.web.desk.queues.queue import Queue


class Listed(NamedTuple):
    """`versions` of every stage in order, what waits for me first (`is_mine`); `queue` where one is looked at."""

    me: Desk
    form: CardFilter
    stage: str
    queue: Queue | None
    versions: QuerySet[ServiceVersion]

    @property
    def shown(self) -> QuerySet[ServiceVersion]:
        """Of the stage that is asked for."""
        return self.versions.filter(stage=self.stage) if self.stage else self.versions

    @property
    def is_narrowed(self) -> bool:
        return bool(self.form.is_used or self.stage or self.queue)


def listed(request: HttpRequest) -> Listed:
    """An unknown value in the address narrows nothing."""
    today, stage = timezone.localdate(), request.GET.get("stage", "")
    stage = stage if stage in Stage.values else ""
    me = desk_of(request.user, today)
    form, queue = CardFilter(request.GET, me.offices), queue_of(request.GET.get("queue", ""))
    seen = desk_versions(me.offices, is_examiner=me.is_examiner, is_searched=form.is_searched)
    versions = form.narrow(seen)
    if queue:
        versions = versions.filter(pk__in=queue.rows(request.user, timezone.now()).values("pk"))
    ordered = in_order(versions.for_list(), form.order, waiting_for(me, request.user, today))
    return Listed(me, form, stage, queue, ordered)


def queue_of(code: str) -> Queue | None:
    return next((queue for queue in CARDS if queue.code == code), None)
