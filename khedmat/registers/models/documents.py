"""Kinds of papers that services ask for."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.organizations.models import Organization
from khedmat.registers.enums import HeldBy, PersonalData
from khedmat.registers.models.entry import Entry, code_once, not_into_itself, title_once


class DocumentType(Entry):
    """A document: who issues it, who holds it, how long it is good, what it tells of people. Empty is not known."""

    issuer = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="issued_documents",
        verbose_name=_("دستگاه صادرکننده"),
    )
    held_by = models.CharField(_("نزد چه کسی است"), max_length=10, choices=HeldBy, blank=True)
    validity = models.CharField(_("مدت اعتبار"), max_length=100, blank=True)
    personal_data = models.CharField(_("دادهٔ شخصی"), max_length=10, choices=PersonalData, blank=True)

    class Meta(Entry.Meta):
        verbose_name = _("گونهٔ مدرک")
        verbose_name_plural = _("گونه‌های مدرک")
        constraints = [
            code_once("document_type_code_once"),
            title_once("document_type_title_once"),
            not_into_itself("document_type_not_into_itself"),
            models.CheckConstraint(
                condition=models.Q(held_by__in=["", *HeldBy.values], personal_data__in=["", *PersonalData.values]),
                name="document_type_known_words",
                violation_error_message=_("گزینه‌ای جز گزینه‌های این فهرست آمده است."),
            ),
        ]
