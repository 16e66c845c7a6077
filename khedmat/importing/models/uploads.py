"""Which file came from whom, and which draft or list it became, when, and by whose hand."""

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models import ServiceVersion
from khedmat.core.guards import append_only, written_once_but
from khedmat.files.models import StoredFile
from khedmat.importing.models.batches import Batch
from khedmat.organizations.models import Organization
from khedmat.organizations.models.moving import moves_by_a_row
from khedmat.permits.models import PermitList


class UploadQuerySet(models.QuerySet):
    def with_outcome(self) -> "UploadQuerySet":
        """`became`: how many documents of the file were taken in for its agency."""
        agency = OuterRef("organization")
        own = Q(version__owner=agency) | Q(permit_list__organization=agency)
        taken = Intake.objects.filter(own, file=OuterRef("file")).order_by().values("file")
        return self.annotate(became=Coalesce(Subquery(taken.annotate(count=Count("pk")).values("count")), 0))


class Upload(models.Model):
    """A file that a person gave for an agency, before anything became of it. Its words are never changed."""

    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="uploads", verbose_name=_("پرونده"))
    name = models.CharField(_("نام پرونده"), max_length=255)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="uploads", verbose_name=_("دستگاه"))
    by = models.ForeignKey(User, models.PROTECT, related_name="uploads", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))
    batch = models.ForeignKey(
        Batch, models.PROTECT, null=True, blank=True, related_name="uploads", verbose_name=_("دسته")
    )

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("پروندهٔ رسیده")
        verbose_name_plural = _("پرونده‌های رسیده")
        ordering = ["-at", "-pk"]
        triggers = [*written_once_but("organization"), moves_by_a_row("importing_uploadmove", "upload")]

    def __str__(self) -> str:
        return self.name


class Intake(models.Model):
    """One document of a file, taken in. What a person wrote since is told from it by the hash."""

    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="intakes", verbose_name=_("پرونده"))
    part = models.PositiveIntegerField(_("شمارهٔ سند در پرونده"), default=0)
    version = models.ForeignKey(
        ServiceVersion, models.PROTECT, null=True, blank=True, related_name="intakes", verbose_name=_("نسخه")
    )
    permit_list = models.ForeignKey(
        PermitList, models.PROTECT, null=True, blank=True, related_name="intakes", verbose_name=_("فهرست مجوز")
    )
    sha256 = models.CharField(_("چکیدهٔ محتوای خوانده‌شده"), max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="intakes", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("درون‌ریزی")
        verbose_name_plural = _("درون‌ریزی‌ها")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(version__isnull=False, permit_list=None) | Q(version=None, permit_list__isnull=False),
                name="intake_became_one_thing",
                violation_error_message=_("هر سند درون‌ریخته یا پیش‌نویس شناسنامه شده است یا فهرست مجوز."),
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="intake_sha256_shape",
                violation_error_message=_("چکیدهٔ محتوا باید ۶۴ رقم شانزده‌شانزدهی باشد."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.file} → {self.version or self.permit_list}"
