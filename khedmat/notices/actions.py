"""Telling people, and what they do with what they are told."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from khedmat.accounts.models import User
from khedmat.core.refusals import refusing_in_words
from khedmat.notices import tasks
from khedmat.notices.enums import LATER, UNLESS_CHOSEN, Channel, DeliveryState, Timing
from khedmat.notices.models import Delivery, Mobile, Notice, Preference


@transaction.atomic
def notify(
    users: Iterable[User],
    kind: str,
    *,
    context: Mapping[str, Any],
    link: str,
    dedupe: str,
    at: datetime,
    about: str = "",
) -> list[Notice]:
    """The one door. Nobody is told twice of what they have not read; who left is not told. Only jobs are enqueued."""
    people = {user.pk: user for user in users if user.is_active}
    said = {"kind": kind, "link": link, "dedupe": dedupe, "created_at": at}
    rows = [Notice(user=user, context=dict(context), about=about, **said) for user in people.values()]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    new = list(Notice.objects.unread().filter(user__in=people, deliveries=None, **said).order_by("pk"))
    _let_out(new, people)
    return new


def _let_out(notices: list[Notice], people: Mapping[int, User]) -> None:
    """A delivery for each channel that a person wants and that reaches them; what goes at once is enqueued."""
    wanted = _wishes(people)
    waiting = [
        Delivery(notice=notice, channel=channel, timing=timing)
        for notice in notices
        for channel, timing in wanted(notice)
        if timing != Timing.NEVER
    ]
    for delivery in Delivery.objects.bulk_create(waiting):
        if delivery.timing == Timing.AT_ONCE:
            tasks.send.defer(delivery=delivery.pk)


def _wishes(people: Mapping[int, User]) -> Any:
    """Which channels each person wants for a notice, in two questions for all of them."""
    chosen = {(row.user_id, row.kind, row.channel): row.timing for row in Preference.objects.filter(user__in=people)}
    texted = (
        set(Mobile.objects.filter(user__in=people).values_list("user", flat=True)) if settings.SMS_GATEWAY else set()
    )
    reached: dict[str, set[int]] = {
        Channel.EMAIL: {pk for pk, user in people.items() if user.email},
        Channel.SMS: texted,
    }

    def timing(notice: Notice, channel: str, usual: str) -> str:
        of_later = chosen.get((notice.user_id, LATER, channel), usual)
        return chosen.get((notice.user_id, notice.kind, channel), of_later)

    def wanted(notice: Notice) -> list[tuple[str, str]]:
        return [
            (channel, timing(notice, channel, usual))
            for channel, usual in UNLESS_CHOSEN.items()
            if notice.user_id in reached[channel]
        ]

    return wanted


@transaction.atomic
def mark_read(notice: Notice, *, by: User, at: datetime) -> Notice:
    """Seen by its reader; the first time counts."""
    locked = Notice.objects.of(by).select_for_update(of=("self",)).get(pk=notice.pk)
    if locked.read_at is None:
        locked.read_at = at
        locked.save(update_fields=["read_at"])
    return locked


def mark_all_read(*, by: User, at: datetime) -> int:
    """Only what was there when the reader looked: what came in meanwhile stays unread."""
    return Notice.objects.of(by).unread().filter(created_at__lte=at).update(read_at=at)


def settle(kind: str, *, about: str, at: datetime) -> int:
    """What no longer waits for anybody is unread no more, and the letter of the day leaves it out."""
    return Notice.objects.unread().filter(kind=kind, about=about).update(read_at=at)


@refusing_in_words()
@transaction.atomic
def choose(wishes: Mapping[tuple[str, str], str], *, number: str, by: User) -> None:
    """(kind, channel) → timing, as the page says it; an empty number is forgotten. Letters unwanted now do not go."""
    rows = [Preference(user=by, kind=kind, channel=way, timing=timing) for (kind, way), timing in wishes.items()]
    keys = ["user", "kind", "channel"]
    Preference.objects.bulk_create(rows, update_conflicts=True, unique_fields=keys, update_fields=["timing"])
    unwanted = [kind for (kind, way), timing in wishes.items() if way == Channel.EMAIL and timing == Timing.NEVER]
    waiting = Delivery.objects.for_digest().filter(notice__user=by, notice__kind__in=unwanted)
    waiting.update(state=DeliveryState.NEEDLESS)
    if number:
        Mobile.objects.update_or_create(user=by, defaults={"number": number})
    else:
        Mobile.objects.filter(user=by).delete()
