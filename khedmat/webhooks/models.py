"""Who wants to be told, what happened, and what became of each message."""

from datetime import date, datetime, timedelta

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import LinkWhy
from khedmat.cards.models import Feedback, FeedbackStep, Service, StageChange
from khedmat.core.guards import no_truncate
from khedmat.core.sealing import unseal
from khedmat.organizations.models import Organization
from khedmat.webhooks.enums import SAID_BY_WEBHOOKS, TO_CHOOSE, Arrival, EventKind, Reach, SubscriptionState
from khedmat.webhooks.signing import new_secret

PURPOSE = "khedmat.webhooks"
WRITTEN = pgtrigger.Condition("OLD.body <> ''")
SHORTEST = 30  # days that everything is kept
BOTH_SECRETS = timedelta(hours=24)  # after a change, for whoever still verifies with the former one


def kept_while_young(time: str) -> pgtrigger.Trigger:
    """No setting and no program throws away what happened in the last month. `time`: SQL that ends with the column."""
    young = pgtrigger.Condition(f"{time} > now() - interval '{SHORTEST} days'")
    return pgtrigger.Protect(name="kept_while_young", operation=pgtrigger.Delete, condition=young)


class SubscriptionQuerySet(models.QuerySet):
    def managed_by(self, user: User, on: date) -> "SubscriptionQuerySet":
        """Those of the agencies whose people this person manages."""
        return self.filter(organization__in=Organization.objects.managed_by(user, on))

    def active(self) -> "SubscriptionQuerySet":
        return self.filter(state=SubscriptionState.ACTIVE)

    def in_use(self) -> "SubscriptionQuerySet":
        return self.exclude(state=SubscriptionState.ENDED)

    def for_list(self) -> "SubscriptionQuerySet":
        return self.select_related("organization", "made_by", "state_by").order_by("organization__sort_key", "pk")


class Subscription(models.Model):
    """An address of an agency's server and what it is told of. `failures` in a row; it is left alone until
    `rests_until`. Secrets are sealed."""

    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="webhooks", verbose_name=_("دستگاه")
    )  # fmt: skip
    address = models.CharField(_("نشانی"), max_length=500)
    events = ArrayField(models.CharField(max_length=20), verbose_name=_("رویدادها"))
    reach = models.CharField(_("گستره"), max_length=3, choices=Reach, default=Reach.OWN)
    secret = models.CharField(_("راز"), max_length=300, editable=False)
    former_secret = models.CharField(_("راز پیشین"), max_length=300, blank=True, editable=False)
    secret_at = models.DateTimeField(_("زمان راز"))
    state = models.CharField(_("وضع"), max_length=6, choices=SubscriptionState, default=SubscriptionState.ACTIVE)
    state_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("به دست")
    )
    state_at = models.DateTimeField(_("زمان وضع"))
    made_by = models.ForeignKey(User, models.PROTECT, related_name="webhooks", verbose_name=_("ساختهٔ"))
    made_at = models.DateTimeField(_("زمان ساختن"))
    failures = models.PositiveIntegerField(_("شکست‌های پیاپی"), default=0)
    rests_until = models.DateTimeField(_("تا کی چیزی فرستاده نمی‌شود"), null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("وب‌هوک")
        verbose_name_plural = _("وب‌هوک‌ها")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "address"],
                condition=~Q(state=SubscriptionState.ENDED),
                name="subscription_once_an_address",
                violation_error_message=_("این دستگاه همین نشانی را پیش از این افزوده است؛ آن را در فهرست ببینید."),
            ),
            models.CheckConstraint(
                condition=Q(address__startswith="https://"),
                name="subscription_https",
                violation_error_message=_("نشانی باید با https:// آغاز شود."),
            ),
            models.CheckConstraint(
                condition=Q(events__contained_by=list(TO_CHOOSE)) & ~Q(events=[]),
                name="subscription_known_events",
                violation_error_message=_("دست کم یک رویداد از فهرست برگزینید."),
            ),
            models.CheckConstraint(
                condition=Q(reach__in=Reach.values, state__in=SubscriptionState.values),
                name="subscription_known_words",
                violation_error_message=_("گستره یا وضع وب‌هوک در فهرست نیست."),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="whose_and_where_stay", fields=["organization", "address", "made_by", "made_at"]),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return self.host

    @property
    def host(self) -> str:
        """All of the address that letters and logs may say: the rest may hold a key of the receiver."""
        return self.address.removeprefix("https://").partition("/")[0].partition("?")[0]

    @property
    def is_active(self) -> bool:
        return self.state == SubscriptionState.ACTIVE

    @property
    def has_ended(self) -> bool:
        return self.state == SubscriptionState.ENDED

    @property
    def kinds(self) -> list[EventKind]:
        return [kind for kind in TO_CHOOSE if kind in self.events]

    def secrets(self, at: datetime) -> list[str]:
        """With which a message is signed, the newest first. After the key of the installation was lost: one that nobody
        knows, so that no signature fits, until the owner makes another."""
        is_young = bool(self.former_secret) and at < self.secret_at + BOTH_SECRETS
        sealed = [self.secret, self.former_secret] if is_young else [self.secret]
        found = [secret for one in sealed if (secret := unseal(one, purpose=PURPOSE))]
        return found or [new_secret()]


