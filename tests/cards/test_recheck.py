"""Findings of older rules are made anew by the queue's own worker, as in a running installation."""

import pytest
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.cards import tasks
from khedmat.cards.models import Finding, ServiceVersion
from khedmat.cards.rules.engine import RULES_VERSION
from tests.factories.cards import NOW, FindingFactory, VersionFactory


def states():
    """How the rechecks that were asked for ended; the clock's own jobs are not looked at."""
    jobs = ProcrastinateJob.objects.filter(task_name=tasks.recheck_stale.name).order_by("pk")
    return list(jobs.values_list("status", flat=True))


@pytest.fixture
def work(transactional_db, monkeypatch):
    """Lets a worker do everything that waits, and end; without the clock: at half past two it asks for a recheck."""
    monkeypatch.setattr(app.periodic_registry, "periodic_tasks", {})

    def until_nothing_waits():
        with app.replace_connector(DjangoConnector().get_worker_connector()):
            app.run_worker(wait=False, queues=["cards"], install_signal_handlers=False, listen_notify=False)

    return until_nothing_waits


def test_a_worker_rechecks_what_older_rules_checked(work):
    stale = VersionFactory(checked_with="0", card={"title": None})
    FindingFactory(version=stale, rule="Z99", message="گفتهٔ قاعده‌ای که دیگر نیست")
    tasks.recheck_soon(at=NOW)

    work()

    assert ServiceVersion.objects.get(pk=stale.pk).checked_with == RULES_VERSION
    assert set(Finding.objects.values_list("rules_version", flat=True)) == {RULES_VERSION}
    assert not Finding.objects.filter(rule="Z99").exists()
    assert Finding.objects.filter(rule="C01", field="card.title").exists()
    assert states() == ["succeeded"]


def test_a_recheck_may_be_asked_for_again_once_the_last_one_ended(work):
    for _ in range(2):
        tasks.recheck_soon(at=NOW)
        work()

    assert states() == ["succeeded", "succeeded"]


@pytest.mark.django_db
@pytest.mark.parametrize("stage", ["draft", "submitted", "approved", "published", "replaced"])
def test_a_version_of_any_stage_is_rechecked_and_nothing_else_of_it_changes(stage):
    version = VersionFactory(stage=stage, checked_with="0")
    before = ServiceVersion.objects.filter(pk=version.pk).values("stage", "sha256", "content", "title").get()

    assert tasks.recheck_stale(timestamp=0) == 1

    assert ServiceVersion.objects.filter(pk=version.pk).values("stage", "sha256", "content", "title").get() == before


@pytest.mark.django_db
def test_a_recheck_that_was_stopped_goes_on_where_it_was(monkeypatch):
    versions = [VersionFactory(checked_with="0") for _ in range(3)]
    real, done = tasks.store_findings, []

    def stop_at_the_second(version, *, on):
        if len(done) == 1:
            raise KeyboardInterrupt
        done.append(version)
        return real(version, on=on)

    monkeypatch.setattr(tasks, "store_findings", stop_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        tasks.recheck_stale(timestamp=0)
    monkeypatch.setattr(tasks, "store_findings", real)

    assert tasks.recheck_stale(timestamp=0) == len(versions) - 1


@pytest.mark.django_db
def test_nothing_stale_is_nothing_to_do():
    VersionFactory(checked_with=RULES_VERSION)

    assert tasks.recheck_stale(timestamp=0) == 0
