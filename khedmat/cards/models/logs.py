"""What happened to a version, and what the rules say about it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import A_HAND, REASONED, Severity, Stage
from khedmat.cards.models.answers import text_box
from khedmat.cards.models.governing import Dismissal
from khedmat.cards.models.service import Service
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import append_only
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Delegation, Organization


class StageChange(models.Model):
    """Who took a version where, as whom, and why. A draft to a draft is an edit, accepted to accepted a day that was
    set for the publication (`publish_on`) or taken back. Never changed.

    `pointed` are findings in the words of that day: the rules make theirs anew. `dismissed` are those that were passed
    over when the step was taken, each with its reason.
    """

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="stage_changes", verbose_name=_("نسخه"))
    source = models.CharField(_("از مرحله"), max_length=20, choices=Stage, blank=True)
    target = models.CharField(_("به مرحله"), max_length=20, choices=Stage)
    by = models.ForeignKey(User, models.PROTECT, related_name="stage_changes", verbose_name=_("به دست"))
    as_role = models.CharField(_("در نقش"), max_length=20, choices=Role, blank=True)
    as_organization = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="stage_changes", verbose_name=_("از سوی")
    )
    as_delegation = models.ForeignKey(
        Delegation, models.PROTECT, null=True, blank=True, related_name="stage_changes", verbose_name=_("به تفویض")
    )
    at = models.DateTimeField(_("زمان"))
    sha256 = models.CharField(_("چکیدهٔ SHA-256"), max_length=64)
    rules_version = models.CharField(_("نسخهٔ قواعد"), max_length=50, blank=True)
    reason = text_box(_("دلیل"))
    successor = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, related_name="succeeds", verbose_name=_("خدمت جانشین")
    )
    publish_on = models.DateField(_("نوبت انتشار"), null=True, blank=True)
    pointed = models.JSONField(_("یافته‌های نشان‌داده"), default=list, blank=True)
    dismissed = models.JSONField(_("یافته‌های چشم‌پوشیده"), default=list, blank=True)

    class Meta:
        verbose_name = _("تغییر مرحله")
        verbose_name_plural = _("تغییرهای مرحله")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(source__in=["", *Stage.values], target__in=Stage.values),
                name="stage_change_known_stages",
                violation_error_message=_("این مرحله در فهرست نیست."),
            ),
            models.CheckConstraint(
                condition=~models.Q(target__in=REASONED) | ~models.Q(reason=""),
                name="stage_change_says_why",
                violation_error_message=_("دلیل را بنویسید؛ نویسندهٔ دستگاه از روی آن شناسنامه را درست می‌کند."),
            ),
            models.CheckConstraint(
                condition=models.Q(successor=None) | models.Q(target=Stage.RETIRED),
                name="stage_change_successor_of_the_retired",
                violation_error_message=_("تنها خدمتی که برچیده می‌شود جانشین دارد."),
            ),
        ]
        indexes = [  # whether somebody had a hand in a version is asked of every row of a queue
            models.Index(fields=["by", "version"], condition=models.Q(target__in=A_HAND), name="stage_change_by_a_hand")
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"


class FindingQuerySet(models.QuerySet):
    def unsettled(self) -> "FindingQuerySet":
        """Those that nobody passed over."""
        return self.filter(dismissal=None)

    def passed_over(self) -> "FindingQuerySet":
        return self.exclude(dismissal=None)

    def for_page(self) -> "FindingQuerySet":
        return self.select_related("dismissal__by").order_by("order")


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
    dismissal = models.ForeignKey(
        Dismissal, models.PROTECT, null=True, blank=True, related_name="findings", verbose_name=_("چشم‌پوشی")
    )

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("یافته")
        verbose_name_plural = _("یافته‌ها")
        ordering = ["version", "order"]
        indexes = [
            models.Index(fields=["version"], condition=models.Q(severity=Severity.BLOCKER), name="finding_blocks")
        ]
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
