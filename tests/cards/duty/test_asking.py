"""A sending of a round goes on in steps, is taken up where it stopped, and is told once an agency."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.cards.duty.actions import close_round
from khedmat.cards.duty.asking import ask, send_some
from khedmat.cards.models import DutyReminder, DutySending, ServiceVersion
from khedmat.cards.tasks import send_duty, take_up_duty
from tests.factories.cards import NOW, VersionFactory
from tests.factories.duty import a_round
from tests.factories.people import OrganizationFactory, person, publisher
from tests.factories.titles import titles_of

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def agencies():
    return [OrganizationFactory() for _ in range(3)]


@pytest.fixture
def sending(agencies):
    return ask(a_round(owing="chosen", agencies=tuple(one.code for one in agencies)), by=publisher(), at=NOW)


def advance(sending):
    send_duty(SimpleNamespace(start_timestamp=LATER.timestamp()), sending=sending.pk)


def jobs():
    return ProcrastinateJob.objects.filter(task_name=send_duty.name, status="todo")


def test_the_press_tells_nobody_yet_and_leaves_a_job(sending, agencies):
    person("author", agencies[0])

    assert (sending.total, sending.is_running, jobs().count()) == (3, True, 1)
    assert not DutyReminder.objects.exists()


def test_the_worker_sends_some_and_asks_for_the_next_step(sending, monkeypatch):
    monkeypatch.setattr("khedmat.cards.tasks.A_STEP", -1.0)

    counts = []
    for _step in range(4):
        advance(sending)
        counts.append(DutyReminder.objects.count())

    sending.refresh_from_db()
    assert counts == [1, 2, 3, 3]
    assert (sending.ended_at, jobs().count()) == (LATER, 1)


def test_letters_bear_the_moment_and_the_hand_of_the_press(sending):
    send_some(sending, at=LATER, seconds=60)

    assert {(row.at, row.by, row.day) for row in DutyReminder.objects.all()} == {(NOW, sending.by, sending.day)}


def test_what_was_killed_goes_on_and_nobody_is_told_twice(sending, agencies):
    author = person("author", agencies[0])
    send_some(sending, at=LATER, seconds=-1)

    for _twice in range(2):
        send_some(sending, at=LATER, seconds=60)

    assert DutyReminder.objects.count() == 3
    assert author.notices.filter(kind="duty_asked").count() == 1


def test_who_did_it_in_the_meantime_gets_no_letter(sending, agencies):
    titles_of(agencies[0], "یک عنوان")
    VersionFactory(service__owner=agencies[0], stage="submitted")
    assert ServiceVersion.objects.exists()

    send_some(sending, at=LATER, seconds=60)

    assert set(DutyReminder.objects.values_list("agency", flat=True)) == {one.pk for one in agencies[1:]}


def test_a_round_that_is_closed_meanwhile_is_sent_no_further(sending):
    close_round(sending.round, by=publisher(), at=NOW)

    advance(sending)

    sending.refresh_from_db()
    assert (DutyReminder.objects.count(), sending.is_running) == (0, False)


def test_a_sending_under_way_has_a_step_in_the_queue_whatever_became_of_the_last_one(sending):
    jobs().delete()

    for _twice in range(2):
        take_up_duty(timestamp=0)
    assert jobs().count() == 1

    send_some(sending, at=LATER, seconds=60)
    jobs().delete()
    take_up_duty(timestamp=0)
    assert not jobs().exists()


def test_what_was_asked_is_never_changed_or_taken_away(sending):
    for change in (lambda: DutySending.objects.update(total=9), sending.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
