"""What is kept of the linked data: whether each version keeps to the official shapes."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.cards.models import ServiceVersion
from khedmat.core.guards import append_only


class ConformanceCheck(models.Model):
    """One version against one edition of the shapes, never changed: other shapes make another row.

    `violations`: rows of `conformance.Violation`. `data`: digest of the N-Triples that were judged.
    """

    version = models.ForeignKey(
        ServiceVersion, models.PROTECT, related_name="conformance_checks", verbose_name=_("نسخه")
    )
    shapes = models.CharField(_("چکیدهٔ الگو"), max_length=64)
    data = models.CharField(_("چکیدهٔ داده"), max_length=64)
    conforms = models.BooleanField(_("سازگار است"))
    violations = models.JSONField(_("ناسازگاری‌ها"), default=list, blank=True)
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("وارسی سازگاری")
        verbose_name_plural = _("وارسی‌های سازگاری")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "shapes"],
                name="conformance_once_for_shapes",
                violation_error_message=_("این نسخه با همین الگو پیش‌تر وارسی شده است."),
            ),
            models.CheckConstraint(
                condition=Q(conforms=True, violations=[]) | Q(conforms=False) & ~Q(violations=[]),
                name="conformance_says_why_not",
                violation_error_message=_("نسخهٔ ناسازگار باید بگوید کجا، و نسخهٔ سازگار چیزی برای گفتن ندارد."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.version_id} {self.conforms}"
