"""That a published card still holds: who said so when, and which cards their authors were reminded of."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import Reminding
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import append_only
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Organization


class Confirmation(models.Model):
    """Somebody of the agency looked at a published card and found it right. Never changed."""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="confirmations", verbose_name=_("نسخه"))
    by = models.ForeignKey(User, models.PROTECT, related_name="confirmations", verbose_name=_("به دست"))
    as_role = models.CharField(_("در نقش"), max_length=20, choices=Role)
    as_organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="confirmations", verbose_name=_("از سوی")
    )
    at = models.DateTimeField(_("زمان"))
    sha256 = models.CharField(_("چکیدهٔ SHA-256"), max_length=64)

    class Meta:
        verbose_name = _("تأیید تازگی")
        verbose_name_plural = _("تأییدهای تازگی")
        indexes = [models.Index(fields=["version", "-at"], name="confirmation_newest")]
        triggers = append_only()

    def __str__(self) -> str:
        return str(self.version)


class FreshnessReminder(models.Model):
    """Of a card that was last confirmed on a day, its authors were told once before it lapses and once when it has."""

    version = models.ForeignKey(
        ServiceVersion, models.PROTECT, related_name="freshness_reminders", verbose_name=_("نسخه")
    )
    confirmed_on = models.DateField(_("آخرین تأیید"))
    kind = models.CharField(_("گونه"), max_length=10, choices=Reminding)
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("یادآوری تازگی")
        verbose_name_plural = _("یادآوری‌های تازگی")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "confirmed_on", "kind"],
                name="freshness_reminded_once",
                violation_error_message=_("این یادآوری پیش‌تر فرستاده شده است."),
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=Reminding.values),
                name="freshness_reminder_known_kind",
                violation_error_message=_("یادآوری یا پیش از پایان مهلت تأیید است یا پس از آن."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.version} {self.kind}"
