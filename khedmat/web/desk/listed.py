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
    """`versions` in every stage, `shown` in the one that is asked for and in order; `queue` where one is looked at."""

    me: Desk
    form: CardFilter
    stage: str
    queue: Queue | None
    versions: QuerySet[ServiceVersion]
    shown: QuerySet[ServiceVersion]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.form.is_used or self.stage in Stage.values or self.queue)


def listed(request: HttpRequest) -> Listed:
    """An unknown value in the address narrows nothing."""
    today, stage = timezone.localdate(), request.GET.get("stage", "")
    me = desk_of(request.user, today)
    form, queue = CardFilter(request.GET, me.offices), queue_of(request.GET.get("queue", ""))
    seen = desk_versions(me.offices, is_examiner=me.is_examiner, is_searched=form.is_searched)
    versions = form.narrow(seen)
    if queue:
        versions = versions.filter(pk__in=queue.rows(request.user, timezone.now()).values("pk"))
    shown = versions.filter(stage=stage) if stage in Stage.values else versions
    ordered = in_order(shown.for_list(), form.order, waiting_for(me, request.user, today))
    return Listed(me, form, stage, queue, versions, ordered)


def queue_of(code: str) -> Queue | None:
    return next((queue for queue in CARDS if queue.code == code), None)
