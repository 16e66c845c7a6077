"""Old messages go at night; what waits, what is young and what others still need stays."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone

from khedmat.cards.enums import LinkWhy
from khedmat.webhooks import forgetting, tasks
from khedmat.webhooks.forgetting import forget
from khedmat.webhooks.models import Event, EventAttempt, EventDelivery
from tests.factories.webhooks import ADDRESS, subscribed

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def told(days, *, state="arrived", owner=None, tried=None):
    """A message of so many days ago; `tried`: of the last attempt, in days."""
    at = timezone.now() - days * DAY
    event = Event.objects.create(kind="ping", at=at, body="{}")
    owner = owner or subscribed(at=at).subscription
    made = EventDelivery.objects.create(subscription=owner, event=event, state=state, since=at, next_at=at)
    last = at if tried is None else timezone.now() - tried * DAY
    EventAttempt.objects.create(delivery=made, at=last, why=LinkWhy.ANSWERED, ms=3)
    return made


def before(days):
    return timezone.now() - days * DAY


@pytest.mark.parametrize("state", ["arrived", "lost"])
def test_what_ended_long_ago_goes_with_its_attempts_and_its_event(state):
    told(91, state=state)
    young = told(89)

    assert forget(before=before(90)) == 2

    assert list(EventDelivery.objects.all()) == [young]
    assert EventAttempt.objects.get().delivery == young
    assert list(Event.objects.all()) == [young.event]
    assert forget(before=before(90)) == 0


def test_what_waits_is_kept_however_old_and_what_was_tried_lately_too():
    kept = [told(400, state="waiting"), told(400, tried=3)]

    assert forget(before=before(90)) == 0
    assert EventDelivery.objects.count() == len(kept)


def test_an_event_goes_with_the_last_message_that_tells_it_and_never_before_it_is_told():
    old = told(91)
    other = subscribed(address=f"{ADDRESS}/2").subscription
    EventDelivery.objects.create(subscription=other, event=old.event, since=before(1), next_at=before(1))
    Event.objects.create(kind="ping", at=before(400))

    assert forget(before=before(90)) == 1
    assert Event.objects.count() == 2


def test_more_than_a_batch_goes_in_one_night(monkeypatch):
    monkeypatch.setattr(forgetting, "A_BATCH", 2)
    owner = subscribed().subscription
    for _ in range(5):
        told(100, owner=owner)

    assert forget(before=before(90)) == 10
    assert not EventAttempt.objects.exists()


def test_the_night_goes_by_the_setting():
    told(settings.WEBHOOK_DAYS + 1)
    told(settings.WEBHOOK_DAYS - 1)

    tasks.forget_events(timestamp=int(timezone.now().timestamp()))

    assert EventDelivery.objects.count() == 1


def test_the_database_gives_up_nothing_of_the_last_month_and_nothing_that_waits():
    young, waiting = told(29), told(400, state="waiting", owner=subscribed(address=f"{ADDRESS}/2").subscription)
    untold = Event.objects.create(kind="ping", at=before(400))
    rows = [young.attempts.all(), EventDelivery.objects.filter(pk=young.pk), Event.objects.filter(pk=untold.pk)]

    for found in [*rows, EventDelivery.objects.filter(pk=waiting.pk)]:
        with pytest.raises(DatabaseError), transaction.atomic():
            found._raw_delete(found.db)


def test_an_attempt_is_never_changed():
    found = told(400).attempts.all()

    with pytest.raises(DatabaseError), transaction.atomic():
        found.update(ms=1)
