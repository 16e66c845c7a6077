"""What was told long ago is thrown away: the register and its feed of changes know what happened."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from khedmat.webhooks.models import Event, EventAttempt, EventDelivery

A_BATCH = 5000


def forget(*, before: datetime) -> int:
    """How many messages and events went, batch after batch. What waits is kept however old it is. Safe to run twice."""
    found = 0
    while some := _forget_messages(before) + _forget_events(before):
        found += some
    return found


@transaction.atomic
def _forget_messages(before: datetime) -> int:
    """Those that ended, with their attempts."""
    later = EventAttempt.objects.filter(delivery=OuterRef("pk"), at__gte=before)
    old = EventDelivery.objects.ended().filter(~Exists(later), since__lt=before)
    keys = list(old.order_by("pk").values_list("pk", flat=True)[:A_BATCH])
    EventAttempt.objects.filter(delivery__in=keys).delete()
    return EventDelivery.objects.filter(pk__in=keys).delete()[0]


def _forget_events(before: datetime) -> int:
    """Those that no message tells."""
    told = EventDelivery.objects.filter(event=OuterRef("pk"))
    old = Event.objects.exclude(body="").filter(~Exists(told), at__lt=before)
    keys = list(old.order_by("pk").values_list("pk", flat=True)[:A_BATCH])
    return Event.objects.filter(pk__in=keys).delete()[0]
