"""What a manager does with the webhooks of an agency."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.links.target import Malformed, target
from khedmat.cards.records import store
from khedmat.core.persian import persian_digits
from khedmat.core.refusals import refusing_in_words
from khedmat.core.sealing import seal
from khedmat.organizations.models import Organization
from khedmat.organizations.perms import can_manage
from khedmat.organizations.standing import locked_in_force
from khedmat.webhooks import refusals, tasks
from khedmat.webhooks.bodies import body_of
from khedmat.webhooks.enums import Arrival, EventKind, Reach, SubscriptionState
from khedmat.webhooks.models import PURPOSE, Event, EventDelivery, Subscription
from khedmat.webhooks.signing import new_secret
from khedmat.webhooks.telling import settle_told

MOST, LONGEST = 10, 500


class Wish(NamedTuple):
    """What is asked for."""

    address: str
    events: Sequence[str]
    reach: str = Reach.OWN


class Made(NamedTuple):
    """`secret` is seen here and never again."""

    subscription: Subscription
    secret: str


@refusing_in_words()
@transaction.atomic
def subscribe(agency: Organization, wish: Wish, *, by: User, at: datetime) -> Made:
    """From now on; what happened before is in the feed of changes."""
    _demand_manager(agency, by, at)
    agency = locked_in_force(agency, on=localdate(at), work=str(refusals.WORK))
    if agency.webhooks.in_use().count() >= MOST:
        raise ValidationError(refusals.TOO_MANY, code="unmet", params={"most": persian_digits(MOST)})
    secret = new_secret()
    made = Subscription(
        organization=agency,
        address=_sound(wish.address),
        events=list(wish.events),
        reach=wish.reach,
        secret=seal(secret, purpose=PURPOSE),
        secret_at=at,
        state_by=by,
        state_at=at,
        made_by=by,
        made_at=at,
    )
    made.validate_constraints()
    made.save(force_insert=True)
    return Made(made, secret)


def _sound(address: str) -> str:
    """Whether its machine is of the public web is looked at in each attempt: a name may lead elsewhere tomorrow."""
    if len(address) > LONGEST:
        raise ValidationError(refusals.TOO_LONG, code="address")
    try:
        found = target(address)
    except Malformed as error:
        raise ValidationError(refusals.MALFORMED, code="address", params={"address": address}) from error
    if found.scheme != "https" or found.host.rpartition(".")[2].isdigit():
        raise ValidationError(refusals.MALFORMED, code="address", params={"address": address})
    return str(found)


@transaction.atomic
def change_secret(subscription: Subscription, *, by: User, at: datetime) -> Made:
    """Both sign for a day. A third one within it ends the first at once."""
    locked, secret = _locked(subscription, by, at), new_secret()
    store(locked, {"former_secret": locked.secret, "secret": seal(secret, purpose=PURPOSE), "secret_at": at})
    return Made(locked, secret)


@transaction.atomic
def pause(subscription: Subscription, *, by: User, at: datetime) -> Subscription:
    """Nothing goes out; what waits goes on waiting, what happens meanwhile is not kept for later."""
    locked = _locked(subscription, by, at)
    if not locked.is_active:
        raise _already(locked)
    store(locked, {"state": SubscriptionState.PAUSED, "state_by": by, "state_at": at})
    return locked


@transaction.atomic
def resume(subscription: Subscription, *, by: User, at: datetime) -> Subscription:
    """What waits begins its three days anew."""
    locked = _locked(subscription, by, at)
    if locked.is_active:
        raise _already(locked)
    changes = {"state": SubscriptionState.ACTIVE, "state_by": by, "state_at": at, "failures": 0, "rests_until": None}
    store(locked, changes)
    _waiting(locked).update(since=at, next_at=at)
    settle_told(locked, at=at)
    tasks.visit(locked.pk)
    return locked


@transaction.atomic
def end(subscription: Subscription, *, by: User, at: datetime) -> Subscription:
    """For good: what waits is not sent, and the address may be added anew, with another secret."""
    locked = _locked(subscription, by, at)
    store(locked, {"state": SubscriptionState.ENDED, "state_by": by, "state_at": at})
    _waiting(locked).update(state=Arrival.LOST)
    settle_told(locked, at=at)
    return locked


@transaction.atomic
def ping(subscription: Subscription, *, by: User, at: datetime) -> EventDelivery:
    """A message that says nothing, tried once, also of what is paused."""
    locked = _locked(subscription, by, at)
    if locked.deliveries.filter(event__kind=EventKind.PING, state=Arrival.WAITING).exists():
        raise ValidationError(refusals.PINGED, code="conflict")
    event = Event(kind=EventKind.PING, at=at)
    event.body = body_of(event)
    event.save(force_insert=True)
    made = EventDelivery.objects.create(subscription=locked, event=event, since=at, next_at=at)
    tasks.visit(locked.pk)
    return made


@transaction.atomic
def resend(delivery: EventDelivery, *, by: User, at: datetime) -> EventDelivery:
    """The same message with the same `webhook-id` goes out once more, and is tried as a new one is."""
    owner = _locked(delivery.subscription, by, at)
    locked = EventDelivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    if locked.state == Arrival.WAITING:
        raise ValidationError(refusals.ON_ITS_WAY, code="conflict")
    if not owner.is_active:
        raise ValidationError(refusals.HELD_BACK, code="stage")
    store(locked, {"state": Arrival.WAITING, "since": at, "next_at": at})
    store(owner, {"rests_until": None})
    tasks.visit(owner.pk)
    return locked


def _locked(subscription: Subscription, by: User, at: datetime) -> Subscription:
    found = Subscription.objects.select_for_update(of=("self",)).select_related("organization").get(pk=subscription.pk)
    _demand_manager(found.organization, by, at)
    if found.has_ended:
        raise ValidationError(refusals.ENDED, code="ended")
    return found


def _waiting(subscription: Subscription) -> QuerySet[EventDelivery]:
    """But for the one on the wire: its worker holds it and wants the subscription next, so to wait for it is a knot."""
    rows = subscription.deliveries.filter(state=Arrival.WAITING).select_for_update(skip_locked=True)
    return EventDelivery.objects.filter(pk__in=list(rows.values_list("pk", flat=True)))


def _demand_manager(agency: Organization, by: User, at: datetime) -> None:
    if not can_manage(by, agency, localdate(at)):
        raise ValidationError(refusals.NOT_YOURS, params={"agency": agency.name})


def _already(subscription: Subscription) -> ValidationError:
    return ValidationError(refusals.IS_ALREADY, code="stage", params={"now": subscription.get_state_display()})
