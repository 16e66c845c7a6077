"""Sending by the queue: ids in, safe to run twice."""

from contextlib import suppress

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from khedmat.notices import sending
from khedmat.notices.models import Delivery
from khedmat.notices.sending import MOST_ATTEMPTS, TryAgain

# 5 seconds, 25, two minutes, ten, an hour: a server that is being restarted, then one that is being mended.
PATIENCE = RetryStrategy(max_attempts=MOST_ATTEMPTS - 1, exponential_wait=5, retry_exceptions=[TryAgain])


@app.task(queue="notices", retry=PATIENCE, pass_context=False)
def send(*, delivery: int) -> None:
    sending.send(delivery)


@app.task(queue="notices", retry=PATIENCE, pass_context=False)
def send_digest(*, user: int) -> None:
    sending.send_digest(user)


@app.periodic(cron="30 4 * * *")  # eight o'clock in Tehran
@app.task(queue="notices", queueing_lock="send_digests", pass_context=False)
def send_digests(timestamp: int = 0) -> None:
    """A letter of the day for everybody for whom something waits."""
    people = Delivery.objects.for_digest().order_by("notice__user").values_list("notice__user", flat=True).distinct()
    for user in people:
        with suppress(AlreadyEnqueued), transaction.atomic():
            send_digest.configure(queueing_lock=f"digest-{user}").defer(user=user)
