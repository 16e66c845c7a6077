"""What people decide about rules and their findings: each a row that never changes."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import WAIVABLE, Severity
from khedmat.cards.models.answers import text_box
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import append_only
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Organization

NO_REASON = _("دلیل را بنویسید؛ در سرگذشت شناسنامه می‌ماند و دیگران از روی آن داوری می‌کنند.")


class Decided(models.Model):
    """Who, as whom, when and why."""

    reason = text_box(_("دلیل"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("به دست"))
    as_role = models.CharField(_("در نقش"), max_length=20, choices=Role)
    as_organization = models.ForeignKey(Organization, models.PROTECT, related_name="+", verbose_name=_("از سوی"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        abstract = True


class DismissalQuerySet(models.QuerySet):
    def in_force(self, on: date) -> "DismissalQuerySet":
        return self.filter(end=None, lapses_on__gt=on)


class Dismissal(Decided):
    """A finding that the centre passes over, and why. It holds for the service until the box says something else.

    `fingerprint` as `governing.fingerprints` makes it; `lapses_on`: the first day on which it holds no more.
    """

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="dismissals", verbose_name=_("نسخه"))
    sha256 = models.CharField(_("چکیدهٔ SHA-256"), max_length=64)
    rule = models.CharField(_("قاعده"), max_length=10, db_index=True)
    severity = models.CharField(_("شدت"), max_length=1, choices=Severity)
    field = models.CharField(_("فیلد"), max_length=200, blank=True)
    message = text_box(_("شرح"))
    fingerprint = models.CharField(_("نشان یافته"), max_length=64)
    rules_version = models.CharField(_("نسخهٔ قواعد"), max_length=50)
    lapses_on = models.DateField(_("پایان اعتبار"))

    objects = DismissalQuerySet.as_manager()

    class Meta:
        verbose_name = _("چشم‌پوشی از یافته")
        verbose_name_plural = _("چشم‌پوشی‌ها")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(severity__in=WAIVABLE),
                name="dismissal_of_no_blocker",
                violation_error_message=_("از مانع انتشار چشم پوشیده نمی‌شود."),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="dismissal_says_why", violation_error_message=NO_REASON
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.rule} {self.field}"


class DismissalEnd(Decided):
    """A dismissal was taken back before its year was over. Never changed."""

    dismissal = models.OneToOneField(Dismissal, models.PROTECT, related_name="end", verbose_name=_("چشم‌پوشی"))

    class Meta:
        verbose_name = _("پایان چشم‌پوشی")
        verbose_name_plural = _("پایان چشم‌پوشی‌ها")
        constraints = [
            models.UniqueConstraint(
                fields=["dismissal"],
                name="dismissal_ended_once",
                violation_error_message=_("این چشم‌پوشی پیش‌تر پس گرفته شده است."),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="dismissal_end_says_why", violation_error_message=NO_REASON
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return str(self.dismissal)


class SeverityChange(Decided):
    """The steward puts a rule back to a note, or restores it; the newest row of a rule holds. Never changed."""

    rule = models.CharField(_("قاعده"), max_length=10, db_index=True)
    severity = models.CharField(_("شدت از این پس"), max_length=1, choices=Severity)

    class Meta:
        verbose_name = _("تغییر شدت قاعده")
        verbose_name_plural = _("تغییرهای شدت قاعده")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(severity__in=WAIVABLE),
                name="severity_change_to_no_blocker",
                violation_error_message=_("قاعده تنها یادآوری می‌شود یا به شدت خود بازمی‌گردد؛ مانع نمی‌شود."),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="severity_change_says_why", violation_error_message=NO_REASON
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.rule} → {self.severity}"


class RuleCount(models.Model):
    """How often a rule fired when it was last counted, over versions that were sent; made anew every night.

    `in_force`, `sent`, `dismissed` are findings; `services`: on how many services those of `sent` are.
    """

    rule = models.CharField(_("قاعده"), max_length=10, unique=True)
    in_force = models.PositiveIntegerField(_("در شناسنامه‌های جاری"))
    sent = models.PositiveIntegerField(_("در همهٔ نسخه‌های فرستاده"))
    services = models.PositiveIntegerField(_("در چند خدمت"))
    dismissed = models.PositiveIntegerField(_("چشم‌پوشی‌شده"))
    counted_at = models.DateTimeField(_("شمرده در"))

    class Meta:
        verbose_name = _("شمار یافته‌های قاعده")
        verbose_name_plural = _("شمار یافته‌های قاعده‌ها")
        constraints = [
            models.CheckConstraint(
                condition=Q(dismissed__lte=models.F("sent"), in_force__lte=models.F("sent")),
                name="rule_count_part_of_all",
                violation_error_message=_("جزء از کل بیشتر شمرده شده است."),
            )
        ]

    def __str__(self) -> str:
        return self.rule
