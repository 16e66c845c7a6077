"""Sending what is due to one address, a message at a time, and what follows from its arrival or failure."""

import logging
from datetime import datetime

from django.db import transaction

from khedmat.cards.enums import LinkWhy
from khedmat.cards.links.exchange import Letter, Manners
from khedmat.cards.records import store
from khedmat.webhooks.enums import Arrival, EventKind, SubscriptionState
from khedmat.webhooks.models import EventAttempt, EventDelivery, Subscription
from khedmat.webhooks.posting import Posted, post
from khedmat.webhooks.schedule import gap_after, rest_after
from khedmat.webhooks.signing import Message, headers
from khedmat.webhooks.telling import tell_managers

log = logging.getLogger(__name__)


@transaction.atomic
def deliver_next(subscription: int, *, at: datetime, how: Manners) -> bool:
    """Whether one was sent and did arrive. The message is locked meanwhile: two workers send different ones. Whoever is
    killed in between sends it again, with the same `webhook-id`."""
    due = EventDelivery.objects.due(at).filter(subscription=subscription).select_related("event", "subscription")
    found = due.select_for_update(of=("self",), skip_locked=True).order_by("next_at", "pk").first()
    if found is None:
        return False
    posted = _post(found, at, how)
    said = {"why": posted.why, "status": posted.status, "ms": posted.ms, "answer": posted.answer}
    EventAttempt.objects.create(delivery=found, at=at, **said)
    _follow(found, posted, at)
    return posted.has_arrived


def _post(delivery: EventDelivery, at: datetime, how: Manners) -> Posted:
    body = delivery.event.body.encode()
    signed = headers(Message(delivery.event.name, int(at.timestamp()), body), delivery.subscription.secrets(at))
    return post(delivery.subscription.address, Letter(body, signed), how)


def _follow(delivery: EventDelivery, posted: Posted, at: datetime) -> None:
    """A ping is tried once and says nothing of the days before."""
    if delivery.event.kind == EventKind.PING:
        return store(delivery, {"state": Arrival.ARRIVED if posted.has_arrived else Arrival.LOST})
    owner = Subscription.objects.select_for_update(of=("self",)).get(pk=delivery.subscription_id)
    if posted.has_arrived:
        store(delivery, {"state": Arrival.ARRIVED})
        return store(owner, {"failures": 0, "rests_until": None})
    log.warning("webhook %s: %s %s", owner.pk, posted.why, posted.status or "")
    failures = owner.failures + 1
    store(owner, {"failures": failures, "rests_until": at + rest_after(failures)})
    is_last = owner.has_ended or posted.why == LinkWhy.GONE
    gap = None if is_last else gap_after(_tries(delivery))
    return _lost(delivery, owner, at) if gap is None else store(delivery, {"next_at": at + gap})


def _tries(delivery: EventDelivery) -> int:
    return delivery.attempts.filter(at__gte=delivery.since).count()


def _lost(delivery: EventDelivery, owner: Subscription, at: datetime) -> None:
    """Nothing goes to that address any more. Whoever was paused meanwhile by a person stays so."""
    store(delivery, {"state": Arrival.LOST})
    if owner.is_active:
        store(owner, {"state": SubscriptionState.FAILED, "state_by": None, "state_at": at})
        tell_managers(owner, at=at)
