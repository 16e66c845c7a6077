"""What was changed in a draft: one row a saving, box by box, so that nothing typed is ever lost."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import FrozenWithParent, append_only


class Edit(models.Model):
    """One saving of a draft. `changes`: box path → {"was", "now"} in the contract's words. Never changed."""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="edits", verbose_name=_("نسخه"))
    revision = models.PositiveIntegerField(_("شمارهٔ ذخیره"))
    by = models.ForeignKey(User, models.PROTECT, related_name="edits", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))
    changes = models.JSONField(_("تغییرها"), default=dict)
    accepted = ArrayField(models.TextField(), verbose_name=_("خوانده‌های پذیرفته"), default=list, blank=True)

    class Meta:
        verbose_name = _("ویرایش")
        verbose_name_plural = _("ویرایش‌ها")
        ordering = ["version", "revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "revision"],
                name="edit_revision_once",
                violation_error_message=_("این ذخیره پیش‌تر ثبت شده است."),
            )
        ]
        triggers = [*append_only(), FrozenWithParent(name="frozen_with_version")]

    def __str__(self) -> str:
        return f"{self.version} – {self.revision}"
