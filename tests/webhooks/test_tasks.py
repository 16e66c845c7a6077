"""The queue: what happened becomes messages within a minute, one job an address, whoever was killed meanwhile."""

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.webhooks import tasks
from khedmat.webhooks.models import EventDelivery
from tests.factories.cards import VersionFactory
from tests.factories.webhooks import subscribed

pytestmark = pytest.mark.django_db


@pytest.fixture
def one():
    made = subscribed().subscription
    for _ in range(2):
        VersionFactory(service__owner=made.organization, published=True)
    return made


def waiting():
    found = ProcrastinateJob.objects.filter(task_name="khedmat.webhooks.tasks.deliver", status="todo")
    return [(job.args["subscription"], job.lock, job.queueing_lock) for job in found]


def ended():
    """Every job so far is over, however it went."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")


def test_the_minute_finds_what_happened_and_visits_each_address_once(one):
    counts = [tasks.spread_events(timestamp=0), tasks.spread_events(timestamp=0)]

    assert counts == [2, 0]
    assert EventDelivery.objects.count() == 2
    assert waiting() == [(one.pk, f"webhook {one.pk}", f"webhook {one.pk}")]


def test_a_job_that_was_lost_is_made_again_by_the_next_minute(one):
    tasks.spread_events(timestamp=0)
    ended()

    tasks.spread_events(timestamp=60)

    assert [found for found, *_locks in waiting()] == [one.pk]


def test_a_message_a_job_and_whoever_fails_is_not_visited_at_once(one, server, at_home, monkeypatch):
    monkeypatch.setattr(tasks, "manners", lambda: at_home)
    tasks.spread_events(timestamp=0)
    ended()
    server.answers.extend([(204, b""), (500, b"")])

    tasks.deliver(subscription=one.pk)
    after_one = [found for found, *_locks in waiting()]
    ended()
    tasks.deliver(subscription=one.pk)

    assert after_one == [one.pk]
    assert waiting() == []
    assert sorted(EventDelivery.objects.values_list("state", flat=True)) == ["arrived", "waiting"]
    assert len(server.got) == 2


def test_where_nothing_happened_nobody_is_visited():
    subscribed()

    assert tasks.spread_events(timestamp=0) == 0
    assert waiting() == []
