"""What happened to a version, and what the rules say about it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import Severity, Stage
from khedmat.cards.models.answers import text_box
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import append_only
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Organization


class StageChange(models.Model):
    """Who took a version where, as whom. A draft to a draft is an edit. Never changed."""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="stage_changes", verbose_name=_("نسخه"))
    source = models.CharField(_("از مرحله"), max_length=20, choices=Stage, blank=True)
    target = models.CharField(_("به مرحله"), max_length=20, choices=Stage)
    by = models.ForeignKey(User, models.PROTECT, related_name="stage_changes", verbose_name=_("به دست"))
    as_role = models.CharField(_("در نقش"), max_length=20, choices=Role, blank=True)
    as_organization = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="stage_changes", verbose_name=_("از سوی")
    )
    at = models.DateTimeField(_("زمان"))
    sha256 = models.CharField(_("چکیدهٔ SHA-256"), max_length=64)

    class Meta:
        verbose_name = _("تغییر مرحله")
        verbose_name_plural = _("تغییرهای مرحله")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(source__in=["", *Stage.values], target__in=Stage.values),
                name="stage_change_known_stages",
                violation_error_message=_("این مرحله در فهرست نیست."),
            )
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"


class Finding(models.Model):
    """What one rule says about one field, in the words of one version of the rules. Made anew when rules change."""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="findings", verbose_name=_("نسخه"))
    order = models.PositiveIntegerField(_("ترتیب"))
    rule = models.CharField(_("قاعده"), max_length=10)
    severity = models.CharField(_("شدت"), max_length=1, choices=Severity)
    field = models.CharField(_("فیلد"), max_length=200, blank=True)
    message = text_box(_("شرح"))
    fix = text_box(_("راه درست‌کردن"))
    rules_version = models.CharField(_("نسخهٔ قواعد"), max_length=50)

    class Meta:
        verbose_name = _("یافته")
        verbose_name_plural = _("یافته‌ها")
        ordering = ["version", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "order"],
                name="finding_order_once",
                violation_error_message=_("دو یافته با یک ترتیب آمده است."),
            ),
            models.CheckConstraint(
                condition=models.Q(severity__in=Severity.values),
                name="finding_known_severity",
                violation_error_message=_("شدت یافته مانع، پاسخ یا یادآوری است."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.field}"
