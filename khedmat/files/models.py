"""Files that people and agencies gave us, kept as they came."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.core.guards import append_only
from khedmat.files.storage import content_storage


class StoredFile(models.Model):
    """One content, once: the hash is its identity. Never changed, never deleted."""

    sha256 = models.CharField(_("چکیدهٔ SHA-256"), max_length=64, unique=True)
    name = models.CharField(_("نام پرونده"), max_length=255)
    media_type = models.CharField(_("نوع رسانه"), max_length=127)
    size = models.PositiveBigIntegerField(_("اندازه به بایت"))
    content = models.FileField(_("محتوا"), storage=content_storage, max_length=100)
    created_at = models.DateTimeField(_("زمان دریافت"))

    class Meta:
        verbose_name = _("پروندهٔ دریافتی")
        verbose_name_plural = _("پرونده‌های دریافتی")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="stored_file_sha256_shape",
                violation_error_message=_("چکیدهٔ پرونده باید ۶۴ رقم شانزده‌شانزدهی باشد."),
            )
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return self.name
