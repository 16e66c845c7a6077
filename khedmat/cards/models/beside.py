"""Facts that stand beside cards and registers: what became known later, without a word of the form changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.cards.models.service import Service
from khedmat.registers.models import DocumentType


class IssuingService(models.Model):
    """A service that gives people a document; the log of the register keeps who said so."""

    document_type = models.ForeignKey(DocumentType, models.PROTECT, related_name="issuing", verbose_name=_("گونهٔ مدرک"))
    service = models.ForeignKey(Service, models.PROTECT, related_name="issues", verbose_name=_("خدمت صادرکننده"))

    class Meta:
        verbose_name = _("خدمت صادرکنندهٔ مدرک")
        verbose_name_plural = _("خدمت‌های صادرکنندهٔ مدرک")
        constraints = [
            models.UniqueConstraint(
                fields=["document_type", "service"],
                name="issuing_service_once",
                violation_error_message=_("این خدمت برای این مدرک پیش‌تر نوشته شده است."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.document_type}: {self.service}"
