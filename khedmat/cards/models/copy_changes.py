"""What was done with a province's copy: one row a saving or a move."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import CopyStage
from khedmat.cards.models.copies import LocalCopy
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import append_only
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Organization


class CopyChange(models.Model):
    """What somebody did with a copy: a saving (draft to draft) or a move. Never changed.

    `boxes`: box → {"was", "now"}; the name of a side is missing where the box followed the national card.
    """

    copy = models.ForeignKey(LocalCopy, models.PROTECT, related_name="changes", verbose_name=_("نسخهٔ استانی"))
    source = models.CharField(_("از مرحله"), max_length=20, choices=CopyStage, blank=True)
    target = models.CharField(_("به مرحله"), max_length=20, choices=CopyStage)
    by = models.ForeignKey(User, models.PROTECT, related_name="copy_changes", verbose_name=_("به دست"))
    as_role = models.CharField(_("در نقش"), max_length=20, choices=Role, blank=True)
    as_organization = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="copy_changes", verbose_name=_("از سوی")
    )
    at = models.DateTimeField(_("زمان"))
    compared_with = models.ForeignKey(
        ServiceVersion, models.PROTECT, related_name="copy_changes", verbose_name=_("الگوی آن روز")
    )
    boxes = models.JSONField(_("خانه‌های تغییرکرده"), default=dict, blank=True)
    sha256 = models.CharField(_("چکیدهٔ SHA-256"), max_length=64)
    reason = models.TextField(_("دلیل"), blank=True)

    class Meta:
        verbose_name = _("تغییر نسخهٔ استانی")
        verbose_name_plural = _("تغییرهای نسخهٔ استانی")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(source__in=["", *CopyStage.values], target__in=CopyStage.values),
                name="copy_change_known_stages",
                violation_error_message=_("این مرحله در فهرست نیست."),
            ),
            models.CheckConstraint(
                condition=~Q(target=CopyStage.RETURNED) | ~Q(reason=""),
                name="copy_change_says_why",
                violation_error_message=_("دلیل را بنویسید؛ نویسندهٔ استان از روی آن نسخه را درست می‌کند."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"
