"""From what happened to who is told of it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from khedmat.webhooks.bodies import body_of
from khedmat.webhooks.enums import OF_ONE_S_OWN, Reach
from khedmat.webhooks.models import Event, EventDelivery, Subscription

A_BATCH = 500


@transaction.atomic
def spread(*, at: datetime) -> int:
    """How many events were taken; up to a batch. Killed, or run twice, each event has its messages once."""
    waiting = list(_untold()[:A_BATCH])
    wanted = list(Subscription.objects.active().order_by("pk")) if waiting else []
    rows = [
        EventDelivery(subscription=one, event=event, since=at, next_at=at)
        for event in waiting
        for one in wanted
        if wants(one, event)
    ]
    for event in waiting:
        event.body = body_of(event)
    Event.objects.bulk_update(waiting, ["body"])
    EventDelivery.objects.bulk_create(rows)
    return len(waiting)


def wants(one: Subscription, event: Event) -> bool:
    """Of all services only what anybody may read: what readers said is for the agency that answers."""
    is_own = event.service is not None and event.service.owner_id == one.organization_id
    is_far = one.reach == Reach.ALL and event.kind not in OF_ONE_S_OWN
    return event.kind in one.events and (is_own or is_far)


def waiting_subscriptions(at: datetime) -> Iterable[int]:
    found = EventDelivery.objects.due(at).order_by("subscription")
    return found.values_list("subscription", flat=True).distinct()


def _untold() -> QuerySet[Event]:
    """Two at once take different ones. A card itself is long and not needed."""
    long = ("step__version__content", "step__version__paper", "step__version__search_text")
    known = Event.objects.select_related("service__owner", "step__version", "remark", "answer").defer(*long)
    return known.filter(body="").select_for_update(of=("self",), skip_locked=True).order_by("pk")
