"""Facts that stand beside cards and registers: what became known later, without a word of the form changed."""

from datetime import date
from typing import NamedTuple

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import ObtainedBy, Reminding
from khedmat.cards.models.service import Service
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import append_only
from khedmat.organizations.models import Organization
from khedmat.registers.models import DocumentType


class Way(NamedTuple):
    """How a document is obtained, and the key of the agency from which it is fetched; empty is not said."""

    way: str = ""
    agency_id: int | None = None


class Term(NamedTuple):
    """Since when and until when a price holds, both days included, and by which law or letter."""

    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""


class BesideRow(models.Model):
    """What somebody said of a line of a version: the line is found by its letters, the newest row stands."""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="%(class)s_rows", verbose_name=_("نسخه"))
    letters = models.CharField(_("حروف سطر"), max_length=200)
    by = models.ForeignKey(User, models.PROTECT, related_name="%(class)s_rows", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        abstract = True
        triggers = append_only()

    def __str__(self) -> str:
        return self.letters


class DocumentWay(BesideRow):
    """How a document of a version is obtained. Never changed."""

    way = models.CharField(_("چگونه به دست می‌آید"), max_length=10, choices=ObtainedBy, blank=True)
    agency = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="fetched_documents",
        verbose_name=_("از کدام دستگاه"),
    )

    class Meta(BesideRow.Meta):
        verbose_name = _("راه به دست آمدن مدرک")
        verbose_name_plural = _("راه‌های به دست آمدن مدارک")
        indexes = [models.Index(fields=["version", "letters"], name="document_way_of_line")]
        constraints = [
            models.CheckConstraint(
                condition=Q(way__in=["", *ObtainedBy.values]),
                name="document_way_known_words",
                violation_error_message=_("مدرک را یا متقاضی می‌آورد یا دستگاه خود می‌گیرد."),
            ),
            models.CheckConstraint(
                condition=Q(way=ObtainedBy.AGENCY, agency__isnull=False) | ~Q(way=ObtainedBy.AGENCY) & Q(agency=None),
                name="document_way_names_its_agency",
                violation_error_message=_("مدرکی که از دستگاهی گرفته می‌شود نام آن دستگاه را می‌خواهد، و تنها همان."),
            ),
        ]

    @property
    def said(self) -> Way:
        return Way(self.way, self.agency_id)


class PriceTerm(BesideRow):
    """Since when, until when and by what a price line of a version holds. Never changed."""

    valid_from = models.DateField(_("معتبر از"), null=True, blank=True)
    valid_until = models.DateField(_("معتبر تا"), null=True, blank=True)
    source = models.CharField(_("مستند (قانون، مصوبه یا نامه)"), max_length=300, blank=True)

    class Meta(BesideRow.Meta):
        verbose_name = _("اعتبار ردیف هزینه")
        verbose_name_plural = _("اعتبار ردیف‌های هزینه")
        indexes = [models.Index(fields=["version", "letters"], name="price_term_of_line")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_from__lte=F("valid_until")),
                name="price_term_in_order",
                violation_error_message=_("«معتبر تا» پیش از «معتبر از» است؛ یکی از دو تاریخ را درست کنید."),
            )
        ]

    @property
    def said(self) -> Term:
        return Term(self.valid_from, self.valid_until, self.source)


class PriceReminder(models.Model):
    """Of a price of a published version its office was told once before it runs out and once when it has."""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="price_reminders", verbose_name=_("نسخه"))
    term = models.ForeignKey(PriceTerm, models.PROTECT, related_name="reminders", verbose_name=_("اعتبار ردیف هزینه"))
    kind = models.CharField(_("گونه"), max_length=10, choices=Reminding)
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("یادآوری اعتبار هزینه")
        verbose_name_plural = _("یادآوری‌های اعتبار هزینه‌ها")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "term", "kind"],
                name="price_reminded_once",
                violation_error_message=_("این یادآوری پیش‌تر فرستاده شده است."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=Reminding.values),
                name="price_reminder_known_kind",
                violation_error_message=_("یادآوری یا پیش از پایان اعتبار است یا پس از آن."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.term} {self.kind}"


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
