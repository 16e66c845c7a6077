"""Which entry of a register a line of a card means: made from the card, made anew when the register changes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.cards.models.version import ServiceVersion
from khedmat.registers.models import DocumentType, LegalSource


class AskedDocument(models.Model):
    """A line of the documents of a version, and the type that it means; none where the register does not know it."""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="asked_documents", verbose_name=_("نسخه"))
    order = models.PositiveIntegerField(_("ترتیب"))
    name = models.TextField(_("نام مدرک"))
    letters = models.CharField(_("حروف نام"), max_length=200, db_index=True)
    document_type = models.ForeignKey(
        DocumentType, models.PROTECT, null=True, related_name="asked", verbose_name=_("گونهٔ مدرک")
    )

    class Meta:
        verbose_name = _("مدرک خواسته‌شده")
        verbose_name_plural = _("مدارک خواسته‌شده")
        ordering = ["version", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "order"],
                name="asked_document_order_once",
                violation_error_message=_("دو ردیف با یک ترتیب آمده است."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class CitedLaw(models.Model):
    """A line of the laws of a version, and the legal source that it cites; none where the register does not know it."""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="cited_laws", verbose_name=_("نسخه"))
    order = models.PositiveIntegerField(_("ترتیب"))
    text = models.TextField(_("متن استناد"))
    law = models.ForeignKey(LegalSource, models.PROTECT, null=True, related_name="cited", verbose_name=_("قانون"))

    class Meta:
        verbose_name = _("قانون مورد استناد")
        verbose_name_plural = _("قوانین مورد استناد")
        ordering = ["version", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "order"],
                name="cited_law_order_once",
                violation_error_message=_("دو ردیف با یک ترتیب آمده است."),
            )
        ]

    def __str__(self) -> str:
        return self.text
