"""Asking by the queue: one address a job, one job at a time at a host, with a rest between two."""

from contextlib import suppress
from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate, now
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from khedmat.cards.enums import Stage
from khedmat.cards.links.asking import REST, manners, next_of, rest_left
from khedmat.cards.links.checking import record
from khedmat.cards.links.gathering import gather
from khedmat.cards.links.trying import look
from khedmat.cards.models import WebAddress


@app.periodic(cron="15 0 * * *")  # before four in Tehran, when nobody needs those servers
@app.task(queue="links", queueing_lock="check_links", lock="check_links", pass_context=False)
def check_links(timestamp: int) -> int:
    """Every address that is due, host by host. Safe to run twice: what was asked today is not due any more."""
    if not settings.LINKS_CHECKED:
        return 0
    on = localdate(datetime.fromtimestamp(timestamp, UTC))
    gather(on)
    due = WebAddress.objects.filter(due_on__lte=on, links__version__stage=Stage.PUBLISHED)
    hosts = list(due.order_by("host").values_list("host", flat=True).distinct())
    for host in hosts:
        visit(host)
    return len(hosts)


def visit(host: str, *, after: float = 0) -> None:
    """One who waits already is enough."""
    key = f"links {host}"
    with suppress(AlreadyEnqueued), transaction.atomic():
        check_host.configure(lock=key, queueing_lock=key, schedule_in={"seconds": round(after)}).defer(host=host)


@app.task(queue="links", pass_context=False)
def check_host(*, host: str) -> None:
    """What somebody waits for, else the next that is due; then the next job, if there is more. Safe to run twice."""
    at = now()
    if left := rest_left(host, at):
        return visit(host, after=left)
    if found := next_of(host, at):
        record(found.address, look(found.address.address, manners()), by=found.by, at=at)
        visit(host, after=REST.total_seconds())
    return None
