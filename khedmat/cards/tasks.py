"""Work on cards that nobody waits for."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from khedmat.cards.appointing import publish_due
from khedmat.cards.beside import lapsing
from khedmat.cards.bulk.beginning import enqueue
from khedmat.cards.bulk.taking import take_some
from khedmat.cards.checking import store_findings
from khedmat.cards.duty import asking
from khedmat.cards.duty.reminding import remind
from khedmat.cards.enums import BulkState
from khedmat.cards.freshness.ageing import age
from khedmat.cards.governing.counting import count_rules
from khedmat.cards.governing.weights import weights
from khedmat.cards.lines.binding import follow_merges
from khedmat.cards.lines.unknown import recount_all
from khedmat.cards.models import BulkRun, DutySending, ServiceVersion, StageChange
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.cards.popular.searched import forget_old
from khedmat.cards.popular.suggested import tell_authors
from khedmat.cards.rating import keep_scores

EVERY_FIVE_MINUTES = timedelta(minutes=5)
A_STEP = 10.0  # seconds, after which other jobs have their turn


@app.task(queue="cards", queueing_lock="recheck_stale", lock="recheck_stale", pass_context=False)
def recheck_stale(timestamp: int) -> int:
    """Findings that older rules made, made anew on the day of the timestamp (seconds, UTC), and counted.

    Safe to run twice, and to be killed: each version is done or not.
    """
    return _recheck(ServiceVersion.objects.checked_by_older_rules(weights().version), timestamp)


@app.periodic(cron="30 2 * * *")
@app.task(queue="cards", queueing_lock="recheck_night", lock="recheck_stale", pass_context=False)
def recheck_night(timestamp: int) -> int:
    """Every card on its way or in force: days pass, registers change, dismissals lapse. Safe like the other."""
    at = datetime.fromtimestamp(timestamp, UTC)
    return _recheck(ServiceVersion.objects.due_for_recheck(weights().version, localdate(at)), timestamp)


def _recheck(due: VersionQuerySet, timestamp: int) -> int:
    at = datetime.fromtimestamp(timestamp, UTC)
    waiting = list(due.order_by("pk").values_list("pk", flat=True))
    _store(waiting, localdate(at))
    count_rules(at=at)
    recount_all()
    return len(waiting)


@app.periodic(cron="*/5 * * * *")
@app.task(queue="cards", queueing_lock="count_unknown", lock="count_unknown", pass_context=False)
def count_unknown(timestamp: int) -> None:
    """Unknown names of the registers, where a card came or went lately. The night counts them whatever happened."""
    since = datetime.fromtimestamp(timestamp, UTC) - 2 * EVERY_FIVE_MINUTES
    newest = StageChange.objects.order_by("-pk").values_list("at", flat=True).first()
    if newest and newest >= since:
        recount_all()


@app.periodic(cron="*/10 * * * *")
@app.task(queue="cards", queueing_lock="publish_appointed", lock="publish_appointed", pass_context=False)
def publish_appointed(timestamp: int) -> int:
    """What has its day, from its first minutes on. Safe to run twice, and to be killed: each is published or not."""
    return publish_due(datetime.fromtimestamp(timestamp, UTC))


@app.periodic(cron="45 2 * * *")
@app.task(queue="cards", queueing_lock="age_cards", lock="age_cards", pass_context=False)
def age_cards(timestamp: int) -> int:
    """Confirmations that lapsed by the day of the timestamp (seconds, UTC). Safe to run twice, and to be killed."""
    aged = age(at=datetime.fromtimestamp(timestamp, UTC))
    keep_scores(on=localdate(datetime.fromtimestamp(timestamp, UTC)))
    return aged


@app.periodic(cron="0 4 * * *")  # half past seven in Tehran: before the letters of the day
@app.task(queue="cards", queueing_lock="remind_debtors", lock="remind_debtors", pass_context=False)
def remind_debtors(timestamp: int) -> int:
    """Reminders of article 2 that are due on the day of the timestamp (seconds, UTC). Safe to run twice."""
    return remind(at=datetime.fromtimestamp(timestamp, UTC))


@app.periodic(cron="5 4 * * *")
@app.task(queue="cards", queueing_lock="remind_prices", lock="remind_prices", pass_context=False)
def remind_prices(timestamp: int) -> int:
    """Prices that run out around the day of the timestamp (seconds, UTC). Safe to run twice."""
    return lapsing.remind(at=datetime.fromtimestamp(timestamp, UTC))


@app.periodic(cron="15 4 * * *")
@app.task(queue="clock", queueing_lock="tell_searched", pass_context=False)
def tell_searched(timestamp: int) -> None:
    """What people searched for reaches the authors; old days are forgotten. Safe to run twice."""
    at = datetime.fromtimestamp(timestamp, UTC)
    forget_old(on=localdate(at))
    tell_authors(at=at)


def _store(waiting: list[int], on: date) -> None:
    for pk in waiting:
        store_findings(ServiceVersion.objects.for_page().get(pk=pk), on=on)


def recheck_soon(*, at: datetime) -> None:
    """At the start of a new release, and when a register changes; one that waits already is enough."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        recheck_stale.defer(timestamp=int(at.timestamp()))


@app.periodic(cron="10 2 * * *")
@app.task(queue="cards", queueing_lock="follow_merges", lock="follow_merges", pass_context=False)
def follow_merged(timestamp: int) -> int:
    """Lines of cards that were saved beside a merge. Safe to run twice."""
    return follow_merges()


def follow_merges_soon(*, at: datetime) -> None:
    with suppress(AlreadyEnqueued), transaction.atomic():
        follow_merged.defer(timestamp=int(at.timestamp()))


@app.task(queue="cards", pass_context=True)
def advance_bulk(context: JobContext, *, run: int) -> None:
    """A few seconds of a run, by the clock of the worker, then the next step behind the other jobs.

    Safe to run twice, and to be killed: each version has its result or not.
    """
    found = BulkRun.objects.get(pk=run)
    if found.is_running:
        take_some(found, at=datetime.fromtimestamp(context.start_timestamp, UTC), seconds=A_STEP)
    if BulkRun.objects.filter(pk=run, state=BulkState.RUNNING).exists():
        enqueue(run)


@app.periodic(cron="* * * * *")
@app.task(queue="cards", queueing_lock="take_up_bulk", pass_context=False)
def take_up_bulk(timestamp: int) -> None:
    """A run under way has a step in the queue, whatever became of the last one."""
    for run in BulkRun.objects.filter(state=BulkState.RUNNING).order_by("pk").values_list("pk", flat=True):
        enqueue(run)


@app.task(queue="cards", pass_context=True)
def send_duty(context: JobContext, *, sending: int) -> None:
    """A few seconds of a sending of article 2, then the next step behind the other jobs. Safe to be killed."""
    found = DutySending.objects.get(pk=sending)
    asking.send_some(found, at=datetime.fromtimestamp(context.start_timestamp, UTC), seconds=A_STEP)
    if DutySending.objects.filter(pk=sending, ended_at=None).exists():
        asking.enqueue(sending)


@app.periodic(cron="* * * * *")
@app.task(queue="cards", queueing_lock="take_up_duty", pass_context=False)
def take_up_duty(timestamp: int) -> None:
    """A sending under way has a step in the queue, whatever became of the last one."""
    for sending in DutySending.objects.filter(ended_at=None).order_by("pk").values_list("pk", flat=True):
        asking.enqueue(sending)