class Event(models.Model):
    """Something that happened, noted by a trigger in the transaction that did it. `body` is written once, when it is
    known who is told."""

    key = models.UUIDField(_("شناسه"), db_default=RandomUUID(), unique=True, editable=False)
    kind = models.CharField(_("رویداد"), max_length=20, choices=EventKind)
    at = models.DateTimeField(_("زمان"))
    service = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("خدمت")
    )
    step = models.ForeignKey(
        StageChange, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("تغییر مرحله")
    )
    remark = models.ForeignKey(
        Feedback, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("بازخورد")
    )
    answer = models.ForeignKey(
        FeedbackStep, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("پاسخ بازخورد")
    )
    body = models.TextField(_("متن پیام"), blank=True)

    class Meta:
        verbose_name = _("رویداد وب‌هوک")
        verbose_name_plural = _("رویدادهای وب‌هوک")
        indexes = [models.Index(fields=["id"], condition=Q(body=""), name="event_to_be_told")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=EventKind.values),
                name="event_known_kind",
                violation_error_message=_("گونهٔ رویداد در فهرست نیست."),
            )
        ]
        triggers = [
            pgtrigger.ReadOnly(name="frozen_but_body", exclude=["body"]),
            pgtrigger.Protect(name="body_once", operation=pgtrigger.Update, condition=WRITTEN),
            kept_while_young("OLD.body = '' OR OLD.at"),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"

    @property
    def name(self) -> str:
        """The `webhook-id`: what a receiver keeps to do nothing twice."""
        return f"msg_{self.key.hex}"


class EventDeliveryQuerySet(models.QuerySet):
    def due(self, at: datetime) -> "EventDeliveryQuerySet":
        """Whose turn it is. A ping goes out also where messages are held back: it is how one tries the address."""
        is_free = Q(subscription__rests_until=None) | Q(subscription__rests_until__lte=at)
        may_go = Q(event__kind=EventKind.PING) | (Q(subscription__state=SubscriptionState.ACTIVE) & is_free)
        return self.filter(may_go, state=Arrival.WAITING, next_at__lte=at)

    def ended(self) -> "EventDeliveryQuerySet":
        """Arrived or lost: nothing more comes of it by itself."""
        return self.exclude(state=Arrival.WAITING)


class EventDelivery(models.Model):
    """An event on its way to one address, tried since `since`."""

    subscription = models.ForeignKey(
        Subscription, models.PROTECT, related_name="deliveries", verbose_name=_("وب‌هوک")
    )  # fmt: skip
    event = models.ForeignKey(Event, models.PROTECT, related_name="deliveries", verbose_name=_("رویداد"))
    state = models.CharField(_("وضع"), max_length=7, choices=Arrival, default=Arrival.WAITING)
    since = models.DateTimeField(_("از کی"))
    next_at = models.DateTimeField(_("نوبت بعدی"))

    objects = EventDeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("پیام وب‌هوک")
        verbose_name_plural = _("پیام‌های وب‌هوک")
        indexes = [
            models.Index(fields=["next_at"], condition=Q(state=Arrival.WAITING), name="event_delivery_waiting"),
            models.Index(fields=["subscription", "-id"], name="event_delivery_newest"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["subscription", "event"],
                name="event_delivery_once",
                violation_error_message=_("هر رویداد به هر نشانی یک بار گفته می‌شود."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=Arrival.values),
                name="event_delivery_known_state",
                violation_error_message=_("وضع پیام در فهرست نیست."),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="whose_and_what_stay", fields=["subscription", "event"]),
            kept_while_young("OLD.state = 'waiting' OR OLD.since"),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.state}"


class EventAttempt(models.Model):
    """One try, with the beginning of what the server answered. Never changed."""

    delivery = models.ForeignKey(EventDelivery, models.PROTECT, related_name="attempts", verbose_name=_("پیام"))
    at = models.DateTimeField(_("زمان"))
    why = models.CharField(_("چه شد"), max_length=10, choices=LinkWhy)
    status = models.PositiveSmallIntegerField(_("وضعیت HTTP"), null=True, blank=True)
    ms = models.PositiveIntegerField(_("هزارم ثانیه"))
    answer = models.CharField(_("آغاز پاسخ"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("تلاش برای رساندن رویداد")
        verbose_name_plural = _("تلاش‌ها برای رساندن رویداد")
        ordering = ["pk"]
        triggers = [
            pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update),
            kept_while_young("OLD.at"),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return f"{self.why} {self.status or ''}"

    @property
    def said(self) -> str:
        return str(SAID_BY_WEBHOOKS.get(LinkWhy(self.why), self.get_why_display()))
