"""Who wrote what about an agency in the register."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.guards import append_only
from khedmat.organizations.models.agency import Organization


class OrganizationEdit(models.Model):
    """What stood in the boxes of an agency before and after; `before` empty: it was made. Never changed."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="edits", verbose_name=_("دستگاه"))
    before = models.JSONField(_("پیش از آن"), default=dict, blank=True)
    after = models.JSONField(_("پس از آن"))
    by = models.ForeignKey(User, models.PROTECT, related_name="organization_edits", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("ویرایش دستگاه")
        verbose_name_plural = _("ویرایش‌های دستگاه")
        ordering = ["-at", "-pk"]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.organization} · {self.at:%Y-%m-%d}"
