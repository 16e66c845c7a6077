"""Telling by the queue: one address a job, one job at a time at an address. The rows say what is due: a job that is
lost is made again within a minute.
"""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.timezone import now
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from khedmat.webhooks.forgetting import forget
from khedmat.webhooks.posting import manners
from khedmat.webhooks.sending import deliver_next
from khedmat.webhooks.spreading import spread, waiting_subscriptions


@app.periodic(cron="* * * * *")
@app.task(queue="webhooks", queueing_lock="spread_events", lock="spread_events", pass_context=False)
def spread_events(timestamp: int) -> int:
    """What happened becomes messages, and every address for which something is due is visited. Safe to run twice."""
    at = now()
    found = spread(at=at)
    for subscription in waiting_subscriptions(at):
        visit(subscription)
    return found


@app.periodic(cron="41 3 * * *")
@app.task(queue="clock", queueing_lock="forget_events", lock="forget_events", pass_context=False)
def forget_events(timestamp: int) -> int:
    """Every night, what ended more than `KHEDMAT_WEBHOOK_DAYS` ago. Safe to run twice, and to be killed."""
    return forget(before=datetime.fromtimestamp(timestamp, UTC) - timedelta(days=settings.WEBHOOK_DAYS))


def visit(subscription: int) -> None:
    """One who waits already is enough."""
    key = f"webhook {subscription}"
    with suppress(AlreadyEnqueued), transaction.atomic():
        deliver.configure(lock=key, queueing_lock=key).defer(subscription=subscription)


@app.task(queue="webhooks", pass_context=False)
def deliver(*, subscription: int) -> None:
    """One message; the next in a job of its own, so that others have their turn. Whoever does not answer rests."""
    if deliver_next(subscription, at=now(), how=manners()):
        visit(subscription)
