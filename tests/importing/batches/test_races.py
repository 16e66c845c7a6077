"""A batch being written while its agency is merged: the two wait one after the other, never for each other."""

import time
from threading import Event

import pytest
from django.db import connection
from django.utils import timezone

from khedmat.cards.models import ServiceVersion
from khedmat.importing.batches.writing import choose, write_some
from khedmat.organizations.changing import carrying
from tests.cards.test_races import at_once, refusals
from tests.factories.changes import planned, seen_of
from tests.factories.people import OrganizationFactory, publisher
from tests.importing.batches.batch import cards

pytestmark = pytest.mark.django_db(transaction=True)
WAITS = "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid)))"
PATIENCE = 20  # seconds


def until_somebody_waits():
    until = time.monotonic() + PATIENCE
    with connection.cursor() as cursor:
        while not cursor.execute(WAITS).fetchone()[0]:
            assert time.monotonic() < until, "nobody waits for the agencies"
            time.sleep(0.01)


def test_a_writing_that_begins_amid_a_change_waits_for_it_and_leaves_the_rest(office, read, monkeypatch):
    """The change holds its agencies and has not asked for the batch yet: the worst moment."""
    batch, new, boss = read(cards(2)), OrganizationFactory(code="new"), publisher()
    choose(batch, batch.rows.all(), by=office.author, at=timezone.now())
    batch.refresh_from_db()
    plan = planned("merge", [office.agency], [new])
    seen, held, look = seen_of(plan), Event(), carrying.preview

    def slowly(case):
        held.set()
        until_somebody_waits()
        return look(case)

    monkeypatch.setattr(carrying, "preview", slowly)
    results = at_once(
        lambda: carrying.carry_out(plan, seen=seen, by=boss, at=timezone.now()),
        lambda: held.wait(PATIENCE) and write_some(batch, PATIENCE),
    )

    batch.refresh_from_db()
    assert refusals(results) == []
    assert (batch.organization, batch.state) == (new, "read")
    assert not ServiceVersion.objects.exists()
