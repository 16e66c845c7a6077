"""Sending what waits. The row is locked while the channel works, so two workers never send the same one; a worker that
is killed between the channel and the commit sends again: at least once, which is all that mail and gateways promise.
"""

from collections.abc import Sequence

from django.db import transaction

from khedmat.notices import channels, letters
from khedmat.notices.enums import DeliveryState
from khedmat.notices.letters import Letter
from khedmat.notices.models import Attempt, Delivery
from khedmat.notices.sms import Undelivered

MOST_ATTEMPTS = 6


class TryAgain(Exception):
    """The attempt is in the log; the queue asks again later."""


def send(delivery: int) -> None:
    """One message by its channel; what is no longer waiting is left alone."""
    if not _send(delivery):
        raise TryAgain(f"delivery {delivery}")


@transaction.atomic
def _send(pk: int) -> bool:
    found = Delivery.objects.waiting().select_for_update(of=("self",)).select_related("notice__user").filter(pk=pk)
    waiting = list(found)
    for one in waiting:
        _try(waiting, letters.letter(one.notice, one.channel))
    return not any(one.state == DeliveryState.WAITING for one in waiting)


def send_digest(user: int) -> None:
    """All that waits for a person's letter of the day, in one letter."""
    if not _send_digest(user):
        raise TryAgain(f"digest of user {user}")


@transaction.atomic
def _send_digest(user: int) -> bool:
    rows = Delivery.objects.for_digest().filter(notice__user=user).order_by("notice__created_at", "pk")
    waiting = list(rows.select_for_update(of=("self",)).select_related("notice__user"))
    unread = [one for one in waiting if one.notice.read_at is None]
    _become([one for one in waiting if one.notice.read_at], DeliveryState.NEEDLESS)
    if unread:
        _try(unread, letters.digest([one.notice for one in unread]))
    return not any(one.state == DeliveryState.WAITING for one in unread)


def _try(deliveries: Sequence[Delivery], text: Letter) -> None:
    """One attempt for all of them, of one reader and one channel; in the log either way, given up in the end."""
    first, problem = deliveries[0], ""
    try:
        channels.deliver(first.channel, first.notice.user, text, mark=f"delivery-{first.pk}")
    except Undelivered as error:
        problem = str(error)
    Attempt.objects.bulk_create([Attempt(delivery=one, problem=problem[:200]) for one in deliveries])
    if not problem:
        _become(deliveries, DeliveryState.SENT)
    _become([one for one in deliveries if problem and _is_last(one)], DeliveryState.FAILED)


def _is_last(delivery: Delivery) -> bool:
    return delivery.attempts.count() >= MOST_ATTEMPTS


def _become(deliveries: Sequence[Delivery], state: str) -> None:
    for one in deliveries:
        one.state = state
    Delivery.objects.filter(pk__in=[one.pk for one in deliveries]).update(state=state)
