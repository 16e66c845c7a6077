"""The pages on which agencies list their services, and what was found on them night by night."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.guards import append_only
from khedmat.organizations.models import Organization


class ServicesPage(models.Model):
    """Where the list of an agency stands on its own site; the newest row holds. No address: it has none any more."""

    agency = models.ForeignKey(Organization, models.PROTECT, related_name="services_pages", verbose_name=_("دستگاه"))
    addresses = ArrayField(models.CharField(max_length=2000), verbose_name=_("نشانی‌ها"), default=list, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="services_pages", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("صفحهٔ خدمت‌های دستگاه")
        verbose_name_plural = _("صفحه‌های خدمت‌های دستگاه‌ها")
        indexes = [models.Index(fields=["agency", "-id"], name="services_page_newest")]
        triggers = append_only()

    def __str__(self) -> str:
        return "، ".join(self.addresses)


class PortalCheck(models.Model):
    """One look at an agency's pages, never changed. `found`: a row a service, with its state and its link that day."""

    agency = models.ForeignKey(Organization, models.PROTECT, related_name="portal_checks", verbose_name=_("دستگاه"))
    at = models.DateTimeField(_("زمان"))
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="portal_checks", verbose_name=_("به درخواست")
    )
    is_read = models.BooleanField(_("دست‌کم یک صفحه خوانده شد"))
    pages = models.JSONField(_("صفحه‌ها"), default=list)
    found = models.JSONField(_("یافته‌ها"), default=list)
    strangers = models.JSONField(_("شناسه‌های دیگر"), default=list)
    total = models.PositiveIntegerField(_("خدمت منتشرشده"))
    present = models.PositiveIntegerField(_("در درگاه"))
    current = models.PositiveIntegerField(_("روزآمد"))

    class Meta:
        verbose_name = _("وارسی درگاه")
        verbose_name_plural = _("وارسی‌های درگاه")
        indexes = [models.Index(fields=["agency", "-id"], name="portal_check_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(current__lte=F("present")) & Q(present__lte=F("total")),
                name="portal_check_counts_in_order",
                violation_error_message=_("شمار خدمت‌های یافته با شمار همهٔ خدمت‌ها نمی‌خواند."),
            )
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.agency} · {self.present}/{self.total}"

    @property
    def missing(self) -> int:
        return self.total - self.present

    @property
    def is_complete(self) -> bool:
        return self.is_read and self.present == self.total
