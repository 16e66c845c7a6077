"""Addresses of the web that published cards lead to, and what came of asking them."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import LinkOutcome, LinkState, LinkWhy
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import append_only, no_truncate


class WebAddress(models.Model):
    """An address of any card. Its state is worked out from its checks, which are the record."""

    address = models.CharField(_("نشانی"), max_length=2000, unique=True)
    host = models.CharField(_("میزبان"), max_length=255)
    state = models.CharField(_("وضع"), max_length=10, choices=LinkState, default=LinkState.UNSEEN)
    why = models.CharField(_("چرا"), max_length=20, choices=LinkWhy, blank=True)
    status = models.PositiveSmallIntegerField(_("کد پاسخ"), null=True, blank=True)
    checked_at = models.DateTimeField(_("آخرین وارسی"), null=True, blank=True)
    due_on = models.DateField(_("وارسی بعدی"))
    asked_at = models.DateTimeField(_("درخواست وارسی دوباره"), null=True, blank=True)
    asked_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="asked_addresses", verbose_name=_("درخواست‌کننده")
    )

    class Meta:
        verbose_name = _("نشانی وب")
        verbose_name_plural = _("نشانی‌های وب")
        indexes = [models.Index(fields=["host", "due_on"], name="address_due_at_host")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=LinkState.values),
                name="address_known_state",
                violation_error_message=_("وضع نشانی در فهرست نیست."),
            )
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete), no_truncate()]

    def __str__(self) -> str:
        return self.address

    @property
    def is_waiting(self) -> bool:
        """Somebody asked for a check that has not been made yet."""
        return bool(self.asked_at and (self.checked_at is None or self.checked_at < self.asked_at))


class CardLink(models.Model):
    """A box of a published card that holds an address. Read from the card, whose text never changes."""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="links", verbose_name=_("نسخه"))
    path = models.CharField(_("خانه"), max_length=100)
    address = models.ForeignKey(WebAddress, models.PROTECT, related_name="links", verbose_name=_("نشانی"))

    class Meta:
        verbose_name = _("پیوند شناسنامه")
        verbose_name_plural = _("پیوندهای شناسنامه")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "path", "address"],
                name="card_link_once",
                violation_error_message=_("این پیوند پیش‌تر ثبت شده است."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.path} {self.address_id}"


class LinkCheck(models.Model):
    """One try at an address on a day (of Tehran). Never changed."""

    address = models.ForeignKey(WebAddress, models.PROTECT, related_name="checks", verbose_name=_("نشانی"))
    day = models.DateField(_("روز"))
    at = models.DateTimeField(_("زمان"))
    outcome = models.CharField(_("نتیجه"), max_length=10, choices=LinkOutcome)
    why = models.CharField(_("چرا"), max_length=20, choices=LinkWhy)
    status = models.PositiveSmallIntegerField(_("کد پاسخ"), null=True, blank=True)
    ms = models.PositiveIntegerField(_("هزارم ثانیه"))
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="link_checks", verbose_name=_("به درخواست")
    )

    class Meta:
        verbose_name = _("وارسی پیوند")
        verbose_name_plural = _("وارسی‌های پیوند")
        indexes = [models.Index(fields=["address", "-day"], name="link_check_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=LinkOutcome.values, why__in=LinkWhy.values),
                name="link_check_known_words",
                violation_error_message=_("نتیجهٔ وارسی در فهرست نیست."),
            )
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.day} {self.outcome}"
