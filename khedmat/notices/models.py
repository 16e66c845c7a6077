"""Messages to people, the ways by which they go out, and who wants which."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.guards import append_only, no_truncate
from khedmat.notices.enums import LATER, WISHED, Channel, DeliveryState, NoticeKind, Timing


class NoticeQuerySet(models.QuerySet):
    def of(self, user: User) -> "NoticeQuerySet":
        return self.filter(user=user)

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at=None)

    def for_list(self) -> "NoticeQuerySet":
        """Unread first, then the newest."""
        return self.order_by(models.F("read_at").asc(nulls_first=True), "-created_at", "-pk")


class Notice(models.Model):
    """One message to one person; said once while it is unread. Only the moment of reading is ever written again."""

    user = models.ForeignKey(User, models.PROTECT, related_name="notices", verbose_name=_("گیرنده"))
    kind = models.CharField(_("گونه"), max_length=30, choices=NoticeKind)
    context = models.JSONField(_("واژه‌های متن"), default=dict)
    link = models.CharField(_("نشانی در سامانه"), max_length=300)
    about = models.CharField(_("دربارهٔ"), max_length=100, blank=True)
    dedupe = models.CharField(_("کلید یکتایی"), max_length=100)
    created_at = models.DateTimeField(_("زمان پیام"))
    read_at = models.DateTimeField(_("زمان خواندن"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("پیام")
        verbose_name_plural = _("پیام‌ها")
        indexes = [
            models.Index(fields=["user", "-created_at"], name="notice_of_a_person"),
            models.Index(fields=["about"], condition=Q(read_at=None), name="notice_unread_about"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind", "dedupe"],
                condition=Q(read_at=None),
                name="notice_once_while_unread",
                violation_error_message=_("همین پیام هنوز خوانده نشده است."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=NoticeKind.values),
                name="notice_known_kind",
                violation_error_message=_("گونهٔ پیام در فهرست نیست."),
            ),
            models.CheckConstraint(
                condition=Q(link__regex=r"^/([^/\\].*)?$"),
                name="notice_link_inside",
                violation_error_message=_("نشانی پیام باید جایی در همین سامانه باشد."),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="frozen_but_reading", exclude=["read_at"]),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.dedupe}"


class DeliveryQuerySet(models.QuerySet):
    def waiting(self) -> "DeliveryQuerySet":
        return self.filter(state=DeliveryState.WAITING)

    def for_digest(self) -> "DeliveryQuerySet":
        return self.waiting().filter(channel=Channel.EMAIL, timing=Timing.DAILY)


class Delivery(models.Model):
    """A message on its way out by one channel."""

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="deliveries", verbose_name=_("پیام"))
    channel = models.CharField(_("راه"), max_length=10, choices=Channel)
    timing = models.CharField(_("زمان‌بندی"), max_length=10, choices=Timing)
    state = models.CharField(_("وضع"), max_length=10, choices=DeliveryState, default=DeliveryState.WAITING)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("فرستادن پیام")
        verbose_name_plural = _("فرستادن پیام‌ها")
        indexes = [models.Index(fields=["notice"], condition=Q(state=DeliveryState.WAITING), name="delivery_waiting")]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "channel"],
                name="delivery_once_a_channel",
                violation_error_message=_("این پیام از این راه یک بار فرستاده می‌شود."),
            ),
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values, state__in=DeliveryState.values)
                & Q(timing__in=[Timing.AT_ONCE, Timing.DAILY]),
                name="delivery_known_words",
                violation_error_message=_("راه، زمان‌بندی یا وضع فرستادن در فهرست نیست."),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete), no_truncate()]

    def __str__(self) -> str:
        return f"{self.channel} {self.state}"


class Attempt(models.Model):
    """One try to send; `problem` is empty when it went out. The clock is the database's. Never changed."""

    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="attempts", verbose_name=_("فرستادن"))
    at = models.DateTimeField(_("زمان"), db_default=Now())
    problem = models.CharField(_("چرا نشد"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("تلاش برای فرستادن")
        verbose_name_plural = _("تلاش‌ها برای فرستادن")
        triggers = append_only()

    def __str__(self) -> str:
        return self.problem or "sent"


class Preference(models.Model):
    """When a person wants a kind by a channel; without a row what stands for `LATER` holds, else `UNLESS_CHOSEN`."""

    user = models.ForeignKey(User, models.PROTECT, related_name="notice_preferences", verbose_name=_("کاربر"))
    kind = models.CharField(_("گونه"), max_length=30, choices=WISHED)
    channel = models.CharField(_("راه"), max_length=10, choices=Channel)
    timing = models.CharField(_("زمان‌بندی"), max_length=10, choices=Timing)

    class Meta:
        verbose_name = _("خواست پیام")
        verbose_name_plural = _("خواست‌های پیام")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind", "channel"],
                name="preference_once",
                violation_error_message=_("برای این گونه و این راه پیش از این انتخاب شده است."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[*NoticeKind.values, LATER], channel__in=Channel.values, timing__in=Timing.values)
                & ~Q(channel=Channel.SMS, timing=Timing.DAILY),
                name="preference_known_words",
                violation_error_message=_("این گونه، راه یا زمان‌بندی در فهرست نیست؛ پیامک روزی یک بار نمی‌رود."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.channel} {self.timing}"


class Mobile(models.Model):
    """The number to which a person wants text messages."""

    user = models.OneToOneField(User, models.PROTECT, related_name="mobile", verbose_name=_("کاربر"))
    number = models.CharField(_("شمارهٔ همراه"), max_length=11)

    class Meta:
        verbose_name = _("شمارهٔ همراه")
        verbose_name_plural = _("شماره‌های همراه")
        constraints = [
            models.CheckConstraint(
                condition=Q(number__regex=r"^09\d{9}$"),
                name="mobile_shape",
                violation_error_message=_("شمارهٔ همراه یازده رقم است و با ۰۹ آغاز می‌شود."),
            )
        ]

    def __str__(self) -> str:
        return self.number
