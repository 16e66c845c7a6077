"""The score of a published card as it was last worked out."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.cards.models.version import ServiceVersion


class CardScore(models.Model):
    """Made anew with the findings, when weights or rules change, and on the day from which its age costs more.

    `total` None: something blocks the card. `parts`: code → tenths of a point. `good_until`: the last day of it.
    """

    version = models.OneToOneField(ServiceVersion, models.PROTECT, related_name="kept_score", verbose_name=_("نسخه"))
    total = models.PositiveSmallIntegerField(_("امتیاز"), null=True, blank=True)
    parts = models.JSONField(_("بخش‌ها"))
    rules_version = models.CharField(_("نسخهٔ قواعد"), max_length=50)
    score_version = models.CharField(_("نسخهٔ وزن‌ها"), max_length=20)
    worked_out_on = models.DateField(_("روز محاسبه"))
    good_until = models.DateField(_("اعتبار تا"), null=True, blank=True)

    class Meta:
        verbose_name = _("امتیاز شناسنامه")
        verbose_name_plural = _("امتیازهای شناسنامه‌ها")
        constraints = [
            models.CheckConstraint(
                condition=Q(total=None) | Q(total__lte=100),
                name="card_score_of_a_hundred",
                violation_error_message=_("امتیاز از ۰ تا ۱۰۰ است."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.version} – {self.total}"
