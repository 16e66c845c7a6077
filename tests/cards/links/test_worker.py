"""A night from the clock to the finding, by the queue's own worker and a server at home."""

from datetime import timedelta

import pytest
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.cards.links import tasks
from khedmat.cards.models import LinkCheck, WebAddress
from tests.factories.cards import VersionFactory

HOST = "here.example.ir"
QUEUES = ["links", "cards"]


@pytest.fixture
def work(transactional_db, settings, monkeypatch, at_home):
    """Lets a worker do everything that waits and end; nobody rests, so that the test does not either."""
    settings.LINKS_CHECKED = True
    monkeypatch.setattr(app.periodic_registry, "periodic_tasks", {})
    monkeypatch.setattr(tasks, "manners", lambda: at_home)
    monkeypatch.setattr(tasks, "rest_left", lambda host, at: 0)
    monkeypatch.setattr(tasks, "REST", timedelta(0))

    def once():
        with app.replace_connector(DjangoConnector().get_worker_connector()):
            app.run_worker(wait=False, queues=QUEUES, install_signal_handlers=False, listen_notify=False)

    def until_nothing_waits():
        """A worker that ends leaves what was put off to a moment that had not come when it looked."""
        once()
        for _ in range(10):
            if ProcrastinateJob.objects.filter(status="todo", queue_name__in=QUEUES).exists():
                once()

    return until_nothing_waits


def night():
    tasks.check_links(timestamp=int(timezone.now().timestamp()))


def statuses():
    return set(ProcrastinateJob.objects.values_list("status", flat=True))


def test_every_address_is_asked_once_and_nothing_is_left_waiting(work, server):
    for path in ("page", "404", "no-head/200"):
        VersionFactory(published=True, card={"url": f"http://{HOST}/{path}"})
    night()

    work()
    night()
    work()

    found = {check.address.address.rpartition(HOST)[2]: check.outcome for check in LinkCheck.objects.all()}
    assert found == {"/page": "fine", "/404": "broken", "/no-head/200": "fine"}
    assert LinkCheck.objects.count() == 3
    assert statuses() == {"succeeded"}


def test_on_the_third_day_the_card_has_its_finding(work, server):
    version = VersionFactory(published=True, card={"url": f"http://{HOST}/404"})
    night()
    address = WebAddress.objects.get()
    for days in (2, 1):
        LinkCheck.objects.create(
            address=address,
            day=timezone.localdate() - timedelta(days=days),
            at=timezone.now() - timedelta(days=days),
            outcome="broken",
            why="not_found",
            ms=1,
        )

    work()

    assert WebAddress.objects.get().state == "broken"
    assert version.findings.filter(rule="U06", field="card.url").exists()


def test_a_job_of_a_killed_worker_may_run_again(work, server):
    VersionFactory(published=True, card={"url": f"http://{HOST}/page"})
    night()
    tasks.check_host(host=HOST)

    work()

    assert LinkCheck.objects.count() == 1
